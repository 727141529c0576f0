import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentIndexOf } from '../../src/core/scenario/read/content-index.ts';
import { loadPack } from '../../src/core/lint/load.ts';
import { languages } from '../../src/core/scenario/format/vocabulary.ts';

const content = new URL('../../content/', import.meta.url).pathname;
const read = (path: string): Promise<string> => Promise.resolve(readFileSync(content + path, 'utf8'));

async function shipped() {
  const ids = readdirSync(`${content}packs`).toSorted();
  const loaded = await Promise.all(ids.map((id) => loadPack(read, id)));
  return loaded.flatMap((one) => (one.pack === undefined ? [] : [{ ...one, pack: one.pack }]));
}

describe('the first day', () => {
  it('is the first pack, so that the start button opens it', async () => {
    const index = contentIndexOf(await shipped());
    expect(index.packs[0]?.id).toBe('first-day');
    expect(index.packs[0]?.scenarios[0]?.id).toBe('first-five');
  });

  it('has a place of its own in the list, as has each other pack', async () => {
    const places = (await shipped()).flatMap(({ pack }) => pack.order ?? []);
    expect(new Set(places).size).toBe(places.length);
  });

  it('teaches one thing in each message, in the order of the list', async () => {
    const { scenarios } = await loadPack(read, 'first-day');
    const met = (scenarios[0]?.messages ?? []).toSorted(
      (one, other) => Date.parse(other.sent) - Date.parse(one.sent),
    );
    expect(met.map(({ solution }) => solution.truth)).toEqual([
      'phish',
      'legitimate',
      'phish',
      'legitimate',
      'legitimate',
    ]);
    for (const [index, { solution }] of met.entries()) {
      for (const language of languages) expect(solution.lesson[language]).toContain(String(index + 1));
    }
  });
});
