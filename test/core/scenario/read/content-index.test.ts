import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentIndexOf, indexText } from '../../../../src/core/scenario/read/content-index.ts';
import { parsePack } from '../../../../src/core/lint/parse.ts';
import { aScenario, both } from '../../../fixtures/builders.ts';

interface Wanted {
  readonly id: string;
  readonly order?: number;
  readonly inbox?: boolean;
}

const aPack = ({ id, order, inbox = true }: Wanted) => ({
  pack: {
    format: 1 as const,
    id,
    title: both('春'),
    description: both('…'),
    ...(order !== undefined && { order }),
    author: 'Me',
    licence: 'CC0-1.0',
    audiences: [{ id: 'office', name: both('社員') }],
    scenarios: inbox ? ['a-morning.json'] : [],
  },
  scenarios: inbox ? [aScenario()] : [],
  drills: [],
  lessons: [],
});

const listed = (packs: readonly Wanted[]): readonly string[] =>
  contentIndexOf(packs.map(aPack)).packs.map(({ id }) => id);

describe('the order of packs', () => {
  it('follows their numbers, lower first, whatever their names', () => {
    expect(
      listed([
        { id: 'autumn', order: 30 },
        { id: 'spring', order: 10 },
        { id: 'summer', order: 20 },
      ]),
    ).toEqual(['spring', 'summer', 'autumn']);
  });

  it('puts packs without a number after those that have one', () => {
    expect(listed([{ id: 'autumn' }, { id: 'spring', order: 1_000 }])).toEqual(['spring', 'autumn']);
  });

  it('prefers a number to having an inbox', () => {
    expect(
      listed([
        { id: 'autumn', order: 20 },
        { id: 'drills', order: 10, inbox: false },
      ]),
    ).toEqual(['drills', 'autumn']);
  });

  it('lists packs with an inbox first where numbers are the same or absent', () => {
    expect(listed([{ id: 'aid', inbox: false }, { id: 'autumn' }])).toEqual(['autumn', 'aid']);
    expect(
      listed([
        { id: 'aid', order: 5, inbox: false },
        { id: 'autumn', order: 5 },
      ]),
    ).toEqual(['autumn', 'aid']);
  });

  it('loses no pack, and keeps the order of equal ones', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined })), (orders) => {
        const packs = orders.map((order, index) => ({
          id: `p${index}`,
          ...(order !== undefined && { order }),
        }));
        const ids = listed(packs);
        expect(ids.toSorted()).toEqual(packs.map(({ id }) => id).toSorted());
        for (const kind of [undefined, 0, 1, 2, 3]) {
          const alike = packs.filter(({ order }) => order === kind).map(({ id }) => id);
          expect(ids.filter((id) => alike.includes(id))).toEqual(alike);
        }
      }),
    );
  });
});

describe('the number of a pack', () => {
  const text = (order: unknown): string =>
    JSON.stringify({ ...aPack({ id: 'spring' }).pack, order }, undefined, 2);

  it('may be a whole number from 0', () => {
    expect(parsePack(text(0), 'pack.json').ok).toBe(true);
    expect(parsePack(text(25), 'pack.json').ok).toBe(true);
  });

  it.each([-1, 2.5, '10', 1_001])('may not be %s', (order) => {
    expect(parsePack(text(order), 'pack.json').ok).toBe(false);
  });

  it('has a line for each pack, so that one can be added by hand', () => {
    const index = contentIndexOf([aPack({ id: 'one' }), aPack({ id: 'two' })]);
    const text = indexText(index);
    expect(JSON.parse(text)).toEqual(index);
    expect(text.split('\n').map((line) => /^\{"id":"(\w+)"/.exec(line)?.[1])).toEqual([
      undefined,
      'one',
      'two',
      undefined,
      undefined,
    ]);
  });
});
