/** The path a player took through the turns of a drill, and the best path. */
import type { Option, Timeline, Turn } from '../../scenario/format/drill.ts';

/** One decision: the option chosen on a turn. */
export interface TurnDecision {
  readonly turn: Turn;
  readonly option: Option;
}

/** The decisions from the first turn on. Ends before the first choice that its turn does not offer. */
export function decisionsOf(timeline: Timeline, choices: readonly string[]): readonly TurnDecision[] {
  const decisions: TurnDecision[] = [];
  let turn = timeline.turns[0];
  for (const choice of choices) {
    if (turn === undefined) break;
    const option = turn.options.find(({ id }) => id === choice);
    if (option === undefined) break;
    decisions.push({ turn, option });
    turn = turnAfter(timeline, option);
  }
  return decisions;
}

/** The turn to decide now; undefined when no turn is left. */
export function turnNow(timeline: Timeline, choices: readonly string[]): Turn | undefined {
  const last = decisionsOf(timeline, choices).at(-1);
  return last === undefined ? timeline.turns[0] : turnAfter(timeline, last.option);
}

/**
 * The shortest path of best options from a turn to the end. Among equally short paths, the one whose options are
 * named first.
 */
export function bestWay(timeline: Timeline, from = timeline.turns[0]): readonly TurnDecision[] {
  const ways = new Map<Option['next'], readonly TurnDecision[] | undefined>();
  // Later turns have later minutes, so going backwards in time, every path needed is already known.
  for (const turn of timeline.turns.toSorted((a, b) => b.minute - a.minute)) {
    const own = turn.options
      .filter(({ worth }) => worth === 'best')
      .map((option): readonly TurnDecision[] => [{ turn, option }, ...(ways.get(option.next) ?? [])]);
    const [shortest] = own.toSorted((a, b) => a.length - b.length);
    ways.set(turn.id, shortest);
  }
  return ways.get(from?.id) ?? [];
}

const cost = { best: 0, weak: 0.5, harmful: 1 } as const satisfies Record<Option['worth'], number>;

/**
 * What a decision costs: 0 for a best option, ½ for a weak one, 1 for a harmful one, plus 1 for each decision it
 * skips.
 */
export function lossOf(timeline: Timeline, { turn, option }: TurnDecision): number {
  const next = turnAfter(timeline, option);
  const ahead = next === undefined ? 0 : bestWay(timeline, next).length;
  const skipped = Math.max(0, bestWay(timeline, turn).length - 1 - ahead);
  return cost[option.worth] + skipped;
}

function turnAfter({ turns }: Timeline, { next }: Option): Turn | undefined {
  return turns.find(({ id }) => id === next);
}
