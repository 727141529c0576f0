import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../src/core/round/random.ts';

const draws = (seed: string, below: number, count: number): readonly number[] => {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => random.below(below));
};

describe('random numbers from a seed', () => {
  it('are the same on every machine', () => {
    expect(draws('2026-11-24', 1_000, 8)).toEqual([411, 266, 596, 97, 792, 872, 462, 238]);
  });

  it('differ for another seed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        fc.pre(one !== other);
        expect(draws(one, 2 ** 32, 4)).not.toEqual(draws(other, 2 ** 32, 4));
      }),
    );
  });

  it('stay below the limit', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 2 ** 32 }), (seed, limit) => {
        for (const drawn of draws(seed, limit, 20)) {
          expect(Number.isInteger(drawn) && drawn >= 0 && drawn < limit).toBe(true);
        }
      }),
    );
  });

  it('are evenly distributed', () => {
    const counts = new Map<number, number>();
    for (const drawn of draws('fair', 6, 60_000)) counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    // Chi-squared with 5 degrees of freedom: above 20.5 one time in a thousand; the seed is fixed.
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chi).toBeLessThan(20.5);
  });

  it('choose by weight, and never an item of weight zero', () => {
    const random = randomFrom('weights');
    const drawn = Array.from({ length: 4_000 }, () => random.weighted([0, 1, 3], (weight) => weight));
    expect(drawn).not.toContain(0);
    const heavy = drawn.filter((weight) => weight === 3).length;
    expect(heavy).toBeGreaterThan(2_850);
    expect(heavy).toBeLessThan(3_150);
    expect(random.weighted(['a'], () => 0)).toBeUndefined();
  });

  it('shuffle the same items into another order', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.integer()), (seed, items) => {
        const shuffled = randomFrom(seed).shuffled(items);
        expect(shuffled.toSorted((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b));
      }),
    );
  });
});
