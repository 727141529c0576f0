/**
 * Assesses what a player did in a drill (turn by turn, and in the order of steps) against what its author calls
 * best.
 */
import type { Drill, Timeline } from '../../scenario/format/drill.ts';
import { bestWay, decisionsOf, lossOf, turnNow } from './timeline.ts';

type Step = NonNullable<Drill['steps']>[number];

/**
 * `right`: taken at its place. `early`, `late`: taken before or after its place. `forgotten`: left out. `harmful`:
 * taken although it does harm. `avoided`: a harmful step that was left out.
 */
export type StepOutcome = 'right' | 'early' | 'late' | 'forgotten' | 'harmful' | 'avoided';

/** The assessment of a drill. */
export interface DrillAssessment {
  /**
   * 0 to 1: 1 − lost / (decisions on the best path + ranked steps), at least 0. A harmful option loses 1, a weak
   * one ½, a decision skipped or not yet made 1. A forgotten or harmful step loses 1, a misplaced one ½.
   */
  readonly score: number;
  /** Every step of the drill, in the author's order. */
  readonly steps: readonly { readonly step: string; readonly outcome: StepOutcome }[];
}

/**
 * Assesses a drill. `choices` are the ids of the chosen options, turn by turn. `chosen` are the ids of steps in the
 * chosen order; repeated and unknown ids count for nothing.
 */
export function assessDrill(
  drill: Drill,
  chosen: readonly string[],
  choices: readonly string[],
): DrillAssessment {
  const { steps: offered = [], timeline } = drill;
  const taken = [...new Set(chosen)].flatMap((id) => rankedStep(offered, id));
  const inPlace = longestInOrder(taken);
  const steps = offered.map((step) => ({
    step: step.id,
    outcome: outcomeOf(step, new Set(chosen), taken, inPlace),
  }));
  const lost = steps.reduce(
    (sum, { outcome }) => sum + loss[outcome],
    timeline ? lostIn(timeline, choices) : 0,
  );
  const ranked = offered.filter(({ rank }) => rank !== undefined).length;
  const decisions = timeline ? bestWay(timeline).length : 0;
  return { score: Math.max(0, 1 - lost / Math.max(1, ranked + decisions)), steps };
}

function lostIn(timeline: Timeline, choices: readonly string[]): number {
  const waiting = turnNow(timeline, choices);
  const untaken = waiting === undefined ? 0 : bestWay(timeline, waiting).length;
  return decisionsOf(timeline, choices).reduce((sum, decision) => sum + lossOf(timeline, decision), untaken);
}

const loss = {
  right: 0,
  early: 0.5,
  late: 0.5,
  forgotten: 1,
  harmful: 1,
  avoided: 0,
} as const satisfies Record<StepOutcome, number>;

interface Ranked {
  readonly id: string;
  readonly rank: number;
}

function rankedStep(steps: readonly Step[], id: string): readonly Ranked[] {
  const rank = steps.find((step) => step.id === id)?.rank;
  return rank === undefined ? [] : [{ id, rank }];
}

function outcomeOf(
  { id, rank }: Step,
  chosen: ReadonlySet<string>,
  taken: readonly Ranked[],
  inPlace: readonly Ranked[],
): StepOutcome {
  if (rank === undefined) return chosen.has(id) ? 'harmful' : 'avoided';
  if (!chosen.has(id)) return 'forgotten';
  if (inPlace.some((step) => step.id === id)) return 'right';
  const since = new Set(taken.slice(taken.findIndex((step) => step.id === id)));
  return inPlace.some((step) => step.rank < rank && since.has(step)) ? 'early' : 'late';
}

/**
 * The largest set of steps that are in order among themselves; steps of equal rank may be in any order. All other
 * steps were out of place. Among sets of equal size, takes the one with the lowest ranks at the end, so that of two
 * swapped steps the later one counts as early.
 */
function longestInOrder(taken: readonly Ranked[]): readonly Ranked[] {
  // Ranks start at 1, so every step can extend the empty chain.
  const chains: (readonly Ranked[])[] = [[]];
  for (const step of taken) {
    const before = chains.filter((chain) => lastRank(chain) <= step.rank);
    chains.push([...best(before), step]);
  }
  return best(chains);
}

/** Among chains of equal length, a later one ends lower: otherwise it would have extended the earlier one. */
function best(chains: readonly (readonly Ranked[])[]): readonly Ranked[] {
  return chains.reduce((one, other) => (other.length >= one.length ? other : one));
}

function lastRank(chain: readonly Ranked[]): number {
  return chain.at(-1)?.rank ?? 0;
}
