import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { packsFrom } from '../../src/packs/content.ts';
import { worldFinder } from '../../src/packs/pack-world.ts';
import { serverSource } from '../../src/packs/server.ts';
import type { ContentIndex } from '../../src/core/scenario/format/pack.ts';
import type { Outcome } from '../../src/core/scenario/read/problem.ts';
import { aWorld } from '../fixtures/lint.ts';

/** The files of the server by address, and the requests. */
let server: Readonly<Record<string, string>> = {};
let asked: string[] = [];

beforeEach(() => {
  asked = [];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    const text = server[address];
    return text === undefined
      ? Promise.reject(new TypeError('offline'))
      : Promise.resolve(new Response(text));
  });
});
afterEach(() => vi.unstubAllGlobals());

const pack = (id: string, world?: 'shared' | 'own'): ContentIndex['packs'][number] => ({
  id,
  title: { ja: id, en: id },
  description: { ja: id, en: id },
  ...(world && { world }),
  scenarios: [],
  lessons: [],
});
const content: Outcome<ContentIndex> = {
  ok: true,
  value: { format: 1, packs: [pack('office', 'shared'), pack('mine', 'own'), pack('history')] },
  problems: [],
};
let packWorld: ReturnType<typeof worldFinder>;
beforeEach(() => {
  packWorld = worldFinder(packsFrom(serverSource(() => false)));
});
const worldOf = (id: string) => packWorld(content, `content/packs/${id}/assets/`);

describe('the world of a pack', () => {
  it('does not block the pack if it cannot be read, and is requested again the next time', async () => {
    server = {};
    expect(await worldOf('office')).toEqual({ kind: 'unreadable' });
    server = { 'content/world/world.json': '<!doctype html><title>Sign in</title>' };
    expect(await worldOf('office')).toEqual({ kind: 'unreadable' });
    server = { 'content/world/world.json': JSON.stringify({ ...aWorld(), organizations: 'none' }) };
    expect(await worldOf('office')).toEqual({ kind: 'unreadable' });
    server = { 'content/world/world.json': JSON.stringify(aWorld()) };
    expect(await worldOf('office')).toEqual({ kind: 'found', world: aWorld() });
  });

  it('is fetched once for all callers', async () => {
    server = { 'content/packs/mine/world.json': JSON.stringify(aWorld()) };
    const found = await Promise.all([worldOf('mine'), worldOf('mine')]);
    found.push(await worldOf('mine'));
    expect(found).toEqual(found.map(() => ({ kind: 'found', world: aWorld() })));
    expect(asked).toEqual(['content/packs/mine/world.json']);
  });

  it('is absent without a request for a pack that has none, is not listed, or has no readable index', async () => {
    const refused: Outcome<ContentIndex> = { ok: false, problems: [] };
    expect(await worldOf('history')).toEqual({ kind: 'none' });
    expect(await worldOf('stranger')).toEqual({ kind: 'none' });
    expect(await packWorld(undefined, 'content/packs/office/assets/')).toEqual({ kind: 'none' });
    expect(await packWorld(refused, 'content/packs/office/assets/')).toEqual({ kind: 'none' });
    expect(asked).toEqual([]);
  });
});
