/** The connection to the device's database, made anew when the browser loses it. */
import type { IDBPDatabase } from 'idb';
import { isFields } from '../core/scenario/read/from-outside.ts';
import { openShelves, type Shelves } from './database.ts';

/**
 * Why the device keeps nothing any more: `blocked` by the browser or a frame, `full`, `newer` for a newer version of the game has been
 * here, `older` for a tab with an older one has not let go yet, `broken` for all else.
 */
export type Loss = 'blocked' | 'full' | 'newer' | 'older' | 'broken';

/** The device could not do what was asked of it. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure';
  readonly loss: Loss;
  constructor(loss: Loss, cause: unknown) {
    super(`storage: ${loss}`, { cause });
    this.loss = loss;
  }
}

/** Asks the database; calls `alive` now and then during long work, so that it is not taken for dead. */
export type Query<Value> = (open: IDBPDatabase<Shelves>, alive: () => void) => Promise<Value>;

export interface Connection {
  /**
   * Runs a query on the open database before it returns, as the page may be closing. Where no database is open yet, or the connection
   * turns out to be lost, as on iOS after a while in the background, it opens one and runs `again`. Rejects with a `StorageFailure`.
   */
  readonly run: <Value>(query: Query<Value>, again?: Query<Value>) => Promise<Value>;
}

interface Listening {
  /** A newer version of the game has taken the database away. */
  readonly onTaken: () => void;
  /** The database has opened after all, when `run` had given it up already. */
  readonly onLate: () => void;
}

/** Opens nothing before the first query. */
export function connectionTo(name: string, { onTaken, onLate }: Listening): Connection {
  let database: IDBPDatabase<Shelves> | undefined;
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
  const opened = async (): Promise<IDBPDatabase<Shelves>> => {
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
  /** Rejects at once where an older version of the game is in the way, though the database may open later. */
  readonly promise: Promise<IDBPDatabase<Shelves>>;
  /** Nobody waits for it any more. */
  readonly giveUp: () => void;
}

/** Milliseconds between two looks, and how many of them may pass without an answer: play must not wait longer. */
const tick = 1_000;
const patience = 4;

/** Rejects where no answer comes in time. Time in which the page itself stood still, as with a closed lid, counts for one look. */
function inTime<Value>(work: (alive: () => void) => Promise<Value>, loss: Loss): Promise<Value> {
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

/** By the names of the IndexedDB specification; a browser that has no storage at all gives a ReferenceError or TypeError. */
function lossAtOpening(error: unknown): Loss {
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

/** What browsers say where a connection or a transaction has gone, though the database is sound. */
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
