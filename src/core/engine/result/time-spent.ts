/** How long a player spent on each message of a round, for the device's record and the LMS alike. */
import type { Move } from '../answer.ts';

/** In seconds. A longer time without a move was an interruption, such as a telephone call. */
const longestPause = 300;

/**
 * Seconds by message id. The time before a move counts for its message, at most `longestPause` per move. A clock
 * that jumps back counts as no time. Moves that are not about the message itself (a reason given after the answer,
 * more time for the round, the end of its time) add nothing, so that the time of an answered message does not
 * change.
 */
export function secondsByMessage(moves: readonly Move[]): ReadonlyMap<string, number> {
  const seconds = new Map<string, number>();
  moves.forEach(({ kind, message, at }, index) => {
    if (kind === 'reason' || kind === 'extend' || kind === 'expire') return;
    const pause = (at - (moves[index - 1]?.at ?? at)) / 1000;
    seconds.set(message, (seconds.get(message) ?? 0) + Math.min(longestPause, Math.max(0, pause)));
  });
  return seconds;
}
