import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Move } from '../../../src/core/engine/answer.ts';
import { inboxRound } from '../../../src/core/round/played-message.ts';
import type { ContentIndex } from '../../../src/core/scenario/format/pack.ts';
import { openMemory } from '../../../src/device/memory.ts';
import { recordMissing, recordRound } from '../../../src/app/session/record-round.ts';
import { packsFrom } from '../../../src/packs/content.ts';
import { serverSource } from '../../../src/packs/server.ts';
import { aScenario, both } from '../../fixtures/builders.ts';

/** Whether the code for records does not load. */
const chunk = vi.hoisted(() => ({ isMissing: false }));
vi.mock('../../../src/core/record/finished-round.ts', async (original) => {
  const real = await original<typeof import('../../../src/core/record/finished-round.ts')>();
  return {
    get finishedRound() {
      return real.finishedRound;
    },
  };
});
vi.mock('../../../src/loading/load-once.ts', async (original) => {
  const real = await original<typeof import('../../../src/loading/load-once.ts')>();
  return {
    ...real,
    loadOnce: <Value>(load: () => Promise<Value>) => {
      const loaded = real.loadOnce(load);
      return () =>
        chunk.isMissing && /finished-round|unrecorded/.test(String(load))
          ? Promise.reject(new real.LoadFailure('offline'))
          : loaded();
    },
  };
});

const scenario = aScenario();
const messages = scenario.messages.map(({ id }) => id);
const round = inboxRound(scenario, { pack: { id: 'spring' }, assets: '' });
const moves = messages.flatMap((message, at): readonly Move[] => [
  { kind: 'open', message, at: 1_000 * at + 1 },
  { kind: 'judge', message, verdict: 'phish', confidence: 0.75, at: 1_000 * at + 2 },
  { kind: 'act', message, action: { kind: 'report' }, at: 1_000 * at + 3 },
  { kind: 'submit', message, at: 1_000 * at + 4 },
]);
const key = 'spring/a-morning';

const list: ContentIndex = {
  format: 1,
  packs: [
    {
      id: 'spring',
      title: both('…'),
      description: both('…'),
      scenarios: [{ id: 'a-morning', title: both('…'), messages: messages.length }],
      lessons: [],
    },
  ],
};
let server: Record<string, string> = {};
/** The answer of the server for a missing file. */
let status = 503;
const asked: string[] = [];

beforeEach(() => {
  chunk.isMissing = false;
  status = 503;
  server = {
    'content/index.json': JSON.stringify(list),
    'content/packs/spring/scenarios/a-morning.json': JSON.stringify(scenario),
  };
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    const text = server[address];
    return new Response(text ?? '', { status: text === undefined ? status : 200 });
  });
});
afterEach(() => vi.unstubAllGlobals());

/** The packs as the next page reads them. */
const freshPacks = () => packsFrom(serverSource(() => false));
const open = () => openMemory(() => undefined);

describe('a round that is over', () => {
  it('is recorded at once, and only once however often its result is opened', async () => {
    const memory = await open();
    await recordRound(memory, key, round, moves);
    await recordRound(memory, key, round, moves);
    expect(await memory.records()).toMatchObject([
      { startedAt: 1, messages: messages.map((message) => ({ message })) },
    ]);
    expect(await memory.unrecorded()).toEqual([]);
  });

  it.each([
    ['of an inbox', key, round],
    ['that was dealt', '#/round?mode=training&seed=a', undefined],
  ])('%s is recorded at the next visit if the code for records did not load', async (_, name, played) => {
    chunk.isMissing = true;
    const before = await open();
    const dealt = messages.map((id) => `spring/a-morning/${id}`);
    const made = played
      ? moves
      : moves.map((move): Move => ({ ...move, message: dealt[messages.indexOf(move.message)] ?? '' }));
    await recordRound(before, name, round, made);
    await before.forgetRound(name);
    expect(await before.records()).toEqual([]);
    // The next page, still without the code; then with it.
    const memory = await open();
    await recordMissing(memory, freshPacks());
    expect(await memory.records()).toEqual([]);
    chunk.isMissing = false;
    await recordMissing(memory, freshPacks());
    await recordMissing(memory, freshPacks());
    const records = await memory.records();
    expect(records).toHaveLength(1);
    expect(records[0]?.messages.map(({ message }) => message).toSorted()).toEqual(messages.toSorted());
    expect(await (await open()).unrecorded()).toEqual([]);
  });

  it('keeps the pass mark with which it was played', async () => {
    chunk.isMissing = true;
    const memory = await open();
    await recordRound(memory, key, { ...round, rules: { ...round.rules, passMark: 85 } }, moves);
    chunk.isMissing = false;
    await recordMissing(memory, freshPacks());
    expect(await memory.records()).toMatchObject([{ passMark: 85 }]);
  });

  it('stays unrecorded while its content cannot be read or has changed', async () => {
    const memory = await open();
    const note = { key, moves };
    await memory.noteFinished(note);
    const text = server['content/packs/spring/scenarios/a-morning.json'] ?? '';
    delete server['content/packs/spring/scenarios/a-morning.json'];
    await recordMissing(memory, freshPacks());
    const [first] = scenario.messages;
    server['content/packs/spring/scenarios/a-morning.json'] = JSON.stringify({
      ...scenario,
      messages: [first],
    });
    await recordMissing(memory, freshPacks());
    expect(await memory.unrecorded()).toEqual([note]);
    server['content/packs/spring/scenarios/a-morning.json'] = text;
    const next = await open();
    await recordMissing(next, freshPacks());
    expect(await next.unrecorded()).toEqual([]);
    expect(await next.records()).toHaveLength(1);
  });

  it.each([
    ['of an inbox', key],
    ['that was dealt', '#/round?mode=training&packs=spring&seed=a'],
  ])('%s is kept, and its content is not requested while its pack is missing', async (_, name) => {
    const memory = await open();
    await memory.noteFinished({ key: name, moves });
    server['content/index.json'] = JSON.stringify({ format: 1, packs: [] });
    asked.length = 0;
    for (const page of [memory, memory, await open()]) await recordMissing(page, freshPacks());
    expect(asked.filter((address) => address !== 'content/index.json')).toEqual([]);
    expect(await memory.unrecorded()).toHaveLength(1);
  });

  it('is requested once in each page if its pack exists and its round does not', async () => {
    const memory = await open();
    await memory.noteFinished({ key, moves });
    delete server['content/packs/spring/scenarios/a-morning.json'];
    status = 404;
    asked.length = 0;
    for (let visit = 0; visit < 3; visit += 1) await recordMissing(memory, freshPacks());
    expect(asked.filter((address) => address.includes('a-morning'))).toHaveLength(1);
    status = 503;
    const next = await open();
    for (let visit = 0; visit < 3; visit += 1) await recordMissing(next, freshPacks());
    expect(asked.filter((address) => address.includes('a-morning'))).toHaveLength(4);
  });
});
