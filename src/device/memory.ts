/**
 * What this device keeps of the game: IndexedDB where it works, else memory for this sitting. What is read back is treated as a
 * stranger's.
 */
import type { Loss } from './connection.ts';
import { databaseName } from './database.ts';
import { openDevice } from './device.ts';
import {
  addContents,
  deleteDatabase,
  empty,
  putDrill,
  putSettings,
  readDrills,
  readSettings,
} from './queries.ts';
import { type Records, recordShelf } from './records.ts';
import { type Rounds, roundShelf } from './rounds.ts';
import type { Contents, FinishedDrill } from './saved-data.ts';
import { type Settings, settingsFrom } from './settings.ts';
import { type Tabs, tabsOf } from './tabs.ts';

/** How much of what was taken in had not been here. */
export interface Added {
  readonly rounds: number;
  readonly records: number;
  readonly drills: number;
}

/** Where the device fails, this sitting's memory answers; nothing rejects but for code that does not load. */
export interface Memory extends Rounds, Records, Pick<Tabs, 'follow'> {
  /** Why nothing new outlives this page, if it does not. */
  readonly loss: Loss | undefined;
  readonly settings: () => Promise<Settings>;
  readonly keepSettings: (change: Partial<Settings>) => Promise<void>;
  /** The drills that were played to their end, by their keys. */
  readonly drills: () => Promise<ReadonlyMap<string, FinishedDrill>>;
  /** Keeps how a drill went, in place of how it went before. */
  readonly keepDrill: (drill: FinishedDrill) => Promise<void>;
  readonly contents: () => Promise<Contents>;
  /** Adds what is not here yet: a record by its id, a round or drill by its key; settings take the place of those here. */
  readonly takeIn: (contents: Contents) => Promise<Added>;
  /** Whether the device now holds nothing of the game. */
  readonly deleteEverything: () => Promise<boolean>;
}

/**
 * Opens the device's memory. `onLost` is called with the reason if it fails, then or later, and with nothing if it works after all; the
 * game goes on meanwhile. An owner has a memory apart from that of others on the device.
 */
export async function openMemory(onLost: (loss: Loss | undefined) => void, owner?: string): Promise<Memory> {
  const name = owner === undefined ? databaseName : `${databaseName}-${owner}`;
  const device = await openDevice(name, { onLost, onFound: () => void catchUp() });
  const tabs = tabsOf(name, (change) => {
    if (change.kind === 'everything') forgetCopies();
  });
  const rounds = roundShelf(device, tabs);
  const records = recordShelf(device);
  /** What was set and played in this sitting, whether the device has it or not. */
  let ownSettings: Partial<Settings> = {};
  const ownDrills = new Map<string, FinishedDrill>();

  const settings = async (): Promise<Settings> =>
    settingsFrom({ ...(await device.read(readSettings)), ...ownSettings });

  async function drills(): Promise<ReadonlyMap<string, FinishedDrill>> {
    const kept = (await device.read(readDrills)) ?? [];
    return new Map([...kept, ...ownDrills.values()].map((drill) => [drill.key, drill]));
  }

  function forgetCopies(): void {
    rounds.forgetCopies();
    records.forgetCopies();
    ownSettings = {};
    ownDrills.clear();
  }

  /** Writes all that was done while the device did not answer. */
  async function catchUp(): Promise<void> {
    await device.write((open) => putSettings(open, ownSettings));
    for (const drill of ownDrills.values()) await device.write((open) => putDrill(open, drill));
    await rounds.catchUp();
    await records.catchUp();
    onLost(device.loss());
  }

  const { begun, round, keepMove, keepOpen, replaceRound, forgetRound } = rounds;
  const { noteFinished, unrecorded, keepRecord, practice } = records;
  return {
    begun,
    round,
    keepMove,
    keepOpen,
    replaceRound,
    forgetRound,
    noteFinished,
    unrecorded,
    keepRecord,
    records: records.records,
    practice,
    get loss() {
      return device.loss();
    },
    settings,
    keepSettings: async (change) => {
      ownSettings = { ...ownSettings, ...change };
      await device.write(
        (open) => putSettings(open, change),
        (open) => putSettings(open, ownSettings),
      );
    },
    drills,
    keepDrill: async (drill) => {
      ownDrills.set(drill.key, drill);
      await device.write((open) => putDrill(open, drill));
    },
    contents: async () => ({
      settings: await settings(),
      rounds: await rounds.all(),
      records: await records.records(),
      drills: [...(await drills()).values()],
    }),
    takeIn: async (contents) => {
      const known = {
        rounds: await rounds.begun(),
        records: new Set((await records.records()).map(({ id }) => id)),
        drills: await drills(),
      };
      const fresh: Contents = {
        settings: contents.settings,
        rounds: contents.rounds.filter(({ key }) => !known.rounds.has(key)),
        records: contents.records.filter(({ id }) => !known.records.has(id)),
        drills: contents.drills.filter(({ key }) => !known.drills.has(key)),
      };
      ownSettings = { ...ownSettings, ...fresh.settings };
      rounds.copy(fresh.rounds);
      for (const drill of fresh.drills) ownDrills.set(drill.key, drill);
      if (await device.write((open, alive) => addContents(open, alive, fresh))) {
        for (const { key } of fresh.rounds) tabs.tell({ kind: 'round', key });
      } else records.copy(fresh.records);
      return {
        rounds: fresh.rounds.length,
        records: fresh.records.length,
        drills: fresh.drills.length,
      };
    },
    deleteEverything: async () => {
      forgetCopies();
      try {
        await device.clear(empty, () => deleteDatabase(name));
      } catch {
        return false;
      }
      tabs.tell({ kind: 'everything' });
      return true;
    },
    follow: tabs.follow,
  };
}
