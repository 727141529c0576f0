import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CatalogueEntry,
  deal,
  type DealSettings,
  type DealtPlace,
} from '../../../src/core/round/deal.ts';
import { cueCategories } from '../../../src/core/scenario/format/cues.ts';
import { techniques } from '../../../src/core/scenario/format/techniques.ts';
import { difficulties } from '../../../src/core/scenario/format/vocabulary.ts';

const settings = (over: Partial<DealSettings> = {}): DealSettings => ({
  mode: 'training',
  length: 8,
  genuine: 0.5,
  seed: 'seed',
  ...over,
});

const lure = (id: string, over: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  pack: 'spring',
  scenario: 'a-morning',
  id,
  truth: 'phish',
  difficulty: 'moderate',
  channel: 'mail',
  families: ['technical'],
  archetype: id,
  ...over,
});

function genuine(id: string, over: Partial<CatalogueEntry> = {}): CatalogueEntry {
  const { difficulty: _, ...entry } = lure(id, { truth: 'legitimate', families: [], ...over });
  return entry;
}

const many = (count: number, make: (id: string, index: number) => CatalogueEntry) =>
  Array.from({ length: count }, (_, index) => make(`m-${index}`, index));

/** Any catalogue: a few packs, with pairs of lure and twin among them. */
const anyCatalogue: fc.Arbitrary<readonly CatalogueEntry[]> = fc
  .array(
    fc.record({
      pack: fc.constantFrom('spring', 'summer', 'autumn'),
      scenario: fc.constantFrom('a-morning', 'an-evening'),
      kind: fc.constantFrom('lure' as const, 'genuine' as const, 'pair' as const),
      difficulty: fc.constantFrom(...difficulties),
      families: fc.uniqueArray(fc.constantFrom(...cueCategories)),
      technique: fc.constantFrom(...techniques),
    }),
    { maxLength: 60 },
  )
  .map((drawn) =>
    drawn.flatMap(({ kind, difficulty, ...entry }, index): readonly CatalogueEntry[] => {
      const archetype = `kind-${index % 5}`;
      const bad = lure(`lure-${index}`, { ...entry, difficulty, archetype });
      const good = genuine(`genuine-${index}`, { ...entry, archetype });
      if (kind === 'lure') return [bad];
      if (kind === 'genuine') return [good];
      return [
        { ...bad, twin: good.id },
        { ...good, twin: bad.id },
      ];
    }),
  );

const anySettings: fc.Arbitrary<DealSettings> = fc.record({
  mode: fc.constantFrom('training' as const, 'assessment' as const, 'practice' as const, 'daily' as const),
  length: fc.integer({ min: 1, max: 60 }),
  genuine: fc.double({ min: 0, max: 1, noNaN: true }),
  seed: fc.string({ maxLength: 10 }),
  packs: fc.option(fc.subarray(['spring', 'summer', 'autumn'], { minLength: 1 }), { nil: undefined }),
  difficulty: fc.option(fc.subarray(['least', 'moderately', 'very'] as const, { minLength: 1 }), {
    nil: undefined,
  }),
  weights: fc.option(
    fc.record({
      by: fc.constantFrom('technique' as const, 'family' as const),
      weights: fc.array(fc.nat(9), { minLength: cueCategories.length, maxLength: techniques.length }),
    }),
    { nil: undefined },
  ),
});

const find = (catalogue: readonly CatalogueEntry[], place: DealtPlace): CatalogueEntry => {
  const found = catalogue.find(
    ({ pack, scenario, id }) => pack === place.pack && scenario === place.scenario && id === place.message,
  );
  if (found === undefined) throw new Error(`${place.message} is not in the catalogue`);
  return found;
};

const entriesOf = (catalogue: readonly CatalogueEntry[], asked: DealSettings) => {
  const { places, shortage } = deal(catalogue, asked);
  return { entries: places.map((place) => find(catalogue, place)), shortage };
};

describe('a deal', () => {
  it('is the same for the same seed, and different for another', () => {
    const catalogue = [...many(20, (id) => lure(id)), ...many(20, (id) => genuine(`g-${id}`))];
    const first = deal(catalogue, settings({ seed: 'one' }));
    expect(deal(catalogue, settings({ seed: 'one' }))).toEqual(first);
    expect(deal(catalogue, settings({ seed: 'two' }))).not.toEqual(first);
  });

  it('takes all messages from one inbox where that is wanted and an inbox is large enough', () => {
    const small = many(3, (id) => genuine(`s-${id}`, { scenario: 'small' }));
    const lures = many(8, (id, index) => lure(`l-${id}`, { scenario: index < 4 ? 'spring' : 'autumn' }));
    const good = many(8, (id, index) => genuine(`g-${id}`, { scenario: index < 4 ? 'spring' : 'autumn' }));
    const seen = new Set<string>();
    for (let seed = 0; seed < 40; seed += 1) {
      const wish = settings({ length: 5, oneInbox: true, seed: String(seed) });
      const { places, shortage } = deal([...small, ...lures, ...good], wish);
      const inboxes = new Set(places.map(({ scenario }) => scenario));
      expect(inboxes.size).toBe(1);
      expect(places).toHaveLength(5);
      expect(shortage).toBeUndefined();
      for (const inbox of inboxes) seen.add(inbox);
    }
    expect(seen).toEqual(new Set(['spring', 'autumn']));
  });

  it('takes them from several inboxes where none is large enough for one inbox', () => {
    const catalogue = many(6, (id, index) =>
      (index % 2 === 0 ? lure : genuine)(id, { scenario: `inbox-${index}` }),
    );
    const { places, shortage } = deal(catalogue, settings({ length: 5, oneInbox: true }));
    expect(places).toHaveLength(5);
    expect(shortage).toBeUndefined();
  });

  it('never changes for a seed, so that old links keep their round', () => {
    const catalogue = [...many(6, (id) => lure(id)), ...many(6, (id) => genuine(`g-${id}`))];
    expect(deal(catalogue, settings({ length: 6 })).places.map(({ message }) => message)).toEqual([
      'g-m-3',
      'g-m-4',
      'm-5',
      'g-m-5',
      'm-1',
      'm-0',
    ]);
  });

  it('does not depend on the order of packs and messages in the index', () => {
    fc.assert(
      fc.property(anyCatalogue, anySettings, (catalogue, asked) => {
        expect(deal(catalogue.toReversed(), asked)).toEqual(deal(catalogue, asked));
      }),
    );
  });

  it('does not depend on packs that were not asked for', () => {
    fc.assert(
      fc.property(anyCatalogue, anySettings, (catalogue, asked) => {
        const packs = ['spring'];
        const fewer = catalogue.filter(({ pack }) => pack === 'spring');
        expect(deal(fewer, { ...asked, packs })).toEqual(deal(catalogue, { ...asked, packs }));
      }),
    );
  });

  it('has no message twice, and none that was not asked for', () => {
    fc.assert(
      fc.property(anyCatalogue, anySettings, (catalogue, asked) => {
        const { entries } = entriesOf([...catalogue, ...catalogue], asked);
        expect(new Set(entries.map(({ pack, scenario, id }) => `${pack}/${scenario}/${id}`)).size).toBe(
          entries.length,
        );
        expect(entries.length).toBeLessThanOrEqual(asked.length);
        for (const { pack } of entries) expect(asked.packs ?? [pack]).toContain(pack);
      }),
    );
  });

  it('keeps the share of genuine mail within one message, and never below two fifths unless asked', () => {
    fc.assert(
      fc.property(anyCatalogue, anySettings, (catalogue, asked) => {
        const { entries, shortage } = entriesOf(catalogue, asked);
        fc.pre(shortage === undefined || shortage.kind === 'fewer');
        const count = entries.filter(({ truth }) => truth === 'legitimate').length;
        expect(Math.abs(count - asked.genuine * entries.length)).toBeLessThanOrEqual(1);
        expect(count).toBeGreaterThanOrEqual(Math.min(asked.genuine, 0.4) * entries.length - 1e-9);
      }),
    );
  });

  it('is as long as asked, or reports that it is not', () => {
    fc.assert(
      fc.property(anyCatalogue, anySettings, (catalogue, asked) => {
        const { entries, shortage } = entriesOf(catalogue, asked);
        const { length } = entries;
        const said = {
          full: shortage === undefined && length === asked.length,
          nothing: shortage?.kind === 'nothing' && length === 0,
          fewer:
            shortage !== undefined &&
            'dealt' in shortage &&
            shortage.dealt === length &&
            shortage.asked === asked.length,
        };
        expect(Object.values(said)).toContain(true);
      }),
    );
  });

  it('separates a lure from its twin if possible', () => {
    fc.assert(
      fc.property(anyCatalogue, anySettings, (catalogue, asked) => {
        const { entries } = entriesOf(catalogue, asked);
        fc.pre(entries.length > 2);
        for (const [index, entry] of entries.entries()) {
          const next = entries[index + 1];
          const together =
            next !== undefined &&
            next.pack === entry.pack &&
            next.scenario === entry.scenario &&
            (next.twin === entry.id || entry.twin === next.id);
          expect(together).toBe(false);
        }
      }),
    );
  });

  it('spreads lures over the difficulties of the pack', () => {
    const catalogue = [
      ...many(30, (id, index) =>
        lure(id, { difficulty: index < 24 ? 'very' : index < 27 ? 'least' : 'moderate' }),
      ),
      ...many(10, (id) => genuine(`g-${id}`)),
    ];
    for (const seed of ['a', 'b', 'c', 'd']) {
      const { entries } = entriesOf(catalogue, settings({ seed, length: 12 }));
      const counts = ['very', 'least', 'moderate'].map(
        (difficulty) => entries.filter((entry) => entry.difficulty === difficulty).length,
      );
      expect(counts).toEqual([2, 2, 2]);
    }
  });

  it('has only the difficulties asked for; moderate to least belongs to both of its bands', () => {
    const catalogue = [
      ...difficulties.map((difficulty) => lure(difficulty, { difficulty })),
      ...many(8, (id) => genuine(id)),
    ];
    const dealt = (band: 'least' | 'moderately' | 'very') =>
      entriesOf(catalogue, settings({ difficulty: [band] }))
        .entries.flatMap(({ difficulty }) => difficulty ?? [])
        .toSorted();
    expect(dealt('least')).toEqual(['least', 'moderate-least']);
    expect(dealt('moderately')).toEqual(['moderate', 'moderate-least']);
    expect(dealt('very')).toEqual(['very']);
  });

  it.each([
    { there: [lure('only')], kind: 'onlyPhish' },
    { there: [genuine('only')], kind: 'onlyGenuine' },
  ])('deals the available kind if one is missing, and reports $kind', ({ there, kind }) => {
    const { places, shortage } = deal(there, settings());
    expect(places).toHaveLength(1);
    expect(shortage).toEqual({ kind, asked: 8, dealt: 1 });
  });

  it('has no genuine mail if a trainer asks for none, and no lure if all should be genuine', () => {
    const catalogue = [...many(5, (id) => lure(id)), ...many(5, (id) => genuine(`g-${id}`))];
    const truths = (share: number) =>
      new Set(entriesOf(catalogue, settings({ genuine: share })).entries.map(({ truth }) => truth));
    expect(truths(0)).toEqual(new Set(['phish']));
    expect(truths(1)).toEqual(new Set(['legitimate']));
  });

  it('reports that nothing fits', () => {
    expect(deal([lure('spring')], settings({ packs: ['winter'] }))).toEqual({
      places: [],
      shortage: { kind: 'nothing' },
    });
  });
});

describe('practice', () => {
  const all = (of: readonly string[], weight: number) => of.map(() => weight);
  const only = <Kind extends string>(kinds: readonly Kind[], wanted: Kind) =>
    kinds.map((kind) => (kind === wanted ? 9 : 0));

  it('deals the techniques with high weights first', () => {
    const catalogue = [
      ...many(20, (id, index) => lure(id, { technique: index < 4 ? 'qr' : 'link-text' })),
      ...many(20, (id) => genuine(`g-${id}`)),
    ];
    const weights = { by: 'technique' as const, weights: only(techniques, 'qr') };
    const { entries } = entriesOf(catalogue, settings({ mode: 'practice', weights }));
    expect(entries.filter(({ technique }) => technique === 'qr')).toHaveLength(4);
  });

  it('gives a message without a technique, or with one unknown to the weights, the normal chance', () => {
    const catalogue = [
      ...many(20, (id, index) => lure(id, index < 4 ? {} : { technique: 'link-text' })),
      ...many(20, (id) => genuine(`g-${id}`)),
    ];
    const weights = { by: 'technique' as const, weights: all(techniques, 0) };
    const { entries } = entriesOf(catalogue, settings({ mode: 'practice', weights }));
    expect(
      entries.filter(({ truth, technique }) => truth === 'phish' && technique === undefined),
    ).toHaveLength(4);
  });

  it('deals the families with high weights first', () => {
    const catalogue = [
      ...many(20, (id, index) => lure(id, { families: [index < 4 ? 'tactic' : 'technical'] })),
      ...many(20, (id) => genuine(`g-${id}`)),
    ];
    const { entries } = entriesOf(
      catalogue,
      settings({ mode: 'practice', weights: { by: 'family', weights: only(cueCategories, 'tactic') } }),
    );
    const wanted = entries.filter(({ families }) => families.includes('tactic'));
    expect(wanted).toHaveLength(4);
  });

  it('still deals a round if all weights are low', () => {
    const catalogue = [...many(5, (id) => lure(id)), ...many(5, (id) => genuine(`g-${id}`))];
    for (const weights of [
      { by: 'family', weights: all(cueCategories, 0) },
      { by: 'technique', weights: all(techniques, 0) },
    ] as const) {
      expect(deal(catalogue, settings({ mode: 'practice', weights })).places).toHaveLength(8);
    }
  });
});
