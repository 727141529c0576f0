/** The list of all explanations of a debrief: what would say the same twice is one entry with its places. */
import type { Finding } from '../../core/engine/assess.ts';
import type { DebriefStep } from '../../core/engine/debrief/debrief.ts';
import { authoredExplanation } from '../../explain/authored-explanation.ts';

/** One explanation, with the number of its marks and of its card. */
export interface Entry {
  readonly number: number;
  /** What its card is about. */
  readonly finding: Finding;
  /** Other places of the same fact, or about which there is the same to say. */
  readonly also: readonly Finding[];
}

/** The entries of all findings: those of the steps first, in their order, so that both have the same numbers. */
export function entriesOf(steps: readonly DebriefStep[], findings: readonly Finding[]): readonly Entry[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of new Set([...steps.map((step) => step.finding), ...findings])) {
    const key = sameness(finding);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [finding]);
    else known.push(finding);
  }
  return [...groups.values()].flatMap(([finding, ...also], index) =>
    finding === undefined ? [] : [{ number: index + 1, finding, also }],
  );
}

/** Equal for the clues of one fact, and for findings whose cards would read the same. */
function sameness({ subject, outcome, ink }: Finding): string {
  if (subject.kind === 'clue') return JSON.stringify([subject.kind, subject.clue.fact]);
  const said =
    subject.kind === 'general'
      ? [subject.regionKind, subject.regionKind === 'field' && subject.region]
      : [authoredExplanation(subject), 'decoy' in subject && subject.decoy.cue];
  return JSON.stringify([subject.kind, outcome, ink, said]);
}
