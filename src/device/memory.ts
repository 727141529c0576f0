/**
 * The one door to what this device keeps: IndexedDB where it works, else memory for this sitting. What is read back is
 * treated as a stranger's.
 */
import { isFields } from '../core/scenario/read/from-outside.ts';
import type { IDBPDatabase } from 'idb';
import type { Move } from '../core/engine/answer.ts';
import { byEnd, noPractice, type Practice } from '../core/record/practice.ts';
import type { RoundRecord } from '../core/record/round-record.ts';
import type { Contents, SavedRound } from './saved-data.ts';
import { type Settings, settingsFrom } from './settings.ts';
import {
  addContents,
  addMove,
  addToPractice,
  deleteDatabase,
  empty,
  putPractice,
  putRecord,
  putSettings,
  readBegun,
  readPractice,
  readRecords,
  readRound,
  readSettings,
  replaceMoves,
} from './queries.ts';
import { databaseName, type Loss, lossOf, openShelves, type Shelves } from './database.ts';
import { sliced } from './yielding.ts';

/** How much of what was taken in had not been here. */
export interface Added {
  readonly rounds: number;
  readonly records: number;
}

/** What another tab has changed. */
export type Change = { readonly kind: 'round'; readonly key: string } | { readonly kind: 'everything' };

/** Nothing here ever rejects: where the device fails, this sitting's memory answers. A round's key is its caller's choice. */
export interface Memory {
  /** Why nothing new outlives this page, if it does not. */
  readonly loss: Loss | undefined;
  readonly settings: () => Promise<Settings>;
  readonly keepSettings: (change: Partial<Settings>) => Promise<void>;
  /** The keys of the rounds that have moves. */
  readonly begun: () => Promise<ReadonlySet<string>>;
  readonly round: (key: string) => Promise<SavedRound>;
  /** Keeps one move of a round that has been read; costs the same however many it has. */
  readonly keepMove: (key: string, move: Move) => Promise<void>;
  readonly keepOpen: (key: string, open: string | undefined) => Promise<void>;
  /** The round now has these moves and no others; one write however many there are. */
  readonly replaceRound: (key: string, moves: readonly Move[]) => Promise<void>;
  readonly forgetRound: (key: string) => Promise<void>;
  /** Keeps a finished round; again with the same id, it is the same round. */
  readonly keepRecord: (record: RoundRecord) => Promise<void>;
  /** All finished rounds, the oldest first. */
  readonly records: () => Promise<readonly RoundRecord[]>;
  /** The schedule of practice, at the same cost whatever the number of rounds. */
  readonly practice: () => Promise<Practice>;
  readonly contents: () => Promise<Contents>;
  /** Adds what is not here yet: a record by its id, a round by its key; settings take the place of those here. */
  readonly takeIn: (contents: Contents) => Promise<Added>;
  /** Gives back whether the device now holds nothing of the game. */
  readonly deleteEverything: () => Promise<boolean>;
  /** Tells what other tabs change, until the function it gives back is called. */
  readonly follow: (listener: (change: Change) => void) => () => void;
}

/** A round as this sitting knows it: what is left of it if the device fails. */
interface Mirror {
  readonly moves: Move[];
  open: string | undefined;
}

/**
 * Opens the device's memory; `onLost` is called once if it fails, then or later, and the game goes on without. An owner has a memory
 * apart from that of others on the device.
 */
export async function openMemory(onLost: (loss: Loss) => void, owner?: string): Promise<Memory> {
  const name = owner === undefined ? databaseName : `${databaseName}-${owner}`;
  const mirrors = new Map<string, Mirror>();
  const sittingRecords = new Map<string, RoundRecord>();
  let sittingSettings: Partial<Settings> = {};
  let database: IDBPDatabase<Shelves> | undefined;
  let loss: Loss | undefined;
  /** How many writes were begun, so that a reading can tell that it has become old. */
  let writes = 0;

  const lose = (why: Loss): void => {
    if (loss !== undefined) return;
    loss = why;
    onLost(why);
  };
  try {
    database = await openShelves(name, (why) => {
      database = undefined;
      lose(why);
    });
  } catch (error) {
    lose(lossOf(error));
  }

  /** `undefined` where the device cannot answer and this sitting's memory must. */
  const read = async <Value>(
    query: (open: IDBPDatabase<Shelves>) => Promise<Value>,
  ): Promise<Value | undefined> => {
    if (database === undefined) return undefined;
    try {
      return await query(database);
    } catch (error) {
      database = undefined;
      lose(lossOf(error));
      return undefined;
    }
  };
  /** Gives its change to the device before it first waits, so that a page may end in the next moment. */
  const write = async (change: (open: IDBPDatabase<Shelves>) => Promise<unknown>): Promise<boolean> => {
    writes += 1;
    if (database === undefined || loss !== undefined) return false;
    try {
      await change(database);
      return true;
    } catch (error) {
      // Full or broken: what was kept before can still be read.
      lose(lossOf(error));
      return false;
    }
  };

  const forgetSitting = (): void => {
    mirrors.clear();
    sittingRecords.clear();
    sittingSettings = {};
  };
  const mirrorOf = (key: string): Mirror => {
    const known = mirrors.get(key) ?? { moves: [], open: undefined };
    mirrors.set(key, known);
    return known;
  };
  const tabs = tabsOf(name, (change) => {
    if (change.kind === 'everything') forgetSitting();
  });

  async function settings(): Promise<Settings> {
    return settingsFrom({ ...(await read(readSettings)), ...sittingSettings });
  }

  async function begun(): Promise<ReadonlySet<string>> {
    const keys = new Set(await read(readBegun));
    if (loss === undefined) return keys;
    for (const [key, { moves }] of mirrors) {
      if (moves.length > 0) keys.add(key);
      else keys.delete(key);
    }
    return keys;
  }

  async function round(key: string): Promise<SavedRound> {
    for (;;) {
      const before = writes;
      const isAhead = loss !== undefined && mirrors.has(key);
      const found = isAhead ? undefined : await read((open) => readRound(open, key));
      // A move made meanwhile is not in what was read.
      if (writes !== before) continue;
      if (found !== undefined) mirrors.set(key, { moves: [...found.moves], open: found.open });
      const { moves, open } = mirrorOf(key);
      return { moves: [...moves], open };
    }
  }

  async function replaceRound(key: string, moves: readonly Move[]): Promise<void> {
    mirrors.set(key, { moves: [...moves], open: undefined });
    if (await write((open) => replaceMoves(open, key, moves))) tabs.tell({ kind: 'round', key });
  }

  async function roundsBegun(): Promise<Contents['rounds']> {
    const breathe = sliced();
    const rounds: (SavedRound & { readonly key: string })[] = [];
    for (const key of await begun()) {
      rounds.push({ key, ...(await round(key)) });
      await breathe();
    }
    return rounds;
  }

  async function records(): Promise<readonly RoundRecord[]> {
    const schema = await import('../core/record/round-record.ts').catch(() => undefined);
    const onDevice = await read((open) =>
      readRecords(open, (value) => schema?.roundRecordSchema.safeParse(value).data),
    );
    const byId = new Map(
      [...(onDevice ?? []), ...sittingRecords.values()].map((record) => [record.id, record]),
    );
    return [...byId.values()].toSorted(byEnd);
  }

  async function practice(): Promise<Practice> {
    const kept = await read(readPractice);
    if (kept?.practice !== undefined && sittingRecords.size === 0) return kept.practice;
    const schedule = await import('../core/record/schedule.ts').catch(() => undefined);
    if (schedule === undefined) return noPractice;
    const all = await records();
    const breathe = sliced();
    let fresh = noPractice;
    for (const record of all) {
      fresh = schedule.practised(fresh, record);
      await breathe();
    }
    if (kept !== undefined && sittingRecords.size === 0) {
      await write((open) => putPractice(open, kept.counted, fresh));
    }
    return fresh;
  }

  return {
    get loss() {
      return loss;
    },
    settings,
    keepSettings: async (change) => {
      sittingSettings = { ...sittingSettings, ...change };
      await write((open) => putSettings(open, change));
    },
    begun,
    round,
    keepMove: async (key, move) => {
      mirrorOf(key).moves.push(move);
      if (await write((open) => addMove(open, key, move))) tabs.tell({ kind: 'round', key });
    },
    keepOpen: async (key, message) => {
      mirrorOf(key).open = message;
      await write((open) => open.put('rounds', { open: message }, key));
    },
    replaceRound,
    forgetRound: (key) => replaceRound(key, []),
    keepRecord: async (record) => {
      if (!(await write((open) => putRecord(open, record)))) {
        sittingRecords.set(record.id, record);
        return;
      }
      const schedule = await import('../core/record/schedule.ts').catch(() => undefined);
      if (schedule !== undefined) await write((open) => addToPractice(open, record, schedule.practised));
    },
    records,
    practice,
    contents: async () => ({
      settings: await settings(),
      rounds: await roundsBegun(),
      records: await records(),
    }),
    takeIn: async (contents) => {
      const keys = await begun();
      const ids = new Set((await records()).map(({ id }) => id));
      const fresh: Contents = {
        settings: contents.settings,
        rounds: contents.rounds.filter(({ key }) => !keys.has(key)),
        records: contents.records.filter(({ id }) => !ids.has(id)),
      };
      sittingSettings = { ...sittingSettings, ...fresh.settings };
      for (const { key, moves, open } of fresh.rounds) mirrors.set(key, { moves: [...moves], open });
      if (await write((open) => addContents(open, fresh))) {
        for (const { key } of fresh.rounds) tabs.tell({ kind: 'round', key });
      } else {
        for (const record of fresh.records) sittingRecords.set(record.id, record);
      }
      return { rounds: fresh.rounds.length, records: fresh.records.length };
    },
    deleteEverything: async () => {
      forgetSitting();
      writes += 1;
      try {
        if (database === undefined) {
          await deleteDatabase(name);
        } else {
          await empty(database);
          // What was full has room again.
          loss = undefined;
        }
      } catch {
        return false;
      }
      tabs.tell({ kind: 'everything' });
      return true;
    },
    follow: tabs.follow,
  };
}

/** The other tabs of the game on this device; `first` hears of a change before whoever follows. */
function tabsOf(name: string, first: (change: Change) => void) {
  const listeners = new Set([first]);
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : undefined;
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const change = changeFrom(data);
    if (change !== undefined) for (const listener of listeners) listener(change);
  });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target: it reaches pages of this origin alone
    tell: (change: Change): void => channel?.postMessage(change),
    follow: (listener: (change: Change) => void) => {
      listeners.add(listener);
      return (): void => void listeners.delete(listener);
    },
  };
}

function changeFrom(value: unknown): Change | undefined {
  if (!isFields(value)) return undefined;
  const { kind, key } = value;
  if (kind === 'everything') return { kind };
  return kind === 'round' && typeof key === 'string' ? { kind, key } : undefined;
}
