import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedConfidence, judgement } from '../../../src/core/engine/judgement.ts';
import { confidenceOf, seals, surenesses, surenessOf } from '../../../src/core/engine/sureness.ts';

const probability = fc.double({ min: 0.5, max: 1, noNaN: true });
const level = fc.constantFrom(...Object.values(confidenceOf));

describe('judgement', () => {
  it.each([
    [true, 0.95, 1],
    [true, 0.75, 0.96842],
    [true, 0.55, 0.89474],
    [false, 0.55, 0.31579],
    [false, 0.75, 0.17895],
    [false, 0.95, 0],
  ])('scores a verdict that is right (%s) with confidence %f as %f', (correct, confidence, earned) => {
    expect(judgement(correct, confidence)).toBeCloseTo(earned, 5);
  });

  it('keeps the confidence of an earlier slider within the ends', () => {
    expect(judgement(true, 1)).toBe(1);
    expect(judgement(false, 1)).toBe(0);
    expect(judgement(true, 0.8)).toBeGreaterThan(judgement(true, 0.75));
  });

  it('rewards saying what one believes', () => {
    const believable = fc.double({ min: 0.5, max: confidenceOf.sure, noNaN: true });
    fc.assert(
      fc.property(believable, probability, (believed, said) => {
        const expected = (p: number) => believed * judgement(true, p) + (1 - believed) * judgement(false, p);
        expect(expected(believed)).toBeGreaterThanOrEqual(expected(said) - 1e-12);
      }),
    );
  });

  it('rewards the nearest of the three words', () => {
    fc.assert(
      fc.property(level, level, (believed, said) => {
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

  it('clamps a confidence to one half to one', () => {
    expect(boundedConfidence(0.2)).toBe(0.5);
    expect(boundedConfidence(0.5)).toBe(0.5);
    expect(boundedConfidence(0.7)).toBe(0.7);
    expect(boundedConfidence(7)).toBe(1);
    expect(boundedConfidence(Number.NaN)).toBe(0.5);
    expect(judgement(true, 7)).toBe(1);
  });
});

describe('the six seals', () => {
  it('are ordered from surely phishing to surely genuine', () => {
    expect(seals.map(({ verdict, sureness }) => `${verdict} ${sureness}`)).toEqual([
      'phish sure',
      'phish likely',
      'phish leaning',
      'legitimate leaning',
      'legitimate likely',
      'legitimate sure',
    ]);
  });

  it('are found from the confidence they stand for, and from that of a slider', () => {
    for (const sureness of surenesses) expect(surenessOf(confidenceOf[sureness])).toBe(sureness);
    expect([1, 0.85, 0.8, 0.65, 0.6, 0.5].map(surenessOf)).toEqual([
      'sure',
      'sure',
      'likely',
      'likely',
      'leaning',
      'leaning',
    ]);
  });
});
