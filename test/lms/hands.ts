/** A clock that a test controls. */
import type { Clock, TabStorage } from '../../src/lms/port.ts';

export interface Hands extends Clock {
  /** Advances the clock and runs due timers, with time for promises in between. */
  readonly turn: (milliseconds: number) => Promise<void>;
  /** Sets the device's clock forward or back; timers keep running. */
  readonly set: (milliseconds: number) => void;
}

export function aClock(start = Date.UTC(2026, 10, 24, 9)): Hands {
  let now = start;
  /** The offset of the device's clock. */
  let offset = 0;
  let due: readonly { readonly at: number; readonly run: () => void }[] = [];
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
  };
  return {
    now: () => now + offset,
    counted: () => now - start,
    set: (milliseconds) => {
      offset += milliseconds;
    },
    later: (milliseconds, run) => {
      const entry = { at: now + milliseconds, run };
      due = [...due, entry].toSorted((one, other) => one.at - other.at);
      return () => {
        due = due.filter((other) => other !== entry);
      };
    },
    turn: async (milliseconds) => {
      const end = now + milliseconds;
      await settle();
      for (let next = due[0]; next !== undefined && next.at <= end; next = due[0]) {
        due = due.slice(1);
        now = next.at;
        next.run();
        await settle();
      }
      now = end;
      await settle();
    },
  };
}

/** The storage of a browser's tab. */
export function aTab(): TabStorage {
  const kept = new Map<string, string>();
  return { read: (name) => kept.get(name), write: (name, value) => kept.set(name, value).has(name) };
}
