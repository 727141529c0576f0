import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Contents } from '../../src/device/saved-data.ts';
import { type Memory, openMemory } from '../../src/device/memory.ts';
import { firstSettings, type Settings } from '../../src/device/settings.ts';
import type { StorageLoss } from '../../src/device/connection.ts';
import type { Move } from '../../src/core/engine/answer.ts';
import { roundId } from '../../src/core/record/round-id.ts';
import { practiceOf } from '../../src/core/record/schedule.ts';
import { aMessageRecord, april, aRecord, day } from '../core/record/builders.ts';
import version1 from '../fixtures/memory-1.json';
import version2 from '../fixtures/memory-2.json';
import version3 from '../fixtures/memory-3.json';

const flag = (region: string, at = 1): Move => ({ kind: 'flag', message: 'notice', region, at });
const dark: Settings = { ...firstSettings, theme: 'dark', skin: 'phone', language: 'en', textSize: 130 };

/** A round about one family, so that it changes the schedule. */
const finished = (id: string, at: number) =>
  aRecord({
    id,
    endedAt: at,
    messages: [aMessageRecord({ facts: [{ fact: 'hurry', cue: 'urgency', found: true }] })],
  });

/** A round that is finished and has no record yet. */
const left = (key: string, at: number) => ({ key, moves: [flag('link/main', at)] });

/** A memory as one tab opens it, and why it said that it was lost. */
async function open(): Promise<{
  readonly memory: Memory;
  /** `found` where it works after all. */
  readonly losses: readonly (StorageLoss | 'found')[];
}> {
  const losses: (StorageLoss | 'found')[] = [];
  const memory = await openMemory((loss) => losses.push(loss ?? 'found'));
  return { memory, losses };
}

/** Puts a value into a store, as another program might have. */
async function leave(shelf: string, value: unknown, key?: string): Promise<void> {
  await open();
  const database = await openDB('mikiwame', 4);
  await database.put(shelf, value, key);
  database.close();
}

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Checks that the game continues: stored values can be read back, whatever the device does. */
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

describe('the stored data', () => {
  it('survives the page', async () => {
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

  it('is empty at first', async () => {
    const { memory } = await open();
    expect(await memory.round('a/b')).toEqual({ moves: [], open: undefined });
    expect(await memory.settings()).toEqual(firstSettings);
    expect(await memory.records()).toEqual([]);
    expect(await memory.practice()).toEqual({ cards: {}, rounds: 0 });
    expect([...(await memory.begun())]).toEqual([]);
  });

  it('deletes a round permanently, and only that one', async () => {
    const { memory } = await open();
    for (const key of ['a/b', 'a/c', 'a/bb']) await memory.keepMove(key, flag('link/main'));
    await memory.forgetRound('a/b');
    const after = await open();
    expect([...(await after.memory.begun())].toSorted()).toEqual(['a/bb', 'a/c']);
    expect(await after.memory.round('a/b')).toEqual({ moves: [], open: undefined });
    expect((await after.memory.round('a/c')).moves).toEqual([flag('link/main')]);
  });

  it('passes a move to the database synchronously', async () => {
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

  it('needs as many requests for the start page with 1,000 rounds as with 10', async () => {
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
    await memory.takeIn({ settings: {}, rounds: [], records: rounds(0, 10), drills: [] });
    await memory.practice();
    const few = await requests();
    await memory.takeIn({ settings: {}, rounds: [], records: rounds(10, 1_000), drills: [] });
    await memory.practice();
    expect(await requests()).toBe(few);
    expect((await memory.records()).length).toBe(1_000);
  });
});

describe('garbage in the stores', () => {
  it.each([null, 7, 'x', [], { open: 3 }, new Date(0)])('does not open a message for %o', async (value) => {
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
  ])('ignores the setting %s = %o', async (name, value) => {
    await leave('settings', value, name);
    const { memory } = await open();
    expect(await memory.settings()).toEqual(firstSettings);
  });

  it.each([null, 7, {}, { ...finished('x', april), score: 1_000 }, { ...finished('x', april), version: 9 }])(
    'drops the record %o and keeps the others',
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
    'rebuilds a schedule that is %o',
    async (value) => {
      const before = await open();
      await before.memory.keepRecord(finished('r1', april));
      await leave('cards', value, 'practice');
      const { memory } = await open();
      expect(await memory.practice()).toEqual(practiceOf([finished('r1', april)]));
    },
  );
});

describe('a stored round with moves of a newer version', () => {
  it('counts the unreadable ones, keeps them, and reads the others', async () => {
    const { memory } = await open();
    await memory.keepMove('a/b', flag('link/main'));
    expect(await memory.round('a/b')).not.toHaveProperty('unread');
    const golden = { ...flag('field/date', 2), ink: 'gold' };
    await leave('moves', { round: 'a/b', move: golden });
    const again = await open();
    expect(await again.memory.round('a/b')).toEqual({
      moves: [flag('link/main')],
      open: undefined,
      unread: 1,
    });
    await again.memory.keepMove('a/b', flag('field/to', 3));
    expect(await (await open()).memory.round('a/b')).toMatchObject({
      moves: [flag('link/main'), flag('field/to', 3)],
      unread: 1,
    });
  });
});

describe('the schedule', () => {
  it('includes each finished round, in any order', async () => {
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
  it('lose no move of a round played in both, and duplicate none', async () => {
    const [one, other] = [await open(), await open()];
    const regions = Array.from({ length: 40 }, (_, index) => `field/x${index}`);
    await Promise.all(
      regions.map((region, index) => (index % 3 === 0 ? one : other).memory.keepMove('a/b', flag(region))),
    );
    const after = await open();
    const kept = (await after.memory.round('a/b')).moves.map((move) => ('region' in move ? move.region : ''));
    expect(kept.toSorted()).toEqual(regions.toSorted());
  });

  it('notify each other of moves and of deletions', async () => {
    const [one, other] = [await open(), await open()];
    const heard: unknown[] = [];
    const stop = other.memory.follow((change) => heard.push(change));
    await one.memory.keepMove('a/b', flag('link/main'));
    await one.memory.deleteEverything();
    await vi.waitFor(() => expect(heard).toEqual([{ kind: 'round', key: 'a/b' }, { kind: 'everything' }]));
    expect((await other.memory.round('a/b')).moves).toEqual([]);
    stop();
  });

  it('do not overwrite each other’s settings', async () => {
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

  it('include every round finished in either', async () => {
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

  it('is migrated without loss', async () => {
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

  it('drops only garbage', async () => {
    await leaveVersion1();
    const { memory } = await open();
    expect([...(await memory.begun())].toSorted()).toEqual([
      'garbage/some',
      'spring/a-morning',
      'spring/an-evening',
    ]);
    expect((await memory.round('garbage/some')).moves).toEqual([{ kind: 'submit', message: 'x', at: 5 }]);
  });

  it('can be used after the migration', async () => {
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

describe('a memory of version 2', () => {
  /** As version 2 wrote it; the fixture is frozen. */
  async function leaveVersion2(): Promise<void> {
    const database = await openDB('mikiwame', 2, {
      upgrade: (opened) => {
        for (const name of ['rounds', 'settings', 'records', 'cards']) opened.createObjectStore(name);
        opened.createObjectStore('moves', { autoIncrement: true }).createIndex('round', 'round');
      },
    });
    const { moves, ...shelves } = version2;
    for (const [shelf, entries] of Object.entries(shelves)) {
      for (const [key, value] of Object.entries(entries)) await database.put(shelf, value, key);
    }
    for (const move of moves) await database.add('moves', move);
    database.close();
  }

  it('is migrated without loss', async () => {
    await leaveVersion2();
    const { memory, losses } = await open();
    expect(await memory.round('spring/a-morning')).toEqual({
      moves: version2.moves.flatMap(({ round, move }) => (round === 'spring/a-morning' ? [move] : [])),
      open: 'notice',
    });
    expect([...(await memory.begun())].toSorted()).toEqual([
      '#/round?mode=training&seed=abc',
      'spring/a-morning',
    ]);
    expect(await memory.settings()).toEqual({ ...firstSettings, ...version2.settings });
    expect(await memory.records()).toEqual(Object.values(version2.records));
    expect(await memory.practice()).toEqual(version2.cards.practice.practice);
    expect([...(await memory.drills())]).toEqual([]);
    expect(await memory.unrecorded()).toEqual([]);
    expect(losses).toEqual([]);
  });

  it('can be used after the migration', async () => {
    await leaveVersion2();
    const first = await open();
    await first.memory.keepMove('spring/a-morning', flag('link/other', april + day));
    await first.memory.keepDrill({ key: 'aid/paid', score: 1, at: april });
    const { memory } = await open();
    expect((await memory.round('spring/a-morning')).moves).toHaveLength(6);
    expect((await memory.drills()).size).toBe(1);
  });
});

describe('what version 3 kept', () => {
  it('is migrated without loss, drills and unrecorded rounds included', async () => {
    const database = await openDB('mikiwame', 3, {
      upgrade: (opened) => {
        for (const name of ['rounds', 'settings', 'records', 'cards', 'drills', 'unrecorded'])
          opened.createObjectStore(name);
        opened.createObjectStore('moves', { autoIncrement: true }).createIndex('round', 'round');
      },
    });
    const { moves, ...shelves } = version3;
    for (const [shelf, entries] of Object.entries(shelves)) {
      for (const [key, value] of Object.entries(entries)) await database.put(shelf, value, key);
    }
    for (const move of moves) await database.add('moves', move);
    database.close();
    const { memory, losses } = await open();
    expect((await memory.round('spring/a-morning')).moves).toHaveLength(5);
    expect(await memory.records()).toEqual(Object.values(version3.records));
    expect(await memory.drills()).toEqual(
      new Map([['aid/paid', { key: 'aid/paid', ...version3.drills['aid/paid'] }]]),
    );
    expect(await memory.unrecorded()).toEqual([version3.unrecorded['round-left']]);
    expect(await memory.device.write((device) => device.put('drafts', {}, 'a'))).toBe(true);
    expect(losses).toEqual([]);
  });
});

describe('finished drills', () => {
  const paid = { key: 'aid/paid', score: 0.5, at: april };

  it('survive the page, each with its latest result', async () => {
    const before = await open();
    await before.memory.keepDrill(paid);
    await before.memory.keepDrill({ key: 'spring/a-morning/typed', score: 1, at: april });
    await before.memory.keepDrill({ ...paid, score: 0.75, at: april + day });
    const { memory } = await open();
    expect(Object.fromEntries(await memory.drills())).toEqual({
      'aid/paid': { ...paid, score: 0.75, at: april + day },
      'spring/a-morning/typed': { key: 'spring/a-morning/typed', score: 1, at: april },
    });
  });

  it.each([null, 7, {}, { score: 2, at: april }, { score: 1 }, { score: 'all', at: april }])(
    'drop %o in their store',
    async (value) => {
      await leave('drills', value, 'aid/garbage');
      const { memory, losses } = await open();
      await memory.keepDrill(paid);
      expect([...(await memory.drills()).keys()]).toEqual(['aid/paid']);
      expect(losses).toEqual([]);
    },
  );
});

describe('a finished round', () => {
  it('is listed as unrecorded until it has a record, even on a later page', async () => {
    const before = await open();
    const [one, other] = [left('a/b', 1), left('a/c', 2)];
    await before.memory.noteFinished(one);
    await before.memory.noteFinished({ ...other, passMark: 80 });
    // The round may be begun again before its record is made.
    await before.memory.forgetRound('a/b');
    const { memory } = await open();
    expect(await memory.unrecorded()).toEqual([one, { ...other, passMark: 80 }]);
    await memory.keepRecord(finished(roundId(one.moves), april));
    expect(await memory.unrecorded()).toEqual([{ ...other, passMark: 80 }]);
    expect(await (await open()).memory.unrecorded()).toEqual([{ ...other, passMark: 80 }]);
  });

  it('is listed for this page if the device stores nothing', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const { memory } = await open();
    const round = left('a/b', 1);
    await memory.noteFinished(round);
    expect(await memory.unrecorded()).toEqual([round]);
    await memory.keepRecord(finished(roundId(round.moves), april));
    expect(await memory.unrecorded()).toEqual([]);
  });

  it.each([
    null,
    true,
    7,
    {},
    { key: 'a/b' },
    { key: 'a/b', moves: [] },
    { key: 3, moves: [flag('link/main')] },
  ])('is dropped if its store has %o', async (value) => {
    await leave('unrecorded', value, 'round-1');
    const { memory, losses } = await open();
    await memory.noteFinished(left('a/c', 2));
    expect(await memory.unrecorded()).toEqual([left('a/c', 2)]);
    expect(losses).toEqual([]);
  });
});

describe('a connection that the browser loses', () => {
  /** Makes the next transactions fail, as after a lost connection. */
  const loseTransactions = (count: number, name: string) => {
    // oxlint-disable-next-line typescript/unbound-method -- called below with the `this` it is given
    const { transaction } = IDBDatabase.prototype;
    let left = count;
    return vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...given
    ) {
      if (left > 0) {
        left -= 1;
        throw new DOMException('Connection to Indexed Database server lost', name);
      }
      return transaction.apply(this, given);
    });
  };

  it.each(['InvalidStateError', 'UnknownError', 'AbortError', 'TransactionInactiveError'])(
    'is reopened after %s, and no move is lost',
    async (name) => {
      const { memory, losses } = await open();
      await memory.round('a/b');
      await memory.keepMove('a/b', flag('field/1', 1));
      loseTransactions(1, name);
      // Two at once, as when a player goes on before the device has answered.
      await Promise.all([
        memory.keepMove('a/b', flag('field/2', 2)),
        memory.keepMove('a/b', flag('field/3', 3)),
      ]);
      await memory.keepMove('a/b', flag('field/4', 4));
      const moves = [1, 2, 3, 4].map((at) => flag(`field/${at}`, at));
      expect((await memory.round('a/b')).moves).toEqual(moves);
      expect((await (await open()).memory.round('a/b')).moves).toEqual(moves);
      expect(losses).toEqual([]);
    },
  );

  it('loses no move if a transaction fails after it was accepted', async () => {
    const { memory, losses } = await open();
    await memory.round('a/b');
    const commit = vi.spyOn(IDBTransaction.prototype, 'commit');
    commit.mockImplementationOnce(function (this: IDBTransaction) {
      this.abort();
    });
    await Promise.all([1, 2, 3].map((at) => memory.keepMove('a/b', flag(`field/${at}`, at))));
    expect(commit).toHaveBeenCalled();
    const moves = [1, 2, 3].map((at) => flag(`field/${at}`, at));
    expect((await (await open()).memory.round('a/b')).moves).toEqual(moves);
    expect(losses).toEqual([]);
  });

  it('loses no move that another tab made meanwhile', async () => {
    const { memory } = await open();
    const other = await open();
    await memory.round('a/b');
    await memory.keepMove('a/b', flag('field/1', 1));
    await other.memory.keepMove('a/b', flag('field/2', 2));
    loseTransactions(1, 'UnknownError');
    await memory.keepMove('a/b', flag('field/3', 3));
    expect((await (await open()).memory.round('a/b')).moves).toEqual(
      [1, 2, 3].map((at) => flag(`field/${at}`, at)),
    );
  });

  it('keeps settings, records, drills and the open message', async () => {
    const { memory, losses } = await open();
    for (const keep of [
      () => memory.keepSettings({ theme: 'dark' }),
      () => memory.keepRecord(finished('r1', april)),
      () => memory.keepDrill({ key: 'aid/paid', score: 1, at: april }),
      () => memory.keepOpen('a/b', 'notice'),
      () => memory.replaceRound('a/b', [flag('link/main')]),
      () => memory.noteFinished(left('a/b', 1)),
    ]) {
      const lost = loseTransactions(1, 'InvalidStateError');
      await keep();
      lost.mockRestore();
    }
    const after = await open();
    expect((await after.memory.settings()).theme).toBe('dark');
    expect(await after.memory.records()).toEqual([finished('r1', april)]);
    expect((await after.memory.drills()).size).toBe(1);
    expect((await after.memory.round('a/b')).moves).toEqual([flag('link/main')]);
    expect(await after.memory.unrecorded()).toEqual([left('a/b', 1)]);
    expect(losses).toEqual([]);
  });

  it('is also reopened for a read', async () => {
    const before = await open();
    await before.memory.keepMove('a/b', flag('link/main'));
    const { memory, losses } = await open();
    loseTransactions(1, 'UnknownError');
    expect((await memory.round('a/b')).moves).toEqual([flag('link/main')]);
    expect(losses).toEqual([]);
  });

  it('is reopened after the browser closed it', async () => {
    const opened = new Set<IDBDatabase>();
    // oxlint-disable-next-line typescript/unbound-method -- called below with the `this` it is given
    const { transaction } = IDBDatabase.prototype;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...given) {
      opened.add(this);
      return transaction.apply(this, given);
    });
    const { memory, losses } = await open();
    await memory.keepMove('a/b', flag('field/1', 1));
    for (const one of opened) one.close();
    await memory.keepMove('a/b', flag('field/2', 2));
    expect(opened.size).toBe(2);
    expect((await (await open()).memory.round('a/b')).moves).toHaveLength(2);
    expect(losses).toEqual([]);
  });

  it('is given up when it fails twice, with the right reason, and the game continues', async () => {
    const { memory, losses } = await open();
    await memory.round('a/b');
    loseTransactions(2, 'InvalidStateError');
    await memory.keepMove('a/b', flag('link/main'));
    expect((await memory.round('a/b')).moves).toEqual([flag('link/main')]);
    expect(losses).toEqual(['broken']);
    await expectToGoOn(memory);
    expect(losses).toEqual(['broken']);
  });

  it('is not reopened when storage is full, which is reported at once', async () => {
    const { memory, losses } = await open();
    const spy = vi.spyOn(IDBFactory.prototype, 'open');
    loseTransactions(1, 'QuotaExceededError');
    await memory.keepMove('a/b', flag('link/main'));
    expect(losses).toEqual(['full']);
    expect(spy).not.toHaveBeenCalled();
  });
});

describe('importing and deleting', () => {
  const contents: Contents = {
    settings: { ...firstSettings, theme: 'dark' },
    rounds: [
      { key: 'a/b', moves: [flag('link/main')], open: 'notice' },
      { key: 'a/c', moves: [flag('field/date')], open: undefined },
    ],
    records: [finished('r1', april), finished('r2', april + day)],
    drills: [{ key: 'aid/paid', score: 0.5, at: april }],
  };

  it('copies everything to another device', async () => {
    const before = await open();
    await before.memory.takeIn(contents);
    const given = await before.memory.contents();
    vi.stubGlobal('indexedDB', new IDBFactory());
    const { memory } = await open();
    expect(await memory.takeIn(given)).toEqual({ rounds: 2, records: 2, drills: 1 });
    expect(await (await open()).memory.contents()).toEqual(given);
    expect(await memory.practice()).toEqual(practiceOf(contents.records));
  });

  it('adds only new entries the second time, and does not change existing ones', async () => {
    const { memory } = await open();
    await memory.keepMove('a/b', flag('slot/greeting'));
    await memory.keepRecord(finished('r1', april + 5 * day));
    expect(await memory.takeIn(contents)).toEqual({ rounds: 1, records: 1, drills: 1 });
    expect(await memory.takeIn(contents)).toEqual({ rounds: 0, records: 0, drills: 0 });
    expect((await memory.round('a/b')).moves).toEqual([flag('slot/greeting')]);
    expect(await memory.records()).toEqual([finished('r2', april + day), finished('r1', april + 5 * day)]);
    expect((await memory.settings()).theme).toBe('dark');
  });

  it('deletes everything', async () => {
    const { memory } = await open();
    await memory.takeIn(contents);
    expect(await memory.deleteEverything()).toBe(true);
    const nothing = { settings: firstSettings, rounds: [], records: [], drills: [] };
    expect(await memory.contents()).toEqual(nothing);
    expect(await (await open()).memory.contents()).toEqual(nothing);
    expect(await memory.practice()).toEqual({ cards: {}, rounds: 0 });
  });

  it('frees space when storage was full, and stores again', async () => {
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

  it('deletes the data of a newer version on request', async () => {
    const newer = await openDB('mikiwame', 9, { upgrade: (opened) => void opened.createObjectStore('all') });
    newer.close();
    const { memory } = await open();
    expect(await memory.deleteEverything()).toBe(true);
    expect((await open()).memory.loss).toBeUndefined();
  });

  it('reports that it could not delete if the browser has no storage', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const { memory } = await open();
    expect(await memory.deleteEverything()).toBe(false);
  });

  it('keeps in memory what does not fit', async () => {
    const { memory, losses } = await open();
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await memory.takeIn(contents)).toEqual({ rounds: 2, records: 2, drills: 1 });
    expect(await memory.contents()).toEqual(contents);
    expect(losses).toEqual(['full']);
  });
});

describe('without storage', () => {
  it('the game continues, and says so once, if the browser has none', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const { memory, losses } = await open();
    expect(memory.loss).toBe('blocked');
    await expectToGoOn(memory);
    expect(losses).toEqual(['blocked']);
  });

  it('the game continues if a sandboxed frame forbids it', async () => {
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

  it.each(['get', 'getAll', 'openKeyCursor'] as const)(
    'the game does not wait for a database that never answers a %s',
    async (method) => {
      const first = await open();
      await first.memory.keepMove('a/b', flag('link/main'));
      vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
      for (const shelf of [IDBObjectStore.prototype, IDBIndex.prototype]) {
        const ask = shelf[method];
        vi.spyOn(shelf, method).mockImplementation(function (this: IDBObjectStore & IDBIndex) {
          const request: IDBRequest = Reflect.apply(ask, this, ['a/b']);
          // Its answers are never delivered.
          request.addEventListener = () => undefined;
          return request;
        });
      }
      const opening = open().then(async ({ memory, losses }) => {
        const found = [await memory.settings(), await memory.begun(), await memory.round('a/b')];
        return { memory, losses, found };
      });
      const done: unknown[] = [];
      void opening.finally(() => done.push(true));
      while (done.length === 0) {
        vi.advanceTimersByTime(1_000);
        await new Promise((resolve) => setTimeout(resolve));
      }
      const { memory, losses } = await opening;
      vi.useRealTimers();
      expect(losses).toEqual(['broken']);
      await expectToGoOn(memory);
    },
  );

  it('the game continues while a tab with an older version blocks it, and stores everything afterwards', async () => {
    const older = await openDB('mikiwame', 1, {
      upgrade: (opened) => {
        opened.createObjectStore('rounds');
        opened.createObjectStore('settings');
      },
    });
    await older.put(
      'rounds',
      { moves: [flag('field/old', 1), flag('field/old2', 2)], open: undefined },
      'a/long',
    );
    await older.put('settings', { textSize: 130 }, 'settings');
    const { memory, losses } = await open();
    expect(memory.loss).toBe('older');
    expect(losses).toEqual(['older']);
    const heard: unknown[] = [];
    memory.follow((change) => heard.push(change));
    await memory.round('a/b');
    await memory.keepMove('a/b', flag('link/main'));
    await memory.keepOpen('a/b', 'notice');
    await memory.round('a/long');
    await memory.keepMove('a/long', flag('link/main', 3));
    await memory.keepSettings({ theme: 'dark' });
    await memory.keepRecord(finished('r1', april));
    await memory.keepDrill({ key: 'aid/paid', score: 1, at: april });
    await memory.noteFinished(left('a/b', 1));
    older.close();
    await vi.waitFor(() => expect(losses).toEqual(['older', 'found']));
    expect(memory.loss).toBeUndefined();
    for (const { memory: now } of [{ memory }, await open()]) {
      expect(await now.round('a/b')).toEqual({ moves: [flag('link/main')], open: 'notice' });
      // The longer version of a round that was played before is kept.
      expect((await now.round('a/long')).moves).toEqual([flag('field/old', 1), flag('field/old2', 2)]);
      expect(await now.settings()).toEqual({ ...firstSettings, theme: 'dark', textSize: 130 });
      expect(await now.records()).toEqual([finished('r1', april)]);
      expect((await now.drills()).size).toBe(1);
      expect(await now.unrecorded()).toEqual([left('a/b', 1)]);
    }
    expect(heard).toContainEqual({ kind: 'round', key: 'a/long' });
    await memory.keepMove('a/b', flag('field/date', 9));
    expect((await (await open()).memory.round('a/b')).moves).toHaveLength(2);
  });

  it('the game stores what happened while the database opened slowly', async () => {
    let isFree = false;
    const holder = indexedDB.open('mikiwame', 1);
    holder.addEventListener('upgradeneeded', () => {
      holder.result.createObjectStore('settings');
      const rounds = holder.result.createObjectStore('rounds');
      // An upgrade lasts as long as it makes requests, and blocks all other connections.
      const hold = (): void => {
        if (!isFree) rounds.get('x').addEventListener('success', hold);
      };
      hold();
    });
    holder.addEventListener('success', () => holder.result.close());
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const opening = open();
    vi.advanceTimersByTime(10_000);
    const { memory, losses } = await opening;
    vi.useRealTimers();
    expect(losses).toEqual(['blocked']);
    await memory.keepMove('a/b', flag('link/main'));
    isFree = true;
    await vi.waitFor(() => expect(losses).toEqual(['blocked', 'found']));
    expect((await (await open()).memory.round('a/b')).moves).toEqual([flag('link/main')]);
  });

  it.each([
    [
      'refuses a channel',
      () => {
        throw new DOMException('denied', 'SecurityError');
      },
    ],
    ['has no channel', undefined],
  ])('the game stores everything if the browser %s', async (_, make) => {
    vi.stubGlobal('BroadcastChannel', make);
    const { memory, losses } = await open();
    await memory.keepMove('a/b', flag('link/main'));
    expect((await (await open()).memory.round('a/b')).moves).toEqual([flag('link/main')]);
    expect(losses).toEqual([]);
  });

  it('the game stores everything if a broadcast channel throws', async () => {
    vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockImplementation(() => {
      throw new DOMException('closed', 'InvalidStateError');
    });
    const { memory, losses } = await open();
    await memory.keepMove('a/b', flag('link/main'));
    expect(await memory.deleteEverything()).toBe(true);
    expect(losses).toEqual([]);
  });

  it('the game continues if access to the storage throws', async () => {
    vi.unstubAllGlobals();
    vi.spyOn(globalThis, 'indexedDB', 'get').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const { memory, losses } = await open();
    await expectToGoOn(memory);
    expect(losses).toEqual(['blocked']);
  });

  it('the game continues after a newer version was used, and does not touch its rounds', async () => {
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

  it('closes for a newer version in another tab, and the game continues', async () => {
    const { memory, losses } = await open();
    await memory.round('a/b');
    await memory.keepMove('a/b', flag('link/main'));
    const newer = await openDB('mikiwame', 5);
    expect((await memory.round('a/b')).moves).toEqual([flag('link/main')]);
    await expectToGoOn(memory);
    expect(losses).toEqual(['newer']);
    newer.close();
  });

  it('the game continues if another program has created other stores', async () => {
    const stranger = await openDB('mikiwame', 4, { upgrade: (opened) => void opened.createObjectStore('x') });
    stranger.close();
    const { memory, losses } = await open();
    await expectToGoOn(memory);
    expect(losses).toEqual(['broken']);
  });

  it('keeps everything in memory when the disk is full, and still reads older data', async () => {
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

  it('keeps everything in memory when reads fail', async () => {
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
  it('are separate, and each can be opened again', async () => {
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

  it('are deleted separately', async () => {
    const one = await openMemory(() => undefined, 'one');
    const other = await openMemory(() => undefined, 'other');
    await other.keepMove('a/b', flag('link/main'));
    expect(await one.deleteEverything()).toBe(true);
    expect((await other.round('a/b')).moves).toHaveLength(1);
  });
});
