/** The steps a player chose in a drill, and their order, against the ranks its author gave. */
import type { Drill } from '../scenario/schema.ts';

type Step = Drill['steps'][number];

/**
 * `right`: taken in its place. `early` and `late`: taken before or after its place. `forgotten`: left out.
 * `harmful`: a step not to take, taken. `avoided`: one left alone.
 */
export type StepOutcome = 'right' | 'early' | 'late' | 'forgotten' | 'harmful' | 'avoided';

export interface DrillAssessment {
  /** 0 to 1: 1 − lost / number of ranked steps, where a forgotten or harmful step loses 1 and one out of place ½; never below 0. */
  readonly score: number;
  /** Every step of the drill, in the author's order. */
  readonly steps: readonly { readonly step: string; readonly outcome: StepOutcome }[];
}

/** What each step was worth, and the whole; `chosen` are ids in the order taken, of which repeated and unknown ones count nothing. */
export function assessDrill(drill: Drill, chosen: readonly string[]): DrillAssessment {
  const taken = [...new Set(chosen)].flatMap((id) => rankedStep(drill.steps, id));
  const inPlace = longestInOrder(taken);
  const steps = drill.steps.map((step) => ({
    step: step.id,
    outcome: outcomeOf(step, new Set(chosen), taken, inPlace),
  }));
  const lost = steps.reduce((sum, { outcome }) => sum + loss[outcome], 0);
  const ranked = drill.steps.filter(({ rank }) => rank !== undefined).length;
  return { score: Math.max(0, 1 - lost / Math.max(1, ranked)), steps };
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
  const at = taken.findIndex((step) => step.id === id);
  return inPlace.some((step) => step.rank < rank && taken.indexOf(step) > at) ? 'early' : 'late';
}

/**
 * The most steps that stand in order among themselves, equal ranks in any order: whatever lies outside them is what was out of
 * place. Of several such choices the one with the lowest ranks last, so that of two steps exchanged the later one came early.
 */
function longestInOrder(taken: readonly Ranked[]): readonly Ranked[] {
  const chains: (readonly Ranked[])[] = [];
  for (const step of taken) {
    const before = chains.filter((chain) => lastRank(chain) <= step.rank);
    chains.push([...best(before), step]);
  }
  return best(chains);
}

/** Of chains as long, a later one ends lower: ending higher, it would have gone on from the earlier one and be longer. */
function best(chains: readonly (readonly Ranked[])[]): readonly Ranked[] {
  return chains.reduce<readonly Ranked[]>((one, other) => (other.length >= one.length ? other : one), []);
}

function lastRank(chain: readonly Ranked[]): number {
  return chain.at(-1)?.rank ?? 0;
}
