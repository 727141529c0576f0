import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aucOf, ranksOf } from '../../../../src/core/lint/tells/ranks.ts';

const marked = fc
  .array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.boolean()), { minLength: 2, maxLength: 40 })
  .filter((pairs) => pairs.some(([, mark]) => mark) && !pairs.every(([, mark]) => mark));

describe('ranks', () => {
  it('start at 1, and equal values share the mean of their ranks', () => {
    expect(ranksOf([30, 10, 20, 20])).toEqual([4, 1, 2.5, 2.5]);
  });
});

describe('the area under the curve', () => {
  it('is 1, 0 and 0.5 if lures have more, less and the same', () => {
    const lures = [true, true, false, false];
    expect(aucOf(ranksOf([3, 4, 1, 2]), lures)).toBe(1);
    expect(aucOf(ranksOf([1, 2, 3, 4]), lures)).toBe(0);
    expect(aucOf(ranksOf([7, 7, 7, 7]), lures)).toBe(0.5);
  });

  it('is the share of pairs in which the lure has more; a tie counts half', () => {
    fc.assert(
      fc.property(marked, (pairs) => {
        const lures = pairs.flatMap(([value, mark]) => (mark ? [value] : []));
        const others = pairs.flatMap(([value, mark]) => (mark ? [] : [value]));
        const wins = lures.flatMap((lure) =>
          others.map((other) => (lure === other ? 0.5 : Number(lure > other))),
        );
        const share = wins.reduce((total, win) => total + win, 0) / wins.length;
        expect(
          aucOf(
            ranksOf(pairs.map(([value]) => value)),
            pairs.map(([, mark]) => mark),
          ),
        ).toBeCloseTo(share, 9);
      }),
    );
  });

  it('is undefined if one kind is missing', () => {
    expect(aucOf(ranksOf([1, 2]), [true, true])).toBe(0.5);
  });
});
