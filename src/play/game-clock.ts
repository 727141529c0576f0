/** The time a round is played by: it stands still while the page around the game holds it. */

export interface GameClock {
  /** Milliseconds since 1970, less all the time it stood still. */
  readonly now: () => number;
  readonly stop: () => void;
  readonly goOn: () => void;
}

export function createGameClock(now: () => number): GameClock {
  let stoppedAt: number | undefined;
  let stood = 0;
  return {
    now: () => (stoppedAt ?? now()) - stood,
    stop: () => {
      stoppedAt ??= now();
    },
    goOn: () => {
      if (stoppedAt !== undefined) stood += Math.max(0, now() - stoppedAt);
      stoppedAt = undefined;
    },
  };
}

/** The one of this page. */
export const gameClock = createGameClock(Date.now);
