/** The connection to the device's database. It reconnects when the browser drops it. */
import type { IDBPDatabase } from 'idb';
import { isFields } from '../core/scenario/read/from-outside.ts';
import { openShelves, type StoredShelves } from './database.ts';

/**
 * Why the device no longer keeps anything. `blocked`: by the browser or a frame. `full`: no room. `newer`: a newer
 * version of the game owns the database. `older`: a tab with an older version still holds it. `broken`: anything
 * else.
 */
export type StorageLoss = 'blocked' | 'full' | 'newer' | 'older' | 'broken';

/** The device could not carry out a query. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure';
  readonly loss: StorageLoss;
  constructor(loss: StorageLoss, cause: unknown) {
    super(`storage: ${loss}`, { cause });
    this.loss = loss;
  }
}

/** A query to the database. During long work it calls `alive`, so that it does not time out. */
export type Query<Value> = (open: IDBPDatabase<StoredShelves>, alive: () => void) => Promise<Value>;

/** Runs queries, reconnecting where needed. */
export interface DatabaseConnection {
  /**
   * Runs a query on the open database before it returns, because the page may be closing. If no database is open
   * yet, or the connection turns out to be lost (as on iOS after a while in the background), opens one and runs
   * `again`. Rejects with a `StorageFailure`.
   */
  readonly run: <Value>(query: Query<Value>, again?: Query<Value>) => Promise<Value>;
}

interface Listening {
  /** A newer version of the game has taken over the database. */
  readonly onTaken: () => void;
  /** The database opened after `run` had already given up on it. */
  readonly onLate: () => void;
}

/** Returns a connection that opens at the first query. */
export function connectionTo(name: string, { onTaken, onLate }: Listening): DatabaseConnection {
  let database: IDBPDatabase<StoredShelves> | undefined;
  let opening: Opening | undefined;

  const open = (): Opening => {
    const state = { isGivenUp: false };
    let block = (): void => undefined;
    const blocked = new Promise<never>((_, reject) => {
      block = () => reject(new StorageFailure('older', undefined));
    });
    const found = openShelves(name, {
      onBlocked: () => block(),
      onClosed: (isTaken) => {
        database = undefined;
        if (isTaken) onTaken();
      },
    }).then(
      (opened) => {
        opening = undefined;
        database = opened;
        if (state.isGivenUp) onLate();
        return opened;
      },
      (error: unknown) => {
        opening = undefined;
        throw new StorageFailure(lossAtOpening(error), error);
      },
    );
    return { promise: Promise.race([found, blocked]), giveUp: () => (state.isGivenUp = true) };
  };
  const opened = async (): Promise<IDBPDatabase<StoredShelves>> => {
    if (database !== undefined) return database;
    opening ??= open();
    const { promise, giveUp } = opening;
    try {
      return await inTime(() => promise, 'blocked');
    } catch (error) {
      giveUp();
      throw error;
    }
  };
  return {
    run: async (query, again = query) => {
      const at = database;
      const attempt = async () => {
        const found = await opened();
        return inTime((alive) => again(found, alive), 'broken');
      };
      if (at === undefined) return attempt().catch(asFailure);
      try {
        return await inTime((alive) => query(at, alive), 'broken');
      } catch (error) {
        if (!isConnectionLost(error)) return asFailure(error);
        if (database === at) {
          at.close();
          database = undefined;
        }
        return attempt().catch(asFailure);
      }
    },
  };
}

interface Opening {
  /** Rejects at once if an older version of the game blocks the database, although it may open later. */
  readonly promise: Promise<IDBPDatabase<StoredShelves>>;
  /** Stops waiting for it. */
  readonly giveUp: () => void;
}

/**
 * In milliseconds: how often to look, and (`patience`) after how many looks without an answer to give up. Play must
 * not wait longer.
 */
const tick = 1_000;
const patience = 4;

/**
 * Rejects if no answer comes in time. Time during which the page itself was suspended, as with a closed lid, counts
 * as one tick.
 */
function inTime<Value>(work: (alive: () => void) => Promise<Value>, loss: StorageLoss): Promise<Value> {
  return new Promise((resolve, reject) => {
    let left = patience;
    const going = work(() => {
      left = patience;
    });
    const clock = setInterval(() => {
      left -= 1;
      if (left > 0) return;
      clearInterval(clock);
      reject(new StorageFailure(loss, new DOMException('no answer', 'TimeoutError')));
    }, tick);
    going.finally(() => clearInterval(clock)).then(resolve, reject);
  });
}

const nameOf = (error: unknown): unknown => (isFields(error) ? error['name'] : undefined);

/**
 * By the error names of the IndexedDB specification. A browser without storage throws a ReferenceError or
 * TypeError.
 */
function lossAtOpening(error: unknown): StorageLoss {
  switch (nameOf(error)) {
    case 'VersionError':
      return 'newer';
    case 'QuotaExceededError':
      return 'full';
    case 'SecurityError':
    case 'InvalidStateError':
    case 'ReferenceError':
    case 'TypeError':
      return 'blocked';
    default:
      return 'broken';
  }
}

/** Error names that browsers give when a connection or transaction is gone although the database is intact. */
const lostNames: ReadonlySet<unknown> = new Set([
  'AbortError',
  'InvalidStateError',
  'TransactionInactiveError',
  'UnknownError',
]);

const isConnectionLost = (error: unknown): boolean => lostNames.has(nameOf(error));

function asFailure(error: unknown): never {
  if (error instanceof StorageFailure) throw error;
  throw new StorageFailure(nameOf(error) === 'QuotaExceededError' ? 'full' : 'broken', error);
}
