/** Reads from and writes to the device, as long as it lets us; knows when it does not. */
import { type Connection, connectionTo, type Loss, type Query, StorageFailure } from './connection.ts';

export interface Device {
  /** Why nothing new outlives the page, if it does not. */
  readonly loss: () => Loss | undefined;
  /** Undefined where the device cannot answer, so that the sitting's own copy must. */
  readonly read: <Value>(query: Query<Value>) => Promise<Value | undefined>;
  /**
   * Whether the device has it now. The change reaches the database before this returns, as the page may be closing; on a new
   * connection, `again` is run in its place.
   */
  readonly write: (change: Query<unknown>, again?: Query<unknown>) => Promise<boolean>;
  /** How many writes were begun, so that a reading can tell that it has become old. */
  readonly writes: () => number;
  /** Empties what is open, or by other means if nothing is. Rejects where neither can be done. */
  readonly clear: (query: Query<unknown>, otherwise: () => Promise<unknown>) => Promise<void>;
}

interface Listening {
  /** Called once it keeps nothing any more. */
  readonly onLost: (loss: Loss) => void;
  /** Called when it answers after all. */
  readonly onFound: () => void;
}

/** Opens the device's database of this name; done as soon as it is open, or known not to open soon. */
export async function openDevice(name: string, { onLost, onFound }: Listening): Promise<Device> {
  let loss: Loss | undefined;
  let isReadable = true;
  let writes = 0;
  const lose = (why: Loss): void => {
    if (loss !== undefined) return;
    loss = why;
    onLost(why);
  };
  const connection: Connection = connectionTo(name, {
    onTaken: () => {
      isReadable = false;
      lose('newer');
    },
    onLate: () => {
      loss = undefined;
      isReadable = true;
      onFound();
    },
  });
  const device: Device = {
    loss: () => loss,
    writes: () => writes,
    read: async (query) => {
      if (!isReadable) return undefined;
      try {
        return await connection.run(query);
      } catch (error) {
        isReadable = false;
        lose(lossIn(error));
        return undefined;
      }
    },
    write: async (change, again) => {
      writes += 1;
      if (loss !== undefined) return false;
      try {
        await connection.run(change, again);
        return true;
      } catch (error) {
        // Full or broken: what was kept before may still be read.
        lose(lossIn(error));
        return false;
      }
    },
    clear: async (query, otherwise) => {
      writes += 1;
      if (!isReadable) {
        await otherwise();
        return;
      }
      await connection.run(query);
      // What was full has room again.
      loss = undefined;
    },
  };
  await device.read(() => Promise.resolve());
  return device;
}

const lossIn = (error: unknown): Loss => (error instanceof StorageFailure ? error.loss : 'broken');
