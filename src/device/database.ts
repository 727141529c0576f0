/** The game's database on this device: its shelves, and how those of an older version become today's. */
import { isFields } from '../core/scenario/read/from-outside.ts';
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { movesFrom } from '../core/engine/move-log.ts';
import type { Move } from '../core/engine/answer.ts';

export const databaseName = 'mikiwame';

/**
 * 1: rounds with all their moves in one value, settings in one value.
 * 2: a move is a value of its own, so that keeping one costs the same at any length; so is a setting. Finished rounds; the schedule.
 */
const version = 2;

export interface Shelves extends DBSchema {
  /** What is open in a round, by the round's key. */
  rounds: { key: string; value: unknown };
  /** `{ round, move }`, numbered by the database, which gives two tabs two numbers. */
  moves: { key: number; value: unknown; indexes: { round: string } };
  /** Finished rounds, by their ids. */
  records: { key: string; value: unknown };
  /** By their names. */
  settings: { key: string; value: unknown };
  /** The schedule, under one key. */
  cards: { key: string; value: unknown };
}

export const shelfNames = ['rounds', 'moves', 'records', 'settings', 'cards'] as const;

/**
 * Why the device keeps nothing any more: `blocked` by the browser or a frame, `full`, `newer` for another version of the game has
 * been here, `broken` for all else.
 */
export type Loss = 'blocked' | 'full' | 'newer' | 'broken';

/** What went wrong with the device's storage, by the names of the IndexedDB specification. */
export function lossOf(error: unknown): Loss {
  switch (isFields(error) && error['name']) {
    case 'QuotaExceededError':
      return 'full';
    case 'VersionError':
      return 'newer';
    case 'SecurityError':
    case 'InvalidStateError':
    case 'ReferenceError':
    case 'TypeError':
      return 'blocked';
    default:
      return 'broken';
  }
}

/** Milliseconds. A database that does not open by then will not, and play must not wait for it. */
const patience = 4_000;

/** Opens the database; `onClosed` is called when it is taken away later. Rejects if it cannot be opened, or not soon. */
export async function openShelves(
  name: string,
  onClosed: (loss: Loss) => void,
): Promise<IDBPDatabase<Shelves>> {
  const opening = openDB<Shelves>(name, version, {
    upgrade: (database, oldVersion, _, transaction) => {
      void upgrade(database, oldVersion, transaction).catch(() => transaction.abort());
    },
    // Another tab brings a newer version of the game: let it, and go on in memory.
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
      onClosed('newer');
    },
    terminated: () => onClosed('broken'),
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('did not open', 'SecurityError')), patience);
  });
  try {
    return await Promise.race([opening, tooLate]);
  } catch (error) {
    // Should it open after all, nobody waits for it any more.
    void opening.then(
      (database) => database.close(),
      () => undefined,
    );
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

type Upgrade = IDBPTransaction<Shelves, StoreNames<Shelves>[], 'versionchange'>;

async function upgrade(
  database: IDBPDatabase<Shelves>,
  oldVersion: number,
  transaction: Upgrade,
): Promise<void> {
  if (oldVersion < 1) {
    database.createObjectStore('rounds');
    database.createObjectStore('settings');
  }
  database.createObjectStore('moves', { autoIncrement: true }).createIndex('round', 'round');
  database.createObjectStore('records');
  database.createObjectStore('cards');
  if (oldVersion === 1) await fromVersion1(transaction);
}

async function fromVersion1(transaction: Upgrade): Promise<void> {
  const rounds = transaction.objectStore('rounds');
  for (let cursor = await rounds.openCursor(); cursor !== null; cursor = await cursor.continue()) {
    const { key, value } = cursor;
    const fields = isFields(value) ? value : {};
    for (const move of movesFrom(fields['moves']) ?? []) {
      await transaction.objectStore('moves').add(keptMove(key, move));
    }
    await cursor.update({ open: fields['open'] });
  }
  const settings = transaction.objectStore('settings');
  const together = await settings.get('settings');
  await settings.clear();
  for (const [name, value] of Object.entries(isFields(together) ? together : {})) {
    await settings.put(value, name);
  }
}

/** A move as it lies on its shelf. */
export const keptMove = (round: string, move: Move): { readonly round: string; readonly move: Move } => ({
  round,
  move,
});
