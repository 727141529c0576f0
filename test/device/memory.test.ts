import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Contents } from '../../src/device/saved-data.ts';
import { type Memory, openMemory } from '../../src/device/memory.ts';
import { firstSettings, type Settings } from '../../src/device/settings.ts';
import type { Loss } from '../../src/device/database.ts';
import type { Move } from '../../src/core/engine/answer.ts';
import { practiceOf } from '../../src/core/record/schedule.ts';
import { aMessageRecord, april, aRecord, day } from '../core/record/record-builders.ts';
import version1 from '../fixtures/memory-1.json';

const flag = (region: string, at = 1): Move => ({ kind: 'flag', message: 'notice', region, at });
const dark: Settings = { ...firstSettings, theme: 'dark', skin: 'phone', language: 'en', textSize: 130 };

/** A round that asked something of one family, so that a schedule comes of it. */
const finished = (id: string, at: number) =>
  aRecord({
    id,
    endedAt: at,
    messages: [aMessageRecord({ facts: [{ fact: 'hurry', cue: 'urgency', found: true }] })],
  });

/** A memory as one tab opens it, and why it said that it was lost. */
async function open(): Promise<{ readonly memory: Memory; readonly losses: readonly Loss[] }> {
  const losses: Loss[] = [];
  const memory = await openMemory((loss) => losses.push(loss));
  return { memory, losses };
}

/** Puts onto a shelf what some other program might have left there. */
async function leave(shelf: string, value: unknown, key?: string): Promise<void> {
  await open();
  const database = await openDB('mikiwame', 2);
  await database.put(shelf, value, key);
  database.close();
}

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** The game goes on in this sitting: what is kept is read back, whatever the device does. */
async function expectToGoOn(memory: Memory): Promise<void> {
  const before = await memory.records();
  await memory.forgetRound('a/b');
  expect(await memory.round('a/b')).toEqual({ moves: [], open: undefined });
  await memory.keepMove('a/b', flag('link/main'));
  await memory.keepMove('a/b', flag('field/date'));
  await memory.keepOpen('a/b', 'notice');
  await memory.keepSettings(dark);
  await memory.keepRecord(finished('sitting', april));
  expect(await memory.round('a/b')).toEqual({
    moves: [flag('link/main'), flag('field/date')],
    open: 'notice',
  });
  expect([...(await memory.begun())]).toContain('a/b');
  expect(await memory.settings()).toEqual(dark);
  expect(await memory.records()).toEqual([...before, finished('sitting', april)]);
  expect((await memory.practice()).rounds).toBe(before.length + 1);
  const contents = await memory.contents();
  expect(contents.rounds).toContainEqual({
    key: 'a/b',
    moves: [flag('link/main'), flag('field/date')],
    open: 'notice',
  });
  await memory.forgetRound('a/b');
  expect(await memory.round('a/b')).toEqual({ moves: [], open: undefined });
  expect([...(await memory.begun())]).not.toContain('a/b');
}

describe('what this device keeps', () => {
  it('outlives the page', async () => {
    const before = await open();
    await before.memory.keepMove('a/b', flag('link/main'));
    await before.memory.keepMove('a/b', flag('field/date', 2));
    await before.memory.keepOpen('a/b', 'notice');
    await before.memory.keepSettings(dark);
    await before.memory.keepRecord(finished('r1', april));
    const { memory, losses } = await open();
    expect(await memory.round('a/b')).toEqual({
      moves: [flag('link/main'), flag('field/date', 2)],
      open: 'notice',
    });
    expect(await memory.settings()).toEqual(dark);
    expect(await memory.records()).toEqual([finished('r1', april)]);
    expect(memory.loss).toBeUndefined();
    expect([...before.losses, ...losses]).toEqual([]);
  });

  it('starts with nothing', async () => {
    const { memory } = await open();
    expect(await memory.round('a/b')).toEqual({ moves: [], open: undefined });
    expect(await memory.settings()).toEqual(firstSettings);
    expect(await memory.records()).toEqual([]);
    expect(await memory.practice()).toEqual({ cards: {}, rounds: 0 });
    expect([...(await memory.begun())]).toEqual([]);
  });

  it('forgets a round for good, and only that one', async () => {
    const { memory } = await open();
    for (const key of ['a/b', 'a/c', 'a/bb']) await memory.keepMove(key, flag('link/main'));
    await memory.forgetRound('a/b');
    const after = await open();
    expect([...(await after.memory.begun())].toSorted()).toEqual(['a/bb', 'a/c']);
    expect(await after.memory.round('a/b')).toEqual({ moves: [], open: undefined });
    expect((await after.memory.round('a/c')).moves).toEqual([flag('link/main')]);
  });

  it('has a move in the database’s hands before the page could do anything else', async () => {
    const { memory } = await open();
    const add = vi.spyOn(IDBObjectStore.prototype, 'add');
    const commit = vi.spyOn(IDBTransaction.prototype, 'commit');
    void memory.keepMove('a/b', flag('link/main'));
    expect(add).toHaveBeenCalledOnce();
    expect(commit).toHaveBeenCalledOnce();
  });

  it('writes one move at a time, and reads none, however long the round', async () => {
    const { memory } = await open();
    for (let at = 0; at < 300; at += 1) await memory.keepMove('a/b', flag('link/main', at));
    const add = vi.spyOn(IDBObjectStore.prototype, 'add');
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    const get = vi.spyOn(IDBIndex.prototype, 'getAll');
    await memory.keepMove('a/b', flag('field/date'));
    expect(add.mock.calls).toEqual([[{ round: 'a/b', move: flag('field/date') }]]);
    expect(put).not.toHaveBeenCalled();
    expect(get).not.toHaveBeenCalled();
  });

  it('opens the start page with as many requests for 1,000 rounds as for 10', async () => {
    const { memory } = await open();
    const requests = async (): Promise<number> => {
      const spies = (['get', 'getAll', 'getAllKeys', 'count', 'openCursor'] as const).map((name) =>
        vi.spyOn(IDBObjectStore.prototype, name),
      );
      await Promise.all([memory.practice(), memory.begun(), memory.settings()]);
      const made = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
      vi.restoreAllMocks();
      return made;
    };
    const rounds = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => finished(`r${from + index}`, april + from + index));
    await memory.takeIn({ settings: {}, rounds: [], records: rounds(0, 10) });
    await memory.practice();
    const few = await requests();
    await memory.takeIn({ settings: {}, rounds: [], records: rounds(10, 1_000) });
    await memory.practice();
    expect(await requests()).toBe(few);
    expect((await memory.records()).length).toBe(1_000);
  });
});

describe('what garbage lies on its shelves', () => {
  it.each([null, 7, 'x', [], { open: 3 }, new Date(0)])('opens no message for %o', async (value) => {
    await leave('rounds', value, 'a/b');
    const { memory, losses } = await open();
    expect(await memory.round('a/b')).toEqual({ moves: [], open: undefined });
    expect(losses).toEqual([]);
  });

  it.each([7, 'x', [], { round: 'a/b' }, { round: 'a/b', move: 3 }, { round: 'a/b', move: { kind: 'win' } }])(
    'drops from a round the move %o',
    async (value) => {
      await leave('moves', value);
      const { memory, losses } = await open();
      await memory.keepMove('a/b', flag('link/main'));
      expect((await memory.round('a/b')).moves).toEqual([flag('link/main')]);
      expect(losses).toEqual([]);
    },
  );

  it.each([
    ['theme', 'pink'],
    ['language', 'fr'],
    ['skin', 'wrist'],
    ['textSize', 1000],
    ['motion', { toString: 1 }],
    ['hints', 'maybe'],
    ['__proto__', { theme: 'dark' }],
  ])('takes the setting %s = %o for none', async (name, value) => {
    await leave('settings', value, name);
    const { memory } = await open();
    expect(await memory.settings()).toEqual(firstSettings);
  });

  it.each([null, 7, {}, { ...finished('x', april), score: 1_000 }, { ...finished('x', april), version: 9 }])(
    'leaves out the record %o and keeps the others',
    async (value) => {
      await leave('records', value, 'garbage');
      const { memory, losses } = await open();
      await memory.keepRecord(finished('r1', april));
      expect(await memory.records()).toEqual([finished('r1', april)]);
      expect(await memory.practice()).toEqual(practiceOf([finished('r1', april)]));
      expect(losses).toEqual([]);
    },
  );

  it.each([null, 7, { counted: 1 }, { counted: 1, practice: { cards: 'all', rounds: 1 } }])(
    'makes a schedule that is %o anew',
    async (value) => {
      const before = await open();
      await before.memory.keepRecord(finished('r1', april));
      await leave('cards', value, 'practice');
      const { memory } = await open();
      expect(await memory.practice()).toEqual(practiceOf([finished('r1', april)]));
    },
  );
});

describe('the schedule', () => {
  it('follows each finished round, whatever the order they are kept in', async () => {
    const { memory } = await open();
    const rounds = [
      finished('r1', april),
      finished('r2', april + 3 * day),
      finished('r3', april + day),
      finished('r4', april + 9 * day),
    ];
    for (const [index, record] of rounds.entries()) {
      await memory.keepRecord(record);
      expect(await memory.practice()).toEqual(practiceOf(rounds.slice(0, index + 1)));
    }
    expect(await (await open()).memory.practice()).toEqual(practiceOf(rounds));
  });

  it('counts a round that is kept twice once', async () => {
    const { memory } = await open();
    await memory.keepRecord(finished('r1', april));
    await memory.keepRecord(finished('r1', april));
    expect(await memory.records()).toEqual([finished('r1', april)]);
    expect(await memory.practice()).toEqual(practiceOf([finished('r1', april)]));
  });
});

describe('two tabs', () => {
  it('lose no move of a round played in both, and double none', async () => {
    const [one, other] = [await open(), await open()];
    const regions = Array.from({ length: 40 }, (_, index) => `field/x${index}`);
    await Promise.all(
      regions.map((region, index) => (index % 3 === 0 ? one : other).memory.keepMove('a/b', flag(region))),
    );
    const after = await open();
    const kept = (await after.memory.round('a/b')).moves.map((move) => ('region' in move ? move.region : ''));
    expect(kept.toSorted()).toEqual(regions.toSorted());
  });

  it('tell each other of moves, and of everything deleted', async () => {
    const [one, other] = [await open(), await open()];
    const heard: unknown[] = [];
    const stop = other.memory.follow((change) => heard.push(change));
    await one.memory.keepMove('a/b', flag('link/main'));
    await one.memory.deleteEverything();
    await vi.waitFor(() => expect(heard).toEqual([{ kind: 'round', key: 'a/b' }, { kind: 'everything' }]));
    expect((await other.memory.round('a/b')).moves).toEqual([]);
    stop();
  });

  it('do not put each other’s settings back', async () => {
    const [one, other] = [await open(), await open()];
    await Promise.all([one.memory.settings(), other.memory.settings()]);
    await one.memory.keepSettings({ theme: 'dark' });
    await other.memory.keepSettings({ language: 'en' });
    expect(await (await open()).memory.settings()).toEqual({
      ...firstSettings,
      theme: 'dark',
      language: 'en',
    });
  });

  it('count every round finished in either', async () => {
    const [one, other] = [await open(), await open()];
    await Promise.all([
      one.memory.keepRecord(finished('r1', april)),
      other.memory.keepRecord(finished('r2', april + day)),
      one.memory.keepRecord(finished('r3', april + 2 * day)),
    ]);
    const all = [finished('r1', april), finished('r2', april + day), finished('r3', april + 2 * day)];
    expect(await one.memory.records()).toEqual(all);
    expect(await other.memory.practice()).toEqual(practiceOf(all));
  });
});

describe('a memory of version 1', () => {
  /** As version 1 wrote it; the fixture is frozen. */
  async function leaveVersion1(): Promise<void> {
    const database = await openDB('mikiwame', 1, {
      upgrade: (opened) => {
        opened.createObjectStore('rounds');
        opened.createObjectStore('settings');
      },
    });
    for (const [shelf, entries] of Object.entries(version1)) {
      for (const [key, value] of Object.entries(entries)) await database.put(shelf, value, key);
    }
    database.close();
  }

  it('becomes one of today with nothing lost', async () => {
    await leaveVersion1();
    const { memory, losses } = await open();
    expect(await memory.round('spring/a-morning')).toEqual(version1.rounds['spring/a-morning']);
    expect(await memory.round('spring/an-evening')).toEqual({
      moves: version1.rounds['spring/an-evening'].moves,
      open: undefined,
    });
    expect(await memory.settings()).toEqual({
      ...firstSettings,
      theme: 'dark',
      skin: 'phone',
      language: 'en',
    });
    expect(losses).toEqual([]);
  });

  it('loses only what was garbage', async () => {
    await leaveVersion1();
    const { memory } = await open();
    expect([...(await memory.begun())].toSorted()).toEqual([
      'garbage/some',
      'spring/a-morning',
      'spring/an-evening',
    ]);
    expect((await memory.round('garbage/some')).moves).toEqual([{ kind: 'submit', message: 'x', at: 5 }]);
  });

  it('goes on from there', async () => {
    await leaveVersion1();
    const first = await open();
    await first.memory.keepMove('spring/an-evening', flag('link/main', 9));
    await first.memory.keepSettings({ theme: 'light' });
    const { memory } = await open();
    expect((await memory.round('spring/an-evening')).moves).toHaveLength(2);
    expect(await memory.settings()).toEqual({
      ...firstSettings,
      theme: 'light',
      skin: 'phone',
      language: 'en',
    });
  });
});

describe('taking in and deleting', () => {
  const contents: Contents = {
    settings: { ...firstSettings, theme: 'dark' },
    rounds: [
      { key: 'a/b', moves: [flag('link/main')], open: 'notice' },
      { key: 'a/c', moves: [flag('field/date')], open: undefined },
    ],
    records: [finished('r1', april), finished('r2', april + day)],
  };

  it('gives another device all of it', async () => {
    const before = await open();
    await before.memory.takeIn(contents);
    const given = await before.memory.contents();
    vi.stubGlobal('indexedDB', new IDBFactory());
    const { memory } = await open();
    expect(await memory.takeIn(given)).toEqual({ rounds: 2, records: 2 });
    expect(await (await open()).memory.contents()).toEqual(given);
    expect(await memory.practice()).toEqual(practiceOf(contents.records));
  });

  it('adds a second time only what is new, and leaves what is here as it is', async () => {
    const { memory } = await open();
    await memory.keepMove('a/b', flag('slot/greeting'));
    await memory.keepRecord(finished('r1', april + 5 * day));
    expect(await memory.takeIn(contents)).toEqual({ rounds: 1, records: 1 });
    expect(await memory.takeIn(contents)).toEqual({ rounds: 0, records: 0 });
    expect((await memory.round('a/b')).moves).toEqual([flag('slot/greeting')]);
    expect(await memory.records()).toEqual([finished('r2', april + day), finished('r1', april + 5 * day)]);
    expect((await memory.settings()).theme).toBe('dark');
  });

  it('deletes everything', async () => {
    const { memory } = await open();
    await memory.takeIn(contents);
    expect(await memory.deleteEverything()).toBe(true);
    const nothing = { settings: firstSettings, rounds: [], records: [] };
    expect(await memory.contents()).toEqual(nothing);
    expect(await (await open()).memory.contents()).toEqual(nothing);
    expect(await memory.practice()).toEqual({ cards: {}, rounds: 0 });
  });

  it('makes room where there was none, and keeps again', async () => {
    const { memory, losses } = await open();
    await memory.takeIn(contents);
    const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await memory.keepMove('a/b', flag('slot/greeting'));
    expect(losses).toEqual(['full']);
    full.mockRestore();
    expect(await memory.deleteEverything()).toBe(true);
    expect(memory.loss).toBeUndefined();
    await memory.keepMove('a/d', flag('link/main'));
    expect([...(await (await open()).memory.begun())]).toEqual(['a/d']);
  });

  it('deletes what a newer version kept, where asked to', async () => {
    const newer = await openDB('mikiwame', 9, { upgrade: (opened) => void opened.createObjectStore('all') });
    newer.close();
    const { memory } = await open();
    expect(await memory.deleteEverything()).toBe(true);
    expect((await open()).memory.loss).toBeUndefined();
  });

  it('says that it could not delete where the browser has no storage to ask', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const { memory } = await open();
    expect(await memory.deleteEverything()).toBe(false);
  });

  it('keeps for the sitting what there is no room for', async () => {
    const { memory, losses } = await open();
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await memory.takeIn(contents)).toEqual({ rounds: 2, records: 2 });
    expect(await memory.contents()).toEqual(contents);
    expect(losses).toEqual(['full']);
  });
});

describe('without storage', () => {
  it('the game goes on and says so once, where the browser has none', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const { memory, losses } = await open();
    expect(memory.loss).toBe('blocked');
    await expectToGoOn(memory);
    expect(losses).toEqual(['blocked']);
  });

  it('the game goes on where a sandboxed frame forbids it', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    const { memory, losses } = await open();
    await expectToGoOn(memory);
    expect(losses).toEqual(['blocked']);
  });

  it('the game does not wait for a database that never opens', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('indexedDB', { open: () => Object.assign(new EventTarget(), { result: undefined }) });
    const opening = open();
    await vi.runAllTimersAsync();
    const { memory, losses } = await opening;
    vi.useRealTimers();
    await expectToGoOn(memory);
    expect(losses).toEqual(['blocked']);
  });

  it('the game goes on where a newer version of it has been, and leaves that one’s rounds alone', async () => {
    const newer = await openDB('mikiwame', 9, {
      upgrade: (opened) => void opened.createObjectStore('rounds'),
    });
    await newer.put('rounds', 'precious', 'a/b');
    newer.close();
    const { memory, losses } = await open();
    await expectToGoOn(memory);
    expect(losses).toEqual(['newer']);
    const again = await openDB('mikiwame', 9);
    expect(await again.get('rounds', 'a/b')).toBe('precious');
    again.close();
  });

  it('makes way for a newer version in another tab, and the game goes on', async () => {
    const { memory, losses } = await open();
    await memory.round('a/b');
    await memory.keepMove('a/b', flag('link/main'));
    const newer = await openDB('mikiwame', 3);
    expect((await memory.round('a/b')).moves).toEqual([flag('link/main')]);
    await expectToGoOn(memory);
    expect(losses).toEqual(['newer']);
    newer.close();
  });

  it('the game goes on where another program has put up other shelves', async () => {
    const stranger = await openDB('mikiwame', 2, { upgrade: (opened) => void opened.createObjectStore('x') });
    stranger.close();
    const { memory, losses } = await open();
    await expectToGoOn(memory);
    expect(losses).toEqual(['broken']);
  });

  it('keeps the sitting whole when the disk is full, and still reads what was kept before', async () => {
    const { memory, losses } = await open();
    await memory.round('a/z');
    await memory.keepMove('a/z', flag('link/main'));
    await memory.keepRecord(finished('r1', april - day));
    const full = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full);
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(full);
    await memory.keepMove('a/z', flag('field/date'));
    expect((await memory.round('a/z')).moves).toEqual([flag('link/main'), flag('field/date')]);
    await expectToGoOn(memory);
    expect(losses).toEqual(['full']);
  });

  it('keeps the sitting whole when reading breaks', async () => {
    const { memory, losses } = await open();
    await memory.round('a/b');
    await memory.keepMove('a/b', flag('link/main'));
    const broken = (): never => {
      throw new DOMException('broken', 'UnknownError');
    };
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(broken);
    expect((await memory.round('a/b')).moves).toEqual([flag('link/main')]);
    await expectToGoOn(memory);
    expect(losses).toEqual(['broken']);
  });
});

describe('the memories of learners who share a device', () => {
  it('are apart, and each is there again', async () => {
    const [one, other] = [
      await openMemory(() => undefined, 'one'),
      await openMemory(() => undefined, 'other'),
    ];
    await one.keepMove('a/b', flag('link/main'));
    await one.keepRecord(finished('mine', april));
    await other.keepSettings({ language: 'en' });
    expect((await other.begun()).size).toBe(0);
    expect(await other.records()).toEqual([]);
    expect((await (await open()).memory.begun()).size).toBe(0);
    const again = await openMemory(() => undefined, 'one');
    expect((await again.round('a/b')).moves).toEqual([flag('link/main')]);
    expect((await again.settings()).language).toBeUndefined();
  });

  it('are deleted one without the other', async () => {
    const one = await openMemory(() => undefined, 'one');
    const other = await openMemory(() => undefined, 'other');
    await other.keepMove('a/b', flag('link/main'));
    expect(await one.deleteEverything()).toBe(true);
    expect((await other.round('a/b')).moves).toHaveLength(1);
  });
});
