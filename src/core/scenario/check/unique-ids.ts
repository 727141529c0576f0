/** Ids name things, so within one list no two things may share one. */
import type { Path } from '../read/locate.ts';
import type { Flaw } from '../read/problem.ts';
import { threadOf } from '../layout/regions.ts';
import type { Drill } from '../format/drill.ts';
import type { Message } from '../format/message.ts';
import type { Scenario } from '../format/scenario.ts';
import { shownPath } from '../read/shown.ts';
import { leafPlaces, pageBlockPlaces } from '../layout/walk.ts';

interface Named {
  readonly id: string;
  readonly path: Path;
}

/** A flaw for every id of a scenario that an earlier thing of the same kind already has. */
export function duplicateIds(scenario: Scenario): readonly Flaw[] {
  return [
    ...repeated(named(scenario.messages, ['messages'])),
    ...repeated(named(scenario.directory, ['directory'])),
    ...repeated(named(scenario.notices ?? [], ['notices'])),
    ...repeated(named(scenario.drills ?? [], ['drills'])),
    ...(scenario.drills ?? []).flatMap((drill, index) => duplicateIdsOfDrill(drill, ['drills', index])),
    ...scenario.messages.flatMap((message, index) => inMessage(message, ['messages', index])),
  ];
}

/** The same within a drill; `path` leads to it. */
export function duplicateIdsOfDrill({ steps, timeline }: Drill, path: Path): readonly Flaw[] {
  const turns = timeline?.turns ?? [];
  const at = [...path, 'timeline', 'turns'];
  return [
    ...repeated(named(steps ?? [], [...path, 'steps'])),
    ...repeated(named(turns, at)),
    ...turns.flatMap(({ options }, index) => repeated(named(options, [...at, index, 'options']))),
  ];
}

function inMessage(message: Message, path: Path): readonly Flaw[] {
  const { solution } = message;
  const statements =
    solution.truth === 'phish'
      ? named(solution.clues, [...path, 'solution', 'clues'])
      : named(solution.reassurances, [...path, 'solution', 'reassurances']);
  return [
    ...repeated(named(message.links ?? [], [...path, 'links'])),
    ...repeated(named(message.pages ?? [], [...path, 'pages'])),
    ...repeated(named(threadOf(message), [...path, 'thread'])),
    ...repeated(named(message.attachments ?? [], [...path, 'attachments'])),
    ...repeated(
      (message.verify?.contacts ?? []).map(({ contact }, index) => ({
        id: contact,
        path: [...path, 'verify', 'contacts', index, 'contact'],
      })),
    ),
    ...repeated(solution.truth === 'phish' ? named(solution.facts, [...path, 'solution', 'facts']) : []),
    ...repeated([...statements, ...named(solution.decoys, [...path, 'solution', 'decoys'])]),
    ...inBody(message.body, [...path, 'body']),
    ...(message.pages ?? []).flatMap(({ body }, index) => inBody(body, [...path, 'pages', index, 'body'])),
    ...(message.attachments ?? []).flatMap(({ preview }, index) =>
      inBody(preview?.body ?? [], [...path, 'attachments', index, 'preview', 'body']),
    ),
  ];
}

function inBody(blocks: Message['body'], path: Path): readonly Flaw[] {
  const leaves = leafPlaces(blocks, path);
  return [
    ...repeated(
      pageBlockPlaces(blocks, path).map(({ block, path: at }) => ({ id: block.id, path: [...at, 'id'] })),
    ),
    ...repeated(
      leaves.flatMap(({ leaf, path: at }) =>
        leaf.kind === 'image' ? [{ id: leaf.id, path: [...at, 'id'] }] : [],
      ),
    ),
    ...repeated(
      leaves.flatMap(({ leaf, path: at }) =>
        leaf.kind === 'form' ? named(leaf.fields, [...at, 'fields']) : [],
      ),
    ),
  ];
}

function named(things: readonly { readonly id: string }[], path: Path): readonly Named[] {
  return things.map(({ id }, index) => ({ id, path: [...path, index, 'id'] }));
}

function repeated(things: readonly Named[]): readonly Flaw[] {
  const seen = new Map<string, Path>();
  return things.flatMap(({ id, path }): readonly Flaw[] => {
    const first = seen.get(id);
    if (first === undefined) {
      seen.set(id, path);
      return [];
    }
    const taker = shownPath(first.slice(0, -1));
    return [
      {
        rule: 'duplicate-id',
        severity: 'error',
        path,
        text: {
          ja: `id「${id}」は「${taker}」と同じです。どちらかを別の名前にしてください。`,
          en: `The id “${id}” is already that of “${taker}”. Give one of the two another name.`,
        },
      },
    ];
  });
}
