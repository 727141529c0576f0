/** Whether it is time to refresh what was learnt. */

/** Milliseconds. */
const day = 86_400_000;

/** A month of the mean Gregorian year, in days. */
const month = 30.436_875;

/** `fading`: the last round is five to six months old, when what training taught is known to fade; `faded`: older still. */
export type Nudge = 'none' | 'fading' | 'faded';

/** What to tell a player whose last round ended at `lastRound` (milliseconds since 1970; `undefined` before the first). */
export function nudgeOf(lastRound: number | undefined, now: number): Nudge {
  if (lastRound === undefined) return 'none';
  const months = (now - lastRound) / day / month;
  if (months < 5) return 'none';
  return months <= 6 ? 'fading' : 'faded';
}
