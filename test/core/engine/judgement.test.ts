import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedConfidence, judgement } from '../../../src/core/engine/judgement.ts';

const probability = fc.double({ min: 0.5, max: 1, noNaN: true });

describe('judgement', () => {
  it.each([
    [true, 1, 1],
    [true, 0.8, 0.98],
    [true, 0.5, 0.875],
    [false, 0.5, 0.375],
    [false, 0.8, 0.18],
    [false, 1, 0],
  ])('gives a verdict that is right (%s) at confidence %f a %f', (correct, confidence, earned) => {
    expect(judgement(correct, confidence)).toBeCloseTo(earned, 12);
  });

  it('rewards saying what one believes', () => {
    fc.assert(
      fc.property(probability, probability, (believed, said) => {
        const expected = (p: number) => believed * judgement(true, p) + (1 - believed) * judgement(false, p);
        expect(expected(believed)).toBeGreaterThanOrEqual(expected(said) - 1e-12);
      }),
    );
  });

  it('never pays a wrong verdict more than a right one', () => {
    fc.assert(
      fc.property(probability, probability, (wrong, right) => {
        expect(judgement(false, wrong)).toBeLessThan(judgement(true, right));
      }),
    );
  });

  it('holds a confidence within one half and one', () => {
    expect(boundedConfidence(0.2)).toBe(0.5);
    expect(boundedConfidence(0.5)).toBe(0.5);
    expect(boundedConfidence(0.7)).toBe(0.7);
    expect(boundedConfidence(7)).toBe(1);
    expect(boundedConfidence(Number.NaN)).toBe(0.5);
    expect(judgement(true, 7)).toBe(1);
    expect(judgement(false, 0)).toBe(0.375);
  });
});
