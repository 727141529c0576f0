/** The game's database on this device: its shelves, and how those of an older version become today's. */
import { isFields } from '../core/scenario/read/from-outside.ts';
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { movesFrom } from '../core/engine/move-log.ts';
import type { Move } from '../core/engine/answer.ts';

export const databaseName = 'mikiwame';

/**
 * 1: rounds with all their moves in one value, settings in one value.
 * 2: a move is a value of its own, so that keeping one costs the same at any length; so is a setting. Finished rounds; the schedule.
 * 3: finished drills; rounds that are finished and not recorded yet.
 */
const version = 3;

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
  /** Finished drills, by their keys. */
  drills: { key: string; value: unknown };
  /** The keys of finished rounds of which no record is kept yet; the values mean nothing. */
  unrecorded: { key: string; value: unknown };
}

export const shelfNames = [
  'rounds',
  'moves',
  'records',
  'settings',
  'cards',
  'drills',
  'unrecorded',
] as const;

interface Opening {
  /** A tab with an older version of the game is in the way; the database opens once that lets go. */
  readonly onBlocked: () => void;
  /** The database is taken away later: by a newer version of the game, or by the browser. */
  readonly onClosed: (isTaken: boolean) => void;
}

/** Opens the database, however long that takes. Rejects if it cannot be opened. */
export async function openShelves(
  name: string,
  { onBlocked, onClosed }: Opening,
): Promise<IDBPDatabase<Shelves>> {
  return openDB<Shelves>(name, version, {
    upgrade: (database, oldVersion, _, transaction) => {
      void upgrade(database, oldVersion, transaction).catch(() => transaction.abort());
    },
    blocked: onBlocked,
    // Another tab brings a newer version of the game: let it, and go on in memory.
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
      onClosed(true);
    },
    terminated: () => onClosed(false),
  });
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
  if (oldVersion < 2) {
    database.createObjectStore('moves', { autoIncrement: true }).createIndex('round', 'round');
    database.createObjectStore('records');
    database.createObjectStore('cards');
  }
  database.createObjectStore('drills');
  database.createObjectStore('unrecorded');
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
