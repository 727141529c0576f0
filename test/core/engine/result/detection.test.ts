import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Counts, countsOf, detection, measures } from '../../../../src/core/engine/result/detection.ts';

const counts = (hits: number, phish: number, falseAlarms: number, legitimate: number): Counts => ({
  hits,
  misses: phish - hits,
  falseAlarms,
  correctRejections: legitimate - falseAlarms,
});

describe('measures', () => {
  it.each([
    [8, 10, 2, 10, 0.773, 0.227, 1.496, 0, 0.621],
    [10, 10, 6, 10, 0.955, 0.591, 1.461, -0.96, 0.797],
    [4, 10, 0, 10, 0.409, 0.045, 1.461, 0.96, 0.797],
    [10, 10, 10, 10, 0.955, 0.955, 0, -1.691, 0.975],
    [0, 10, 0, 10, 0.045, 0.045, 0, 1.691, 0.975],
    [3, 4, 2, 16, 0.7, 0.147, 1.574, 0.262, 0.763],
    [16, 20, 4, 20, 0.786, 0.214, 1.583, 0, 0.445],
  ])(
    'of %i hits in %i and %i false alarms in %i agree with a second implementation',
    (hits, phish, falseAlarms, legitimate, hitRate, falseAlarmRate, sensitivity, bias, error) => {
      const measured = measures(counts(hits, phish, falseAlarms, legitimate));
      expect(measured.hitRate).toBeCloseTo(hitRate, 3);
      expect(measured.falseAlarmRate).toBeCloseTo(falseAlarmRate, 3);
      expect(measured.sensitivity).toBeCloseTo(sensitivity, 3);
      expect(measured.bias).toBeCloseTo(bias, 3);
      expect(measured.logBeta).toBeCloseTo(bias * sensitivity, 2);
      const { low, high } = measured.sensitivityInterval;
      expect((high - low) / (2 * 1.96)).toBeCloseTo(error, 3);
      expect((high + low) / 2).toBeCloseTo(measured.sensitivity, 12);
      expect(measured.biasInterval.high - measured.biasInterval.low).toBeCloseTo((high - low) / 2, 12);
      expect((measured.biasInterval.high + measured.biasInterval.low) / 2).toBeCloseTo(measured.bias, 12);
    },
  );

  it.each([
    [5, 2.77],
    [10, 3.38],
    [20, 3.96],
  ])('of a perfect round of %i of each kind are finite', (each, ceiling) => {
    expect(measures(counts(each, each, 0, each)).sensitivity).toBeCloseTo(ceiling, 2);
  });

  it('reverse only the bias when all verdicts are reversed', () => {
    const upTo = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(upTo, upTo, upTo, upTo, (hits, misses, falseAlarms, correctRejections) => {
        const said = measures({ hits, misses, falseAlarms, correctRejections });
        const turned = measures({
          hits: correctRejections,
          misses: falseAlarms,
          falseAlarms: misses,
          correctRejections: hits,
        });
        expect(turned.sensitivity).toBeCloseTo(said.sensitivity, 10);
        expect(turned.bias).toBeCloseTo(-said.bias, 10);
      }),
    );
  });
});

describe('detection', () => {
  it('is undefined below eight lures and eight genuine messages', () => {
    expect(detection(counts(7, 7, 0, 20))).toEqual({
      kind: 'notEnough',
      phish: 7,
      legitimate: 20,
      needed: 8,
    });
    expect(detection(counts(5, 20, 3, 7))).toEqual({
      kind: 'notEnough',
      phish: 20,
      legitimate: 7,
      needed: 8,
    });
    expect(detection(counts(6, 8, 2, 8)).kind).toBe('measured');
  });

  it('has the measures from then on', () => {
    const played = counts(8, 10, 2, 10);
    expect(detection(played)).toEqual({ kind: 'measured', leaning: 'balanced', ...measures(played) });
  });

  it('names a bias only if the interval excludes zero', () => {
    expect(detection(counts(4, 10, 0, 10))).toMatchObject({ leaning: 'trusting' });
    expect(detection(counts(10, 10, 6, 10))).toMatchObject({ leaning: 'alarmist' });
    expect(detection(counts(7, 10, 2, 10))).toMatchObject({ leaning: 'balanced' });
  });
});

describe('countsOf', () => {
  it('counts verdicts by truth and correctness', () => {
    const verdicts = [
      { truth: 'phish', correct: true },
      { truth: 'phish', correct: true },
      { truth: 'phish', correct: true },
      { truth: 'phish', correct: true },
      { truth: 'phish', correct: false },
      { truth: 'phish', correct: false },
      { truth: 'phish', correct: false },
      { truth: 'legitimate', correct: false },
      { truth: 'legitimate', correct: false },
      { truth: 'legitimate', correct: true },
    ] as const;
    expect(countsOf(verdicts)).toEqual({ hits: 4, misses: 3, falseAlarms: 2, correctRejections: 1 });
  });
});
