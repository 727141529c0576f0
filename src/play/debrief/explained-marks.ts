/** The marks of a debrief on its message. */
import type { Finding } from '../../core/engine/assess.ts';
import type { DebriefStep } from '../../core/engine/debrief/debrief.ts';
import type { Mark } from '../../inbox/marks.tsx';

/** A finding with the number of its card. */
export interface Numbered {
  readonly number: number;
  readonly finding: Finding;
}

/** All findings, those of the steps first. */
export function numberedFindings(
  steps: readonly DebriefStep[],
  findings: readonly Finding[],
): readonly Numbered[] {
  const first = steps.map(({ finding }) => finding);
  return [...first, ...findings.filter((finding) => !first.includes(finding))].map((finding, index) => ({
    number: index + 1,
    finding,
  }));
}

interface Shown {
  readonly steps: readonly DebriefStep[];
  /** The step that is shown, from 0; undefined while another part is. */
  readonly at: number | undefined;
  /** All of them; numbers beyond the steps are shown with their cards. */
  readonly numbered: readonly Numbered[];
  readonly isAll: boolean;
  readonly wordFor: (finding: Finding) => string;
}

/**
 * One mark per region, the steps first. Until everything is asked for, others are marked without a number, and only clues, what speaks
 * for the message and the player's own flags.
 */
export function explainedMarks({ steps, at, numbered, isAll, wordFor }: Shown): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  const mark = (regions: readonly string[], one: Mark): void => {
    for (const region of regions) if (!marks.has(region)) marks.set(region, one);
  };
  for (const [index, { finding, regions, ends }] of steps.entries()) {
    const unnumbered = { kind: finding.outcome, word: wordFor(finding), lit: index === at };
    mark(ends, { ...unnumbered, number: index + 1 });
    mark(regions, unnumbered);
  }
  for (const { number, finding } of numbered.slice(steps.length)) {
    if (!isAll && !isShownAtFirst(finding)) continue;
    const unnumbered = { kind: finding.outcome, word: wordFor(finding) };
    if (isAll) mark(finding.regions.slice(-1), { ...unnumbered, number });
    mark(finding.regions, unnumbered);
  }
  return marks;
}

const isShownAtFirst = ({ subject, flagged }: Finding): boolean =>
  flagged || subject.kind === 'clue' || subject.kind === 'reassurance';
