/**
 * The one door to what this device keeps: IndexedDB where it works, else memory for this sitting. What is read back is
 * treated as a stranger's.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { movesFrom } from '../core/engine/move-log.ts';
import type { Move } from '../core/engine/answer.ts';
import { isLanguage, type Language } from '../i18n/language.ts';
import type { Skin } from '../inbox/skin.ts';

const databaseName = 'mikiwame';
const version = 1;

interface Shelves extends DBSchema {
  rounds: { key: string; value: unknown };
  settings: { key: string; value: unknown };
}

export type Theme = 'auto' | 'light' | 'dark';

export interface Settings {
  readonly language?: Language;
  readonly theme: Theme;
  readonly skin: Skin;
}

export interface SavedRound {
  readonly moves: readonly Move[];
  readonly open: string | undefined;
}

export interface Memory {
  /** Whether what is kept outlives this page. */
  readonly lasting: boolean;
  readonly settings: () => Promise<Settings>;
  readonly keepSettings: (settings: Settings) => Promise<void>;
  readonly round: (key: string) => Promise<SavedRound | undefined>;
  readonly keepRound: (key: string, round: SavedRound) => Promise<void>;
  readonly forgetRound: (key: string) => Promise<void>;
}

/** Opens the device's memory; `onLost` is called once if it fails, then or later, and the game goes on without. */
export async function openMemory(onLost: () => void): Promise<Memory> {
  const spare = new Map<string, unknown>();
  let database: IDBPDatabase<Shelves> | undefined;
  let lost = false;
  const lose = (): void => {
    if (lost) return;
    lost = true;
    database = undefined;
    onLost();
  };
  try {
    database = await openDB<Shelves>(databaseName, version, {
      upgrade: (opened) => {
        opened.createObjectStore('rounds');
        opened.createObjectStore('settings');
      },
      // Another tab brings a newer version of the game: let it, and go on in memory.
      blocking: (_current, _blocked, event) => {
        if (event.target instanceof IDBDatabase) event.target.close();
        lose();
      },
      terminated: lose,
    });
  } catch {
    // Blocked by the browser, by a sandboxed frame, or written by a newer version: said once by onLost.
    lose();
  }

  const read = async (shelf: 'rounds' | 'settings', key: string): Promise<unknown> => {
    if (database !== undefined) {
      try {
        return await database.get(shelf, key);
      } catch {
        lose();
      }
    }
    return spare.get(`${shelf}/${key}`);
  };
  const write = async (shelf: 'rounds' | 'settings', key: string, value: unknown): Promise<void> => {
    spare.set(`${shelf}/${key}`, value);
    if (database === undefined) return;
    try {
      if (value === undefined) await database.delete(shelf, key);
      else await database.put(shelf, value, key);
    } catch {
      // Full or broken: the spare copy above keeps this sitting whole.
      lose();
    }
  };

  return {
    get lasting() {
      return database !== undefined;
    },
    settings: async () => settingsFrom(await read('settings', 'settings')),
    keepSettings: (settings) => write('settings', 'settings', settings),
    round: async (key) => roundFrom(await read('rounds', key)),
    keepRound: (key, round) => write('rounds', key, round),
    forgetRound: (key) => write('rounds', key, undefined),
  };
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function settingsFrom(value: unknown): Settings {
  if (!isFields(value)) return { theme: 'auto', skin: 'desktop' };
  const { language, theme, skin } = value;
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    skin: skin === 'phone' ? skin : 'desktop',
    ...(isLanguage(language) && { language }),
  };
}

function roundFrom(value: unknown): SavedRound | undefined {
  if (!isFields(value)) return undefined;
  const moves = movesFrom(value['moves']);
  const open = value['open'];
  return moves && { moves, open: typeof open === 'string' ? open : undefined };
}
