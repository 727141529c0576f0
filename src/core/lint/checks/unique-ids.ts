/** Ids name things, so within one list no two things may share one. */
import type { Block } from '../../scenario/format/block.ts';
import type { Drill } from '../../scenario/format/drill.ts';
import type { Message } from '../../scenario/format/message.ts';
import type { Scenario } from '../../scenario/format/scenario.ts';
import { threadOf } from '../../scenario/layout/regions.ts';
import { bodiesOf, leafPlaces, pageBlockPlaces } from '../../scenario/layout/walk.ts';
import type { Path } from '../../scenario/read/locate.ts';
import { shownPath } from '../../scenario/read/shown.ts';
import type { Remark, Rule } from '../rule.ts';

/** No two things of one list share an id: the lists of a scenario, of a message and of a drill. */
export const duplicateId: Rule = {
  name: 'duplicate-id',
  severity: 'error',
  summary: { ja: '同じ一覧の中で重なる id', en: 'An id that another thing of the same list has' },
  scope: 'several',
  checks: [
    { scope: 'scenario', check: (scenario) => listsOf(scenario).flatMap(repeated) },
    { scope: 'message', check: (message, path) => listsOfMessage(message, path).flatMap(repeated) },
    { scope: 'drill', check: (drill, path) => listsOfDrill(drill, path).flatMap(repeated) },
  ],
};

interface Named {
  readonly id: string;
  readonly path: Path;
}

type NamedList = readonly Named[];

const listsOf = ({ messages, directory, notices = [], drills = [] }: Scenario): readonly NamedList[] => [
  named(messages, ['messages']),
  named(directory, ['directory']),
  named(notices, ['notices']),
  named(drills, ['drills']),
];

function listsOfDrill({ steps = [], timeline }: Drill, path: Path): readonly NamedList[] {
  const turns = timeline?.turns ?? [];
  const at = [...path, 'timeline', 'turns'];
  return [
    named(steps, [...path, 'steps']),
    named(turns, at),
    ...turns.map(({ options }, index) => named(options, [...at, index, 'options'])),
  ];
}

function listsOfMessage(message: Message, path: Path): readonly NamedList[] {
  const { solution, links = [], pages = [], attachments = [], verify } = message;
  const at = [...path, 'solution'];
  const statements =
    solution.truth === 'phish'
      ? named(solution.clues, [...at, 'clues'])
      : named(solution.reassurances, [...at, 'reassurances']);
  return [
    named(links, [...path, 'links']),
    named(pages, [...path, 'pages']),
    named(threadOf(message), [...path, 'thread']),
    named(attachments, [...path, 'attachments']),
    (verify?.contacts ?? []).map(({ contact }, index) => ({
      id: contact,
      path: [...path, 'verify', 'contacts', index, 'contact'],
    })),
    solution.truth === 'phish' ? named(solution.facts, [...at, 'facts']) : [],
    [...statements, ...named(solution.decoys, [...at, 'decoys'])],
    ...bodiesOf(message, path).flatMap(({ blocks, path: where }) => listsOfBody(blocks, where)),
  ];
}

function listsOfBody(blocks: readonly Block[], path: Path): readonly NamedList[] {
  const leaves = leafPlaces(blocks, path);
  return [
    pageBlockPlaces(blocks, path).map(({ block, path: at }) => ({ id: block.id, path: [...at, 'id'] })),
    leaves.flatMap(({ leaf, path: at }) =>
      leaf.kind === 'image' || leaf.kind === 'remote' || leaf.kind === 'pixel'
        ? [{ id: leaf.id, path: [...at, 'id'] }]
        : [],
    ),
    leaves.flatMap(({ leaf, path: at }) =>
      leaf.kind === 'form' ? named(leaf.fields, [...at, 'fields']) : [],
    ),
  ];
}

function named(things: readonly { readonly id: string }[], path: Path): NamedList {
  return things.map(({ id }, index) => ({ id, path: [...path, index, 'id'] }));
}

function repeated(things: NamedList): readonly Remark[] {
  const seen = new Map<string, Path>();
  return things.flatMap(({ id, path }) => {
    const first = seen.get(id);
    if (first === undefined) {
      seen.set(id, path);
      return [];
    }
    const taker = shownPath(first.slice(0, -1));
    return [
      {
        path,
        text: {
          ja: `id「${id}」は「${taker}」と同じです。どちらかを別の名前にしてください。`,
          en: `The id “${id}” is already that of “${taker}”. Give one of the two another name.`,
        },
      },
    ];
  });
}
