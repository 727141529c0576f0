import { describe, expect, it } from 'vitest';
import { inverseNormal, normalDensity } from '../../../../src/core/engine/result/normal.ts';

describe('inverseNormal', () => {
  it.each([
    [0.5, 0],
    [0.975, 1.9599639845400536],
    [0.3, -0.5244005127080407],
    [0.08, -1.4050715603096322],
    [0.92, 1.4050715603096327],
    [0.001, -3.090232306167813],
    [1e-10, -6.361340902404056],
    [1e-12, -7.034483825301132],
    [1 - 1e-12, 7.0344869100478356],
    [1e-100, -21.27345356096532],
  ])('gives the z of the published tables for %f', (share, z) => {
    expect(inverseNormal(share)).toBeCloseTo(z, 12);
  });

  it('is continuous between its middle and its tail', () => {
    for (const edge of [0.075, 0.925, Math.exp(-25)]) {
      const step = inverseNormal(edge * (1 + 1e-9)) - inverseNormal(edge * (1 - 1e-9));
      expect(step).toBeGreaterThan(0);
      expect(step).toBeLessThan(1e-7);
    }
  });
});

describe('normalDensity', () => {
  it.each([
    [0, 0.3989422804014327],
    [1, 0.24197072451914337],
    [-2, 0.05399096651318806],
  ])('has the value of the published tables at %f', (z, height) => {
    expect(normalDensity(z)).toBeCloseTo(height, 15);
  });
});
