/** The delivery status of a session and its listeners. */
import type { RecordDelivery } from './port.ts';

/** The delivery status of records, and who is told of changes. */
export interface DeliveryStatus {
  readonly current: () => RecordDelivery;
  readonly become: (next: RecordDelivery) => void;
  readonly listen: (listener: () => void) => () => void;
}

/** A status that begins as saved. */
export function createStatus(): DeliveryStatus {
  let current: RecordDelivery = { state: 'saved' };
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
