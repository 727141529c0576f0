import type { Move } from '../engine/answer.ts';

/** The id of the record of a round with these moves: played again from the start, it is another round. */
export const roundId = (moves: readonly Move[]): string =>
  `round-${Math.round(moves[0]?.at ?? 0).toString(36)}`;
