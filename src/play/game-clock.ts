/**
 * The time a round is played by. It is counted, not read: a device's clock may be set in the middle of a round, which must neither
 * lengthen a timer nor end it. While the device sleeps, most browsers count nothing, and the timer stands still: nobody reads a
 * message on a sleeping device. From one page to the next only the device's clock can tell; there the last kept move is the bound.
 */
import type { Move } from '../core/engine/answer.ts';

export interface GameClock {
  /** Milliseconds that the page has run, less those it was held. */
  readonly now: () => number;
  /** Milliseconds that it was held. */
  readonly held: () => number;
  readonly stop: () => void;
  readonly goOn: () => void;
}

/** `counted` never goes back, whatever the device's clock is set to. */
export function createGameClock(counted: () => number): GameClock {
  let stoppedAt: number | undefined;
  let held = 0;
  return {
    now: () => (stoppedAt ?? counted()) - held,
    held: () => held + (stoppedAt === undefined ? 0 : counted() - stoppedAt),
    stop: () => {
      stoppedAt ??= counted();
    },
    goOn: () => {
      if (stoppedAt !== undefined) held += Math.max(0, counted() - stoppedAt);
      stoppedAt = undefined;
    },
  };
}

/** The one of this page. */
export const gameClock = createGameClock(() => performance.now());

interface TakenUp {
  /** The name under which the round is kept. */
  readonly key: string;
  /** Its moves so far. */
  readonly moves: readonly Move[];
  /** Whether a timer runs; without one the times follow the device's clock forwards, so that the days are right after a sleep. */
  readonly timed: boolean;
}

/** Gives each round of a page its own time, in milliseconds since 1970; one that is left and taken up again goes on with the time it had. */
export function createRoundClocks(clock: GameClock, wall: () => number): (round: TakenUp) => () => number {
  const known = new Map<string, () => number>();
  return ({ key, moves, timed }) => {
    const last = moves.at(-1)?.at;
    const before = last === undefined ? undefined : known.get(key);
    if (last !== undefined && before !== undefined && before() >= last) return before;
    const now = roundClock(clock, wall, { after: last ?? 0, timed });
    known.set(key, now);
    return now;
  };
}

/** Never earlier than `after`. */
function roundClock(
  clock: GameClock,
  wall: () => number,
  { after, timed }: { readonly after: number; readonly timed: boolean },
): () => number {
  const held = clock.held();
  let base = Math.max(wall(), after) - clock.now();
  return () => {
    const behind = wall() - (clock.held() - held) - (base + clock.now());
    if (!timed && behind > 0) base += behind;
    return Math.round(base + clock.now());
  };
}

/** The time of each round of this page. */
export const roundTime = createRoundClocks(gameClock, Date.now);
