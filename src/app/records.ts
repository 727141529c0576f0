/** Where finished rounds are kept. */
import type { RoundRecord } from '../core/record/round-record.ts';

export interface Records {
  /** All of them, in no order. */
  readonly records: () => Promise<readonly RoundRecord[]>;
  /** Keeps one; one with the same id is replaced. */
  readonly keep: (record: RoundRecord) => Promise<void>;
}

/** Kept as long as the page is open. */
export function recordsInMemory(): Records {
  const kept = new Map<string, RoundRecord>();
  return {
    records: () => Promise.resolve([...kept.values()]),
    keep: (record) => {
      kept.set(record.id, record);
      return Promise.resolve();
    },
  };
}
