/** The marks of a debrief on its message. */
import type { Finding } from '../../core/engine/assess.ts';
import type { DebriefStep } from '../../core/engine/debrief/debrief.ts';
import type { Mark } from '../../inbox/marks.tsx';
import type { Entry } from './entries.ts';

interface Shown {
  readonly steps: readonly DebriefStep[];
  /** The step that is shown, from 0; undefined while another part is. */
  readonly at: number | undefined;
  /** All of them; numbers beyond the steps are shown with their cards. */
  readonly entries: readonly Entry[];
  readonly isAll: boolean;
  readonly wordFor: (finding: Finding) => string;
}

/**
 * One mark per region, the steps first. Until everything is asked for, others are marked without a number, and only clues, what speaks
 * for the message and the player's own flags.
 */
export function explainedMarks({ steps, at, entries, isAll, wordFor }: Shown): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  const mark = (regions: readonly string[], one: Mark): void => {
    for (const region of regions) if (!marks.has(region)) marks.set(region, one);
  };
  for (const [index, { finding, regions, ends }] of steps.entries()) {
    const unnumbered = { kind: finding.outcome, word: wordFor(finding), lit: index === at };
    mark(ends, { ...unnumbered, number: index + 1 });
    mark(regions, unnumbered);
  }
  for (const { number, finding, also } of entries.slice(steps.length)) {
    for (const one of [finding, ...also]) {
      if (!isAll && !isShownAtFirst(one)) continue;
      const unnumbered = { kind: one.outcome, word: wordFor(one) };
      if (isAll) mark(one.regions.slice(-1), { ...unnumbered, number });
      mark(one.regions, unnumbered);
    }
  }
  return marks;
}

const isShownAtFirst = ({ subject, flagged }: Finding): boolean =>
  flagged || subject.kind === 'clue' || subject.kind === 'reassurance';
