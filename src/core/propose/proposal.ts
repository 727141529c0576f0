/** A proposal: a clue or reassurance that the analyser suggests to a trainer. It never says what a message is. */
import type { Anchor } from '../scenario/format/anchor.ts';
import type { CueId } from '../scenario/format/cues.ts';
import type { Weight } from '../scenario/format/solution.ts';
import type { Localized } from '../scenario/format/text.ts';

/**
 * How sure a proposal is. **certain** follows from headers, addresses or file names, and was right in at least 95 % of
 * the shipped messages and never wrong in a genuine one; **likely** is a pattern; **guess** is only worth a look.
 */
export const grades = ['certain', 'likely', 'guess'] as const;
/** How sure a proposal is. */
export type Grade = (typeof grades)[number];

/** What a rule found at one place. */
export type FoundSign =
  | {
      readonly kind: 'clue';
      readonly cue: CueId;
      readonly grade: Grade;
      readonly weight: Weight;
      readonly anchor: Anchor;
      readonly explanation: Localized;
    }
  | {
      readonly kind: 'reassurance';
      readonly grade: Grade;
      readonly anchor: Anchor;
      readonly explanation: Localized;
    };

/** A suggested clue or reassurance. */
export type Proposal = FoundSign & {
  /** The rule that made it. */
  readonly rule: string;
};

/** What the table of a rule says about one sign. The texts may name values in braces: `{domain}`. */
export interface Sign {
  readonly cue: CueId;
  readonly grade: Grade;
  readonly weight: Weight;
  readonly text: Localized;
}

/** A clue from a sign of a table, with its values inserted. */
export function clueOf(
  { cue, grade, weight, text }: Sign,
  anchor: Anchor,
  values: Readonly<Record<string, unknown>> = {},
): FoundSign {
  return { kind: 'clue', cue, grade, weight, anchor, explanation: withValues(text, values) };
}

/** A text with its values in place of their names in braces. */
export function withValues(text: Localized, values: Readonly<Record<string, unknown>>): Localized {
  const insert = (sentence: string): string =>
    sentence.replace(/\{(\w+)\}/g, (whole, name: string) => shortened(values[name]) ?? whole);
  return { ja: insert(text.ja), en: insert(text.en) };
}

/** In UTF-16 units: a longer value would make the sentence unreadable. */
const longestValue = 80;

function shortened(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value);
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}
