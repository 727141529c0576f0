/** Reads from and writes to the device as long as possible, and knows when it is not. */
import {
  type DatabaseConnection,
  connectionTo,
  type StorageLoss,
  type Query,
  StorageFailure,
} from './connection.ts';

/** The device's storage, which may fail at any time. */
export interface Device {
  /** Why new data will not survive the page; undefined if it will. */
  readonly loss: () => StorageLoss | undefined;
  /** Undefined if the device cannot answer; then use the copy in memory. */
  readonly read: <Value>(query: Query<Value>) => Promise<Value | undefined>;
  /**
   * Returns whether the device has the change now. It reaches the database before this function returns, because
   * the page may be closing. On a new connection, `again` runs instead.
   */
  readonly write: (change: Query<unknown>, again?: Query<unknown>) => Promise<boolean>;
  /**
   * As `write`, for something large that the player asked to keep. Returns why the device does not have it. If there
   * is no room for it, smaller changes are still written.
   */
  readonly writeLarge: (change: Query<unknown>) => Promise<StorageLoss | undefined>;
  /** How many writes have begun. A reader compares it before and after, to notice that its result is out of date. */
  readonly writes: () => number;
  /** Clears the open database, or calls `otherwise` if none is open. Rejects if neither works. */
  readonly clear: (query: Query<unknown>, otherwise: () => Promise<unknown>) => Promise<void>;
}

interface Listening {
  /** Called when the device stops keeping data. */
  readonly onLost: (loss: StorageLoss) => void;
  /** Called when it works again. */
  readonly onFound: () => void;
}

/** Opens the device's database of this name. Fulfilled as soon as it is open, or known not to open soon. */
export async function openDevice(name: string, { onLost, onFound }: Listening): Promise<Device> {
  let loss: StorageLoss | undefined;
  let isReadable = true;
  let writes = 0;
  const lose = (why: StorageLoss): void => {
    if (loss !== undefined) return;
    loss = why;
    onLost(why);
  };
  const connection: DatabaseConnection = connectionTo(name, {
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
        // Full or broken: old data may still be readable.
        lose(lossIn(error));
        return false;
      }
    },
    writeLarge: async (change) => {
      if (loss !== undefined) return loss;
      try {
        await connection.run(change);
        return undefined;
      } catch (error) {
        const why = lossIn(error);
        if (why !== 'full') lose(why);
        return why;
      }
    },
    clear: async (query, otherwise) => {
      writes += 1;
      if (!isReadable) {
        await otherwise();
        return;
      }
      await connection.run(query);
      // A full device has room again.
      loss = undefined;
    },
  };
  await device.read(() => Promise.resolve());
  return device;
}

const lossIn = (error: unknown): StorageLoss => (error instanceof StorageFailure ? error.loss : 'broken');
