/** Solutions and marks as the studio first writes them: partial, for the author to complete. */
import { isList, itemsOf, type JsonValue, memberOf } from '../../core/draft/json.ts';
import type { ValueChange } from '../../core/draft/change-text.ts';
import type { Anchor } from '../../core/scenario/format/anchor.ts';
import type { CueId } from '../../core/scenario/format/cues.ts';
import type { Truth, Weight } from '../../core/scenario/format/solution.ts';
import type { Path } from '../../core/scenario/read/locate.ts';
import { insert, remove, set } from '../draft/changes.ts';
import type { AuthoredKind, AuthoredMark } from './authored-marks.ts';

/** The truths, as a trainer chooses them. */
export const truths = ['phish', 'legitimate'] as const satisfies readonly Truth[];

/** What a message is, as far as it says so. */
export function truthIn(message: JsonValue | undefined): Truth | undefined {
  const truth = memberOf(memberOf(message, 'solution'), 'truth');
  return truths.find((one) => one === truth);
}

const unwritten = { ja: '', en: '' };

/** The change that makes a message a lure or genuine mail. What both kinds of solution have is kept. */
export function withTruth(message: JsonValue, truth: Truth): ValueChange {
  const before = memberOf(message, 'solution');
  const kept = (field: string, otherwise: JsonValue): JsonValue => memberOf(before, field) ?? otherwise;
  return set(['solution'], {
    truth,
    archetype: kept('archetype', 'draft'),
    ...(truth === 'phish'
      ? {
          facts: [],
          clues: [],
          premise: [{ audience: 'office', process: 4, relevance: 4, events: 0, consequence: 4, exposure: 0 }],
          difficulty: 'moderate',
        }
      : { reassurances: [] }),
    decoys: kept('decoys', []),
    best: { action: truth === 'phish' ? 'report' : 'keep', reason: unwritten },
    lesson: kept('lesson', unwritten),
    source: kept('source', { text: unwritten }),
  });
}

/** The kinds of marks that a solution can have. */
export const kindsFor = (truth: Truth): readonly AuthoredKind[] =>
  truth === 'phish' ? ['clue', 'decoy', 'myth'] : ['reassurance', 'decoy', 'myth'];

/** What a mark is about. */
export interface MarkWords {
  readonly anchor: JsonValue;
  readonly cue: CueId;
  readonly explanation: JsonValue;
}

/** A fact to be added with a clue, unless there is one with its id. */
export interface NewFact {
  readonly id: string;
  readonly weight: Weight;
  readonly title: JsonValue;
}

/**
 * The changes that add a mark, and the path at which it stands afterwards. A clue proves the given fact, otherwise the first one of
 * the solution, otherwise a new one.
 */
export function addedMark(
  message: JsonValue,
  kind: AuthoredKind,
  words: MarkWords,
  fact?: NewFact,
): { readonly changes: readonly ValueChange[]; readonly path: Path } {
  const solution = memberOf(message, 'solution');
  const list = listOf(kind);
  const items = memberOf(solution, list);
  const proven = fact ?? { id: factsIn(solution)[0]?.id ?? firstFact, weight: 'strong', title: unwritten };
  const value = markValue(solution, kind, words, proven.id);
  const count = itemsOf(items).length;
  const add =
    items !== undefined && isList(items)
      ? insert(['solution', list, count], value)
      : set(['solution', list], [value]);
  return {
    changes: [...(kind === 'clue' ? factAdded(solution, proven) : []), add],
    path: ['solution', list, count],
  };
}

/** The changes that make a mark one of another kind, and its path afterwards. */
export function changedKind(message: JsonValue, mark: AuthoredMark, kind: AuthoredKind) {
  const cue = memberOf(mark.value, 'cue');
  const added = addedMark(message, kind, {
    anchor: memberOf(mark.value, 'anchor') ?? {},
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a cue of the file; the parser says so if there is none of that name
    cue: (typeof cue === 'string' ? cue : 'inconsistency') as CueId,
    explanation: memberOf(mark.value, 'explanation') ?? unwritten,
  });
  if (listOf(kind) !== mark.path[1])
    return { changes: [...added.changes, remove(mark.path)], path: added.path };
  // A decoy and a myth stand in the same list.
  const change =
    kind === 'myth' ? set([...mark.path, 'weighs'], 'nothing') : remove([...mark.path, 'weighs']);
  return { changes: [change], path: mark.path };
}

/** A mark without words yet. */
export const blankMark = (anchor: Anchor, cue: CueId): MarkWords => ({
  anchor: { ...anchor },
  cue,
  explanation: unwritten,
});

function listOf(kind: AuthoredKind): 'clues' | 'decoys' | 'reassurances' {
  if (kind === 'clue') return 'clues';
  return kind === 'reassurance' ? 'reassurances' : 'decoys';
}

function markValue(
  solution: JsonValue | undefined,
  kind: AuthoredKind,
  { anchor, cue, explanation }: MarkWords,
  fact: string,
): JsonValue {
  const id = freeId(solution, kind);
  switch (kind) {
    case 'clue':
      return { id, cue, fact, anchor, explanation };
    case 'decoy':
      return { id, cue, anchor, explanation };
    case 'myth':
      return { id, cue, anchor, weighs: 'nothing', explanation };
    case 'reassurance':
      return { id, anchor, explanation };
  }
}

const firstFact = 'fact-1';

function factAdded(solution: JsonValue | undefined, { id, weight, title }: NewFact): readonly ValueChange[] {
  const known = factsIn(solution);
  if (known.some((fact) => fact.id === id)) return [];
  const fact = { id, weight, title };
  const facts = memberOf(solution, 'facts');
  return [
    facts !== undefined && isList(facts)
      ? insert(['solution', 'facts', facts.length], fact)
      : set(['solution', 'facts'], [fact]),
  ];
}

/** A fact as far as it is written. */
export interface AuthoredFact {
  readonly id: string;
  /** Leads from the message. */
  readonly path: Path;
  readonly value: JsonValue;
}

/** The facts of a solution. */
export const factsIn = (solution: JsonValue | undefined): readonly AuthoredFact[] =>
  itemsOf(memberOf(solution, 'facts')).flatMap((value, index) => {
    const id = memberOf(value, 'id');
    return typeof id === 'string' ? [{ id, path: ['solution', 'facts', index], value }] : [];
  });

/** An id that no mark and no fact of the solution has. */
export function freeId(solution: JsonValue | undefined, stem: string): string {
  const taken = new Set(
    ['facts', 'clues', 'decoys', 'reassurances'].flatMap((list) =>
      itemsOf(memberOf(solution, list)).map((value) => memberOf(value, 'id')),
    ),
  );
  for (let number = 1; ; number += 1) {
    if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
  }
}
