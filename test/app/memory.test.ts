import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Memory, openMemory, type SavedRound } from '../../src/app/memory.ts';

const round: SavedRound = {
  moves: [{ kind: 'flag', message: 'notice', region: 'link/main', at: 1 }],
  open: 'notice',
};

/** A memory, and how often it said that it was lost. */
async function open(): Promise<{ readonly memory: Memory; readonly losses: () => number }> {
  let losses = 0;
  const memory = await openMemory(() => (losses += 1));
  return { memory, losses: () => losses };
}

/** Writes to the shelf what some other program or version might have left there. */
async function leave(shelf: 'rounds' | 'settings', key: string, value: unknown): Promise<void> {
  await open();
  const database = await openDB('mikiwame', 1);
  await database.put(shelf, value, key);
  database.close();
}

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** The game goes on in this sitting: what is kept is read back. */
async function expectToGoOn(memory: Memory): Promise<void> {
  await memory.keepRound('a/b', round);
  await memory.keepSettings({ theme: 'dark', skin: 'phone', language: 'en' });
  expect(await memory.round('a/b')).toEqual(round);
  expect(await memory.settings()).toEqual({ theme: 'dark', skin: 'phone', language: 'en' });
  await memory.forgetRound('a/b');
  expect(await memory.round('a/b')).toBeUndefined();
}

describe('what this device keeps', () => {
  it('outlives the page', async () => {
    const before = await open();
    await before.memory.keepRound('a/b', round);
    await before.memory.keepSettings({ theme: 'dark', skin: 'desktop', language: 'en' });
    const after = await open();
    expect(await after.memory.round('a/b')).toEqual(round);
    expect(await after.memory.settings()).toEqual({ theme: 'dark', skin: 'desktop', language: 'en' });
    expect(after.memory.lasting).toBe(true);
    expect(before.losses() + after.losses()).toBe(0);
  });

  it('starts with no round and the device’s own colours', async () => {
    const { memory } = await open();
    expect(await memory.round('a/b')).toBeUndefined();
    expect(await memory.settings()).toEqual({ theme: 'auto', skin: 'desktop' });
  });

  it('forgets a round for good, and only that one', async () => {
    const { memory } = await open();
    await memory.keepRound('a/b', round);
    await memory.keepRound('a/c', round);
    await memory.forgetRound('a/b');
    const after = await open();
    expect(await after.memory.round('a/b')).toBeUndefined();
    expect(await after.memory.round('a/c')).toEqual(round);
  });

  it.each([null, 7, 'x', [], { moves: 'none' }, { moves: null, open: 3 }, new Date(0)])(
    'takes a round that is %o for none',
    async (value) => {
      await leave('rounds', 'a/b', value);
      const { memory, losses } = await open();
      expect(await memory.round('a/b')).toBeUndefined();
      expect(losses()).toBe(0);
    },
  );

  it('drops from a round what is no move', async () => {
    await leave('rounds', 'a/b', { moves: [null, { kind: 'win' }, ...round.moves, 7], open: 7, score: 100 });
    const { memory } = await open();
    expect(await memory.round('a/b')).toEqual({ moves: round.moves, open: undefined });
  });

  it.each([null, 'x', [], { theme: 'pink', language: 'fr', skin: 'wrist' }, { theme: { toString: 1 } }])(
    'takes settings that are %o for the first ones',
    async (value) => {
      await leave('settings', 'settings', value);
      const { memory } = await open();
      expect(await memory.settings()).toEqual({ theme: 'auto', skin: 'desktop' });
    },
  );
});

describe('without storage', () => {
  it('the game goes on and says so once, where the browser has none', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const { memory, losses } = await open();
    expect(memory.lasting).toBe(false);
    await expectToGoOn(memory);
    expect(losses()).toBe(1);
  });

  it('the game goes on where a sandboxed frame forbids it', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    const { memory, losses } = await open();
    await expectToGoOn(memory);
    expect(losses()).toBe(1);
  });

  it('the game goes on where a newer version of it has been, and leaves that one’s rounds alone', async () => {
    const newer = await openDB('mikiwame', 9, {
      upgrade: (opened) => void opened.createObjectStore('rounds'),
    });
    await newer.put('rounds', 'precious', 'a/b');
    newer.close();
    const { memory, losses } = await open();
    await expectToGoOn(memory);
    expect(losses()).toBe(1);
    const again = await openDB('mikiwame', 9);
    expect(await again.get('rounds', 'a/b')).toBe('precious');
    again.close();
  });

  it('makes way for a newer version in another tab, and the game goes on', async () => {
    const { memory, losses } = await open();
    await memory.keepRound('a/b', round);
    const newer = await openDB('mikiwame', 2);
    expect(await memory.round('a/b')).toEqual(round);
    await expectToGoOn(memory);
    expect(losses()).toBe(1);
    newer.close();
  });

  it('keeps the sitting whole when the disk is full', async () => {
    const { memory, losses } = await open();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expectToGoOn(memory);
    expect(losses()).toBe(1);
  });

  it('keeps the sitting whole when reading breaks', async () => {
    const { memory, losses } = await open();
    await memory.keepRound('a/b', round);
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(() => {
      throw new DOMException('broken', 'UnknownError');
    });
    expect(await memory.round('a/b')).toEqual(round);
    await expectToGoOn(memory);
    expect(losses()).toBe(1);
  });
});
