/** Whether it is time to refresh what was learnt. */

/** In milliseconds. */
const day = 86_400_000;

/** In days: a mean month of the Gregorian year. */
const month = 30.436_875;

/**
 * `fading`: the last round is five to six months ago, when training effects are known to fade. `faded`: it is
 * longer ago.
 */
export type NudgeReason = 'none' | 'fading' | 'faded';

/**
 * What to tell a player whose last round ended at `lastRound` (milliseconds since 1970; `undefined` before the
 * first round).
 */
export function nudgeOf(lastRound: number | undefined, now: number): NudgeReason {
  if (lastRound === undefined) return 'none';
  const months = (now - lastRound) / day / month;
  if (months < 5) return 'none';
  return months <= 6 ? 'fading' : 'faded';
}
