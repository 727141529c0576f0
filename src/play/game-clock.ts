/**
 * The time of a round. It is measured as elapsed time, not read from the device's clock, which may be changed
 * during a round and must neither extend nor end a timer. While the device sleeps, most browsers do not count, and
 * the timer stands still: nobody reads a message on a sleeping device. Between two page loads only the device's
 * clock can tell; there the last kept move is the lower bound.
 */
import type { Move } from '../core/engine/answer.ts';

/** The clock of a round, which can be paused. */
export interface GameClock {
  /** Milliseconds that the page has run, minus the time it was paused. */
  readonly now: () => number;
  /** Milliseconds that it was paused. */
  readonly held: () => number;
  readonly stop: () => void;
  readonly goOn: () => void;
}

/** A clock from `counted`, which never goes back, whatever the device's clock is set to. */
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

/** The clock of this page. */
export const gameClock = createGameClock(() => performance.now());

interface TakenUp {
  /** The key under which the round is stored. */
  readonly key: string;
  /** Its moves so far. */
  readonly moves: readonly Move[];
  /**
   * Whether a timer runs. Without one, times follow the device's clock forwards, so that dates are right after a
   * sleep.
   */
  readonly timed: boolean;
}

/**
 * Gives each round on a page its own time, in milliseconds since 1970. A round that is left and resumed continues
 * with its time.
 */
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

/** The clock of a round; never earlier than `after`. */
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

/** The time of each round on this page. */
export const roundTime = createRoundClocks(gameClock, Date.now);
