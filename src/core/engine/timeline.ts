/** The way a player took through the turns of a drill, and the best way. */
import type { Option, Timeline, Turn } from '../scenario/format/drill.ts';

/** One decision: the option taken on a turn. */
export interface Decision {
  readonly turn: Turn;
  readonly option: Option;
}

/** The decisions taken, from the first turn on; ends before the first choice that its turn does not offer. */
export function decisionsOf(timeline: Timeline, choices: readonly string[]): readonly Decision[] {
  const decisions: Decision[] = [];
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

/** The turn that waits for a decision; undefined when the turns are over. */
export function turnNow(timeline: Timeline, choices: readonly string[]): Turn | undefined {
  const last = decisionsOf(timeline, choices).at(-1);
  return last === undefined ? timeline.turns[0] : turnAfter(timeline, last.option);
}

/** The shortest way of best options only, from a turn to the end; of several as short, that of the options named first. */
export function bestWay(timeline: Timeline, from = timeline.turns[0]): readonly Decision[] {
  const ways = new Map<Option['next'], readonly Decision[] | undefined>();
  // What follows a turn lies later, so from the last minute backwards every way that is needed is known already.
  for (const turn of timeline.turns.toSorted((a, b) => b.minute - a.minute)) {
    const own = turn.options
      .filter(({ worth }) => worth === 'best')
      .map((option): readonly Decision[] => [{ turn, option }, ...(ways.get(option.next) ?? [])]);
    const [shortest] = own.toSorted((a, b) => a.length - b.length);
    ways.set(turn.id, shortest);
  }
  return ways.get(from?.id) ?? [];
}

const cost = { best: 0, weak: 0.5, harmful: 1 } as const satisfies Record<Option['worth'], number>;

/** What a decision loses: nothing for a best option, ½ for a weak one, 1 for a harmful one; and 1 for each decision it skips. */
export function lossOf(timeline: Timeline, { turn, option }: Decision): number {
  const next = turnAfter(timeline, option);
  const ahead = next === undefined ? 0 : bestWay(timeline, next).length;
  const skipped = Math.max(0, bestWay(timeline, turn).length - 1 - ahead);
  return cost[option.worth] + skipped;
}

function turnAfter({ turns }: Timeline, { next }: Option): Turn | undefined {
  return turns.find(({ id }) => id === next);
}
