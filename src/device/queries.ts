/** What is asked of the database and told to it; each call is one transaction, and rejects where the device fails. */
import { deleteDB, type IDBPDatabase } from 'idb';
import { isFields } from '../core/scenario/read/from-outside.ts';
import type { Move } from '../core/engine/answer.ts';
import { movesFrom } from '../core/engine/move-log.ts';
import { noPractice, type Practice, practiceFrom } from '../core/record/practice.ts';
import type { RoundRecord } from '../core/record/round-record.ts';
import type { Contents, SavedRound } from './saved-data.ts';
import { keptMove, shelfNames, type Shelves } from './database.ts';
import { sliced } from './yielding.ts';

type Open = IDBPDatabase<Shelves>;

/** The schedule lies under one key. */
const scheduleKey = 'practice';

/** Records read or written in one go, so that no step holds up the page. */
const pageSize = 25;

/** Milliseconds a deletion may take while another tab holds on to the database. */
const patience = 3_000;

export async function readRound(open: Open, key: string): Promise<SavedRound> {
  const transaction = open.transaction(['rounds', 'moves']);
  const [kept, moves] = await Promise.all([
    transaction.objectStore('rounds').get(key),
    transaction.objectStore('moves').index('round').getAll(key),
  ]);
  const message = isFields(kept) ? kept['open'] : undefined;
  return {
    moves: movesFrom(moves.map((value) => isFields(value) && value['move'])) ?? [],
    open: typeof message === 'string' ? message : undefined,
  };
}

/** The keys of the rounds that have moves, one step each. */
export async function readBegun(open: Open): Promise<readonly string[]> {
  const keys: string[] = [];
  const byRound = open.transaction('moves').store.index('round');
  for (
    let cursor = await byRound.openKeyCursor(null, 'nextunique');
    cursor !== null;
    cursor = await cursor.continue()
  ) {
    if (typeof cursor.key === 'string') keys.push(cursor.key);
  }
  return keys;
}

/** One transaction that does not wait for the page, which may be closing. */
export function addMove(open: Open, key: string, move: Move): Promise<unknown> {
  const transaction = open.transaction('moves', 'readwrite');
  const added = transaction.store.add(keptMove(key, move));
  transaction.commit();
  return Promise.all([added, transaction.done]);
}

/** The round has these moves and no others; all of it or, where there is no room, nothing. */
export async function replaceMoves(open: Open, key: string, moves: readonly Move[]): Promise<void> {
  const transaction = open.transaction(['rounds', 'moves'], 'readwrite');
  const shelf = transaction.objectStore('moves');
  const numbers = await shelf.index('round').getAllKeys(key);
  await Promise.all([
    transaction.objectStore('rounds').delete(key),
    ...numbers.map((number) => shelf.delete(number)),
    putByPages(moves.map((move) => () => shelf.add(keptMove(key, move)))),
    transaction.done,
  ]);
}

export async function readSettings(open: Open): Promise<Readonly<Record<string, unknown>>> {
  const { store } = open.transaction('settings');
  const [names, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  return Object.fromEntries(names.map((name, index) => [name, values[index]]));
}

export async function putSettings(open: Open, change: object): Promise<void> {
  const transaction = open.transaction('settings', 'readwrite');
  const puts = Object.entries(change).map(([name, value]) => transaction.store.put(value, name));
  await Promise.all([...puts, transaction.done]);
}

export function putRecord(open: Open, record: RoundRecord): Promise<unknown> {
  const transaction = open.transaction('records', 'readwrite');
  const put = transaction.store.put(record, record.id);
  transaction.commit();
  return Promise.all([put, transaction.done]);
}

/** All records that can be read, page by page. */
export async function readRecords(
  open: Open,
  recordFrom: (value: unknown) => RoundRecord | undefined,
): Promise<readonly RoundRecord[]> {
  const breathe = sliced();
  const records: RoundRecord[] = [];
  let rest: IDBKeyRange | undefined;
  for (;;) {
    const { store } = open.transaction('records');
    const [keys, values] = await Promise.all([
      store.getAllKeys(rest, pageSize),
      store.getAll(rest, pageSize),
    ]);
    for (const value of values) {
      const record = recordFrom(value);
      if (record !== undefined) records.push(record);
      await breathe();
    }
    const last = keys.at(-1);
    if (last === undefined || keys.length < pageSize) return records;
    rest = IDBKeyRange.lowerBound(last, true);
  }
}

/** How many records there are, and the schedule if it knows them all. */
export async function readPractice(
  open: Open,
): Promise<{ readonly counted: number; readonly practice: Practice | undefined }> {
  const transaction = open.transaction(['records', 'cards']);
  const [counted, value] = await Promise.all([
    transaction.objectStore('records').count(),
    transaction.objectStore('cards').get(scheduleKey),
  ]);
  return { counted, practice: scheduleFrom(value, counted) };
}

export const putPractice = (open: Open, counted: number, practice: Practice): Promise<unknown> =>
  open.put('cards', { counted, practice }, scheduleKey);

/** Adds a record to the schedule where it is the newest and the one that is new: else the schedule is made anew when next read. */
export async function addToPractice(
  open: Open,
  record: RoundRecord,
  practised: (before: Practice, record: RoundRecord) => Practice,
): Promise<void> {
  const transaction = open.transaction(['records', 'cards'], 'readwrite');
  const cards = transaction.objectStore('cards');
  const [counted, value] = await Promise.all([
    transaction.objectStore('records').count(),
    cards.get(scheduleKey),
  ]);
  const before = scheduleFrom(value, counted - 1);
  if (before !== undefined && record.endedAt > (before.lastRound ?? -1)) {
    await cards.put({ counted, practice: practised(before, record) }, scheduleKey);
  }
  await transaction.done;
}

/** A schedule that knows so many records, of which some may be unreadable. */
function scheduleFrom(value: unknown, counted: number): Practice | undefined {
  if (counted === 0) return noPractice;
  return isFields(value) && value['counted'] === counted ? practiceFrom(value['practice']) : undefined;
}

/** All of it or, where there is no room, nothing. */
export async function addContents(open: Open, { settings, rounds, records }: Contents): Promise<void> {
  const transaction = open.transaction(['rounds', 'moves', 'records', 'settings'], 'readwrite');
  const shelf = {
    rounds: transaction.objectStore('rounds'),
    moves: transaction.objectStore('moves'),
    records: transaction.objectStore('records'),
    settings: transaction.objectStore('settings'),
  };
  const puts: readonly (() => Promise<unknown>)[] = [
    ...rounds.map(
      ({ key, open: message }) =>
        () =>
          shelf.rounds.put({ open: message }, key),
    ),
    ...rounds.flatMap(({ key, moves }) => moves.map((move) => () => shelf.moves.add(keptMove(key, move)))),
    ...records.map((record) => () => shelf.records.put(record, record.id)),
    ...Object.entries(settings).map(
      ([name, value]) =>
        () =>
          shelf.settings.put(value, name),
    ),
  ];
  await Promise.all([putByPages(puts), transaction.done]);
}

/** Awaits nothing but the database, or the transaction would end: it is the answers that let the page have its turn. */
async function putByPages(puts: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (let from = 0; from < puts.length; from += pageSize) {
    await Promise.all(puts.slice(from, from + pageSize).map((put) => put()));
  }
}

export async function empty(open: Open): Promise<void> {
  const transaction = open.transaction(shelfNames, 'readwrite');
  await Promise.all([...shelfNames.map((name) => transaction.objectStore(name).clear()), transaction.done]);
}

/** Deletes a database that could not be opened, such as one of a newer version. */
export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new DOMException('not deleted', 'TimeoutError')), patience);
    deleteDB(name).then(resolve, reject);
  });
}
