import { expect, it } from 'vitest';
import { crossValidatedScores } from '../../../../src/core/lint/tells/cross-validate.ts';
import { logisticWeights, scoreOf } from '../../../../src/core/lint/tells/logistic.ts';

it('gives weight to the telling column, in its direction', () => {
  const rows = [
    [-1, 0.5],
    [-1, -0.5],
    [1, 0.5],
    [1, -0.5],
  ];
  const [telling = 0, idle = 1] = logisticWeights(rows, [false, false, true, true]);
  expect(telling).toBeGreaterThan(0.5);
  expect(idle).toBeCloseTo(0, 9);
});

it('finds the optimum of likelihood and penalty', () => {
  // One column, one row each way: the slope of 2·(1 / (1 + e^w)) − w is zero.
  const [weight = 0] = logisticWeights([[1], [-1]], [true, false]);
  expect(2 / (1 + Math.exp(weight)) - weight).toBeCloseTo(0, 9);
});

it('does not depend on how many there are of each kind', () => {
  const rows = [[1], [-1], [-1], [-1]];
  expect(logisticWeights(rows, [true, false, false, false])[0]).toBeGreaterThan(0.5);
});

it('adds the values by their weights', () => {
  expect(scoreOf([1, 2], [3, 4])).toBe(11);
});

it('learns only what holds for all archetypes', () => {
  const archetypes = Array.from({ length: 8 }, (_, index) => `kind-${index}`);
  const rows = archetypes.flatMap((archetype, index) =>
    [true, false].map((lure) => ({
      archetype,
      lure,
      values: [lure ? 1 : 0, index === 0 && lure ? 1 : 0],
    })),
  );
  const scores = crossValidatedScores(rows);
  const best = Math.max(...scores.filter((_, index) => rows[index]?.lure === false));
  expect(scores.filter((score, index) => rows[index]?.lure === true && score <= best)).toEqual([]);

  const alone = rows.map((row) => ({ ...row, values: row.values.slice(1) }));
  expect(crossValidatedScores(alone).every((score) => Math.abs(score) < 1.5)).toBe(true);
  expect(crossValidatedScores(alone)[0]).toBe(crossValidatedScores(alone)[1]);
});
