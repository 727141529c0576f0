import { describe, expect, it } from 'vitest';
import { rankOf } from '../../../../src/core/engine/result/rank.ts';

describe('the rank of a score', () => {
  it.each([
    [0, 'apprentice', 50],
    [49.4, 'apprentice', 1],
    [49.5, 'kyu5', 10],
    [78, 'kyu3', 2],
    [80, 'kyu2', 10],
    [96, 'kyu1', 1],
  ] as const)('is for %d points %s, with %d to the next one', (score, rank, missing) => {
    expect(rankOf(score)).toMatchObject({ rank, next: { missing } });
  });

  it('has nothing above the highest', () => {
    expect(rankOf(100)).toEqual({ rank: 'master' });
  });

  it('never falls as the score rises', () => {
    const order = ['apprentice', 'kyu5', 'kyu4', 'kyu3', 'kyu2', 'kyu1', 'master'];
    const places = Array.from({ length: 101 }, (_, score) => order.indexOf(rankOf(score).rank));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });
});
