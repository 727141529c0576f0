/** The game's database on this device: its stores, and the migration from older versions. */
import { isFields } from '../core/scenario/read/from-outside.ts';
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { movesFrom } from '../core/engine/move-log.ts';
import type { Move } from '../core/engine/answer.ts';

/**
 * Version 1: each round with all its moves in one value, all settings in one value. Version 2: one value per move,
 * so that keeping a move costs the same at any length, and one per setting; adds finished rounds and the schedule.
 * Version 3: adds finished drills, and rounds that are finished but not recorded yet. Version 4: adds packs opened
 * from files, and drafts.
 */
const version = 4;

/** The object stores and their keys. Values are untrusted. */
export interface StoredShelves extends DBSchema {
  /** Which message is open in a round, by the round's key. */
  rounds: { key: string; value: unknown };
  /** `{ round, move }`. The database assigns the keys, so two tabs never use the same one. */
  moves: { key: number; value: unknown; indexes: { round: string } };
  /** Finished rounds by id. */
  records: { key: string; value: unknown };
  /** Settings by name. */
  settings: { key: string; value: unknown };
  /** The schedule, under a single key. */
  cards: { key: string; value: unknown };
  /** Finished drills by key. */
  drills: { key: string; value: unknown };
  /** Finished rounds that have no record yet, by the id of the record to come. */
  unrecorded: { key: string; value: unknown };
  /** What the start page shows of each pack opened from a file, by its id. */
  packs: { key: string; value: unknown };
  /** The bytes of each file of such a pack. */
  packFiles: { key: [pack: string, path: string]; value: unknown };
  /** The files of each draft as they were when it was last written whole, by its id. */
  drafts: { key: string; value: unknown };
  /** `{ draft, … }`: what was edited since. The database assigns the keys, so their order is that of the edits. */
  draftEdits: { key: number; value: unknown; indexes: { draft: string } };
}

/** The names of all stores. */
export const shelfNames = [
  'rounds',
  'moves',
  'records',
  'settings',
  'cards',
  'drills',
  'unrecorded',
  'packs',
  'packFiles',
  'drafts',
  'draftEdits',
] as const;

interface Opening {
  /** A tab with an older version of the game blocks the database, which opens once that tab closes it. */
  readonly onBlocked: () => void;
  /** The database was closed later, by a newer version of the game (`isTaken`) or by the browser. */
  readonly onClosed: (isTaken: boolean) => void;
}

/** Opens the database and waits as long as it takes. Rejects if it cannot be opened. */
export async function openShelves(
  name: string,
  { onBlocked, onClosed }: Opening,
): Promise<IDBPDatabase<StoredShelves>> {
  return openDB<StoredShelves>(name, version, {
    upgrade: (database, oldVersion, _, transaction) => {
      void upgrade(database, oldVersion, transaction).catch(() => transaction.abort());
    },
    blocked: onBlocked,
    // Another tab brings a newer version of the game: close the database for it, and continue in memory.
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
      onClosed(true);
    },
    terminated: () => onClosed(false),
  });
}

type Upgrade = IDBPTransaction<StoredShelves, StoreNames<StoredShelves>[], 'versionchange'>;

async function upgrade(
  database: IDBPDatabase<StoredShelves>,
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
  if (oldVersion < 3) {
    database.createObjectStore('drills');
    database.createObjectStore('unrecorded');
  }
  database.createObjectStore('packs');
  database.createObjectStore('packFiles');
  database.createObjectStore('drafts');
  database.createObjectStore('draftEdits', { autoIncrement: true }).createIndex('draft', 'draft');
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

/** A move as stored. */
export const keptMove = (round: string, move: Move): { readonly round: string; readonly move: Move } => ({
  round,
  move,
});
