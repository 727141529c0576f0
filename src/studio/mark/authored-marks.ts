/** What the solution of a draft says of the parts of its message. */
import { itemsOf, type JsonValue, memberOf } from '../../core/draft/json.ts';
import { type Anchor, anchorSchema } from '../../core/scenario/format/anchor.ts';
import { place } from '../../core/scenario/layout/place.ts';
import type { Layout } from '../../core/scenario/layout/regions.ts';
import type { Path } from '../../core/scenario/read/locate.ts';

/** The kinds of marks; a letter chooses each. */
export const authoredKinds = ['clue', 'decoy', 'myth', 'reassurance'] as const;
/** The kind of a mark. */
export type AuthoredKind = (typeof authoredKinds)[number];

/** One statement of the author about a part of the message. */
export interface AuthoredMark {
  readonly kind: AuthoredKind;
  /** Leads from the message. */
  readonly path: Path;
  readonly value: JsonValue;
  readonly anchor: Anchor | undefined;
  /** The parts it is about; empty where its place is lost. */
  readonly regions: readonly string[];
  /** The number of a clue or reassurance in its list, from 1. */
  readonly number: number;
}

/** The marks of a message in the order of its file: clues, decoys and myths, reassurances. */
export function authoredMarks(message: JsonValue, layout: Layout | undefined): readonly AuthoredMark[] {
  const solution = memberOf(message, 'solution');
  return (['clues', 'decoys', 'reassurances'] as const).flatMap((list) =>
    itemsOf(memberOf(solution, list)).map((value, index): AuthoredMark => {
      const read = anchorSchema.safeParse(memberOf(value, 'anchor'));
      const anchor = read.success ? read.data : undefined;
      const found = anchor && layout && place(anchor, layout);
      return {
        kind: kindOf(list, value),
        path: ['solution', list, index],
        value,
        anchor,
        regions: found?.found === true ? found.regions : [],
        number: index + 1,
      };
    }),
  );
}

function kindOf(list: 'clues' | 'decoys' | 'reassurances', value: JsonValue): AuthoredKind {
  if (list === 'clues') return 'clue';
  if (list === 'reassurances') return 'reassurance';
  return memberOf(value, 'weighs') === 'nothing' ? 'myth' : 'decoy';
}
/** Whether two marks stand at the same place of the file. */
export const isSameMark = (one: AuthoredMark | undefined, other: AuthoredMark | undefined): boolean =>
  one !== undefined && other !== undefined && one.path.join('/') === other.path.join('/');
