/** The delivery status of a session and its listeners. */
import type { Delivery } from './port.ts';

export interface Status {
  readonly current: () => Delivery;
  readonly become: (next: Delivery) => void;
  readonly listen: (listener: () => void) => () => void;
}

export function createStatus(): Status {
  let current: Delivery = { state: 'saved' };
  const listeners = new Set<() => void>();
  return {
    current: () => current,
    become: (next) => {
      // `ended` is final: a late answer changes nothing.
      if (current.state === 'ended' || JSON.stringify(current) === JSON.stringify(next)) return;
      current = next;
      for (const listener of listeners) listener();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
