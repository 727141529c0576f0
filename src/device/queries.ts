/** Reads and writes of the database. Each function is one transaction and rejects if the device fails. */
import { deleteDB, type IDBPDatabase } from 'idb';
import { isFields } from '../core/scenario/read/from-outside.ts';
import type { Move } from '../core/engine/answer.ts';
import { movesFrom } from '../core/engine/move-log.ts';
import { noPractice, type Practice, practiceFrom } from '../core/record/practice.ts';
import type { RoundRecord } from '../core/record/round-record.ts';
import { roundId } from '../core/record/round-id.ts';
import {
  type Contents,
  drillResultFrom,
  type FinishedDrill,
  type SavedRound,
  type UnrecordedRound,
  unrecordedFrom,
} from './saved-data.ts';
import { keptMove, shelfNames, type StoredShelves } from './database.ts';
import { sliced } from '../loading/yielding.ts';

type Open = IDBPDatabase<StoredShelves>;

/** The single key of the schedule. */
const scheduleKey = 'practice';

/** Records read or written per transaction step, so that no step blocks the page. */
const pageSize = 25;

/** In milliseconds. How long a deletion may take while another tab holds the database open. */
const patience = 3_000;

/** Called during long work, to show that the database still responds. */
type Alive = () => void;

/** The moves of a round and its open message. */
export async function readRound(open: Open, key: string): Promise<SavedRound> {
  const transaction = open.transaction(['rounds', 'moves']);
  const [kept, moves] = await Promise.all([
    transaction.objectStore('rounds').get(key),
    transaction.objectStore('moves').index('round').getAll(key),
  ]);
  const message = isFields(kept) ? kept['open'] : undefined;
  const readable = movesFrom(moves.map((value) => isFields(value) && value['move'])) ?? [];
  const unread = moves.length - readable.length;
  return {
    moves: readable,
    open: typeof message === 'string' ? message : undefined,
    ...(unread > 0 && { unread }),
  };
}

/** The keys of the rounds that have moves, one step each. */
export async function readBegun(open: Open, alive: Alive): Promise<readonly string[]> {
  const keys: string[] = [];
  const byRound = open.transaction('moves').store.index('round');
  for (
    let cursor = await byRound.openKeyCursor(null, 'nextunique');
    cursor !== null;
    cursor = await cursor.continue()
  ) {
    if (typeof cursor.key === 'string') keys.push(cursor.key);
    alive();
  }
  return keys;
}

/** Adds a move in one transaction without waiting, because the page may be closing. */
export function addMove(open: Open, key: string, move: Move): Promise<unknown> {
  const transaction = open.transaction('moves', 'readwrite');
  const added = transaction.store.add(keptMove(key, move));
  transaction.commit();
  return Promise.all([added, transaction.done]);
}

/**
 * Repairs a stored round after it is unknown whether a write succeeded: stores all these moves in this order, and
 * those that only another tab has.
 */
export async function saveMoves(open: Open, key: string, moves: readonly Move[]): Promise<void> {
  const transaction = open.transaction('moves', 'readwrite');
  const { store } = transaction;
  const byRound = store.index('round');
  const [numbers, values] = await Promise.all([byRound.getAllKeys(key), byRound.getAll(key)]);
  const kept = movesFrom(values.map((value) => isFields(value) && value['move'])) ?? [];
  const all = united(moves, kept);
  const isBeginning = kept.every((move, at) => sameMove(move, all[at]));
  const missing = isBeginning ? all.slice(kept.length) : all;
  await Promise.all([
    ...(isBeginning ? [] : numbers.map((number) => store.delete(number))),
    putByPages(missing.map((move) => () => store.add(keptMove(key, move)))),
    transaction.done,
  ]);
}

/**
 * The union of two move logs of one round, each move as often as in the log that has it most often. Sorted by time
 * where they differ.
 */
function united(moves: readonly Move[], others: readonly Move[]): readonly Move[] {
  const left = moves.map((move) => JSON.stringify(move));
  const unknown = others.filter((move) => {
    const at = left.indexOf(JSON.stringify(move));
    if (at === -1) return true;
    left.splice(at, 1);
    return false;
  });
  return unknown.length === 0 ? moves : [...moves, ...unknown].toSorted((one, other) => one.at - other.at);
}

const sameMove = (one: Move, other: Move | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Replaces the moves of a round. If there is no room, nothing changes. */
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

/** The stored settings by name, not validated. */
export async function readSettings(open: Open): Promise<Readonly<Record<string, unknown>>> {
  const { store } = open.transaction('settings');
  const [names, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  return Object.fromEntries(names.map((name, index) => [name, values[index]]));
}

/** Stores the changed settings, each under its own name. */
export async function putSettings(open: Open, change: object): Promise<void> {
  const transaction = open.transaction('settings', 'readwrite');
  const puts = Object.entries(change).map(([name, value]) => transaction.store.put(value, name));
  await Promise.all([...puts, transaction.done]);
}

/** Stores a record and removes its note of being missing. */
export function putRecord(open: Open, record: RoundRecord): Promise<unknown> {
  const transaction = open.transaction(['records', 'unrecorded'], 'readwrite');
  const put = transaction.objectStore('records').put(record, record.id);
  const forgotten = transaction.objectStore('unrecorded').delete(record.id);
  transaction.commit();
  return Promise.all([put, forgotten, transaction.done]);
}

/** The finished rounds that have no record yet, as far as they are readable. */
export async function readUnrecorded(open: Open): Promise<readonly UnrecordedRound[]> {
  return (await open.getAll('unrecorded')).flatMap((value) => unrecordedFrom(value) ?? []);
}

/** Notes that a finished round has no record yet. */
export const putUnrecorded = (open: Open, round: UnrecordedRound): Promise<unknown> =>
  open.put('unrecorded', round, roundId(round.moves));

/** The finished drills that are readable. */
export async function readDrills(open: Open): Promise<readonly FinishedDrill[]> {
  const { store } = open.transaction('drills');
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  return keys.flatMap((key, at) => drillResultFrom(key, values[at]) ?? []);
}

/** Stores the result of a drill. */
export const putDrill = (open: Open, { key, score, at }: FinishedDrill): Promise<unknown> =>
  open.put('drills', { score, at }, key);

/** All readable records, page by page. */
export async function readRecords(
  open: Open,
  alive: Alive,
  recordFrom: (value: unknown) => RoundRecord | undefined,
): Promise<readonly RoundRecord[]> {
  const yieldNow = sliced();
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
      await yieldNow();
      alive();
    }
    const last = keys.at(-1);
    if (last === undefined || keys.length < pageSize) return records;
    rest = IDBKeyRange.lowerBound(last, true);
  }
}

/** The number of records, and the schedule if it covers all of them. */
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

/** Stores the schedule together with the number of records it covers. */
export const putPractice = (open: Open, counted: number, practice: Practice): Promise<unknown> =>
  open.put('cards', { counted, practice }, scheduleKey);

/** Updates the schedule if this is the only new record and the latest; otherwise it is rebuilt on the next read. */
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

/** The stored schedule if it covers this number of records, some of which may be unreadable. */
function scheduleFrom(value: unknown, counted: number): Practice | undefined {
  if (counted === 0) return noPractice;
  return isFields(value) && value['counted'] === counted ? practiceFrom(value['practice']) : undefined;
}

/** Adds the contents of a backup. If there is no room, nothing changes. */
export async function addContents(
  open: Open,
  alive: Alive,
  { settings, rounds, records, drills }: Contents,
): Promise<void> {
  const transaction = open.transaction(['rounds', 'moves', 'records', 'settings', 'drills'], 'readwrite');
  const shelf = {
    rounds: transaction.objectStore('rounds'),
    moves: transaction.objectStore('moves'),
    records: transaction.objectStore('records'),
    settings: transaction.objectStore('settings'),
    drills: transaction.objectStore('drills'),
  };
  const puts: readonly (() => Promise<unknown>)[] = [
    ...rounds.map(
      ({ key, open: message }) =>
        () =>
          shelf.rounds.put({ open: message }, key),
    ),
    ...rounds.flatMap(({ key, moves }) => moves.map((move) => () => shelf.moves.add(keptMove(key, move)))),
    ...records.map((record) => () => shelf.records.put(record, record.id)),
    ...drills.map(
      ({ key, score, at }) =>
        () =>
          shelf.drills.put({ score, at }, key),
    ),
    ...Object.entries(settings).map(
      ([name, value]) =>
        () =>
          shelf.settings.put(value, name),
    ),
  ];
  await Promise.all([putByPages(puts, alive), transaction.done]);
}

/**
 * Await only IndexedDB requests here; anything else auto-commits the transaction. The page can respond between
 * requests.
 */
async function putByPages(puts: readonly (() => Promise<unknown>)[], alive?: Alive): Promise<void> {
  for (let from = 0; from < puts.length; from += pageSize) {
    await Promise.all(puts.slice(from, from + pageSize).map((put) => put()));
    alive?.();
  }
}

/** Clears all stores. */
export async function empty(open: Open): Promise<void> {
  const transaction = open.transaction(shelfNames, 'readwrite');
  await Promise.all([...shelfNames.map((name) => transaction.objectStore(name).clear()), transaction.done]);
}

/** Deletes a database that could not be opened, such as one of a newer version. */
export async function deleteDatabase(name: string): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('not deleted', 'TimeoutError')), patience);
  });
  try {
    await Promise.race([deleteDB(name), late]);
  } finally {
    clearTimeout(timer);
  }
}
