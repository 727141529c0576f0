import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { dealRound } from '../../../src/app/pages/prepare-round.ts';
import { packsFrom } from '../../../src/packs/content.ts';
import { serverSource } from '../../../src/packs/server.ts';
import type { ContentIndex } from '../../../src/core/scenario/format/pack.ts';

/** Any valid inbox: a round is dealt from the index, and its files are read after that. */
const inbox = readFileSync('content/packs/first-day/scenarios/first-five.json', 'utf8');

const pack = (id: string, dealt?: 'named'): ContentIndex['packs'][number] => ({
  id,
  title: { ja: id, en: id },
  description: { ja: id, en: id },
  ...(dealt && { dealt }),
  scenarios: [
    {
      id: 'inbox',
      title: { ja: id, en: id },
      messages: 2,
      catalogue: [
        { id: 'lure', truth: 'phish', channel: 'mail', families: [], archetype: 'parcel' },
        { id: 'genuine', truth: 'legitimate', channel: 'mail', families: [], archetype: 'parcel' },
      ],
    },
  ],
  lessons: [],
});

/** The packs that the messages of a round come from, in any order. */
async function dealtPacks(
  packs: ContentIndex['packs'],
  named?: readonly string[],
): Promise<readonly string[]> {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(inbox)));
  const outcome = await dealRound(
    { mode: 'training', seed: 'k7', length: 10, ...(named && { packs: [...named] }) },
    { format: 1, packs },
    packsFrom(serverSource(() => false)),
  );
  vi.unstubAllGlobals();
  return outcome.ok ? [...new Set(outcome.value.places.map((place) => place.pack))].toSorted() : [];
}

describe('a pack that wants to be named', () => {
  const packs = [pack('office'), pack('exam', 'named'), pack('shop')];

  it('gives no message to a round that names no pack, or only unknown ones', async () => {
    expect(await dealtPacks(packs)).toEqual(['office', 'shop']);
    expect(await dealtPacks(packs, ['gone'])).toEqual(['office', 'shop']);
  });

  it('gives its messages to a round that names it', async () => {
    expect(await dealtPacks(packs, ['exam'])).toEqual(['exam']);
    expect(await dealtPacks(packs, ['exam', 'shop'])).toEqual(['exam', 'shop']);
  });

  it('is dealt from where there is no other', async () => {
    expect(await dealtPacks([pack('exam', 'named')])).toEqual(['exam']);
  });
});
