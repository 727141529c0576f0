/**
 * What this device keeps of the game: in IndexedDB if it works, otherwise in memory until the page closes.
 * Everything read back is untrusted.
 */
import type { StorageLoss } from './connection.ts';
import { databaseName } from './database-name.ts';
import { type Device, openDevice } from './device.ts';
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

/** How much of a backup was new here. */
export interface Added {
  readonly rounds: number;
  readonly records: number;
  readonly drills: number;
}

/**
 * The game's memory. If the device fails, the copy of this page answers. Nothing rejects, except when code fails to
 * load.
 */
export interface Memory extends Rounds, Records, Pick<Tabs, 'follow'> {
  /** Why new data will not survive this page; undefined if it will. */
  readonly loss: StorageLoss | undefined;
  /** The device itself, for what loads later: opened packs and drafts. */
  readonly device: Pick<Device, 'read' | 'write' | 'writeLarge' | 'loss'>;
  readonly settings: () => Promise<Settings>;
  readonly keepSettings: (change: Partial<Settings>) => Promise<void>;
  /** Finished drills by key. */
  readonly drills: () => Promise<ReadonlyMap<string, FinishedDrill>>;
  /** Keeps the result of a drill in place of its earlier result. */
  readonly keepDrill: (drill: FinishedDrill) => Promise<void>;
  readonly contents: () => Promise<Contents>;
  /** Adds what is new: a record by its id, a round or drill by its key. Settings replace the present ones. */
  readonly takeIn: (contents: Contents) => Promise<Added>;
  /** Returns whether the device now holds nothing of the game. */
  readonly deleteEverything: () => Promise<boolean>;
}

/** Called with the reason when the device stops storing, and without one when it stores again. */
type OnLost = (loss: StorageLoss | undefined) => void;

/**
 * Opens the device's memory. Calls `onLost` with the reason if it fails, at once or later, and with undefined if it
 * works again; meanwhile the game goes on. Each `owner` has a memory separate from others on the device.
 */
export async function openMemory(onLost: OnLost, owner?: string): Promise<Memory> {
  const name = owner === undefined ? databaseName : `${databaseName}-${owner}`;
  const device = await openDevice(name, { onLost, onFound: () => void catchUp() });
  const tabs = tabsOf(name, (change) => {
    if (change.kind === 'everything') forgetCopies();
  });
  const rounds = roundShelf(device, tabs);
  const records = recordShelf(device);
  /** The settings and drills of this page, whether or not the device has stored them. */
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

  /** Writes everything that happened while the device did not answer. */
  async function catchUp(): Promise<void> {
    await device.write((open) => putSettings(open, ownSettings));
    for (const drill of ownDrills.values()) await device.write((open) => putDrill(open, drill));
    await rounds.catchUp();
    await records.catchUp();
    onLost(device.loss());
  }

  const { begun, round, keepMove, keepOpen, replaceRound, forgetRound } = rounds;
  const { noteFinished, unrecorded, keepRecord, finished, practice } = records;
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
    finished,
    records: records.records,
    practice,
    get loss() {
      return device.loss();
    },
    device,
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
      const fresh = newIn(contents, {
        rounds: await rounds.begun(),
        records: new Set((await records.records()).map(({ id }) => id)),
        drills: await drills(),
      });
      ownSettings = { ...ownSettings, ...fresh.settings };
      rounds.copy(fresh.rounds);
      for (const drill of fresh.drills) ownDrills.set(drill.key, drill);
      if (await device.write((open, alive) => addContents(open, alive, fresh))) {
        for (const { key } of fresh.rounds) tabs.tell({ kind: 'round', key });
      } else records.copy(fresh.records);
      return sizesOf(fresh);
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

interface Known {
  readonly rounds: ReadonlySet<string>;
  readonly records: ReadonlySet<string>;
  readonly drills: ReadonlyMap<string, unknown>;
}

/** The contents without what is known already; all settings. */
function newIn({ settings, rounds, records, drills }: Contents, known: Known): Contents {
  return {
    settings,
    rounds: rounds.filter(({ key }) => !known.rounds.has(key)),
    records: records.filter(({ id }) => !known.records.has(id)),
    drills: drills.filter(({ key }) => !known.drills.has(key)),
  };
}

const sizesOf = ({ rounds, records, drills }: Contents): Added => ({
  rounds: rounds.length,
  records: records.length,
  drills: drills.length,
});
