import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibration, type Judgement } from '../../../../src/core/engine/result/calibration.ts';

const said = (confidence: number, right: number, wrong: number): readonly Judgement[] => [
  ...Array.from({ length: right }, () => ({ confidence, correct: true })),
  ...Array.from({ length: wrong }, () => ({ confidence, correct: false })),
];

describe('calibration', () => {
  it('is empty without judgements', () => {
    expect(calibration([])).toEqual({ kind: 'none', needed: 30 });
  });

  it('gives a Brier score of a quarter to always saying one half', () => {
    expect(calibration(said(0.5, 3, 1))).toEqual({
      kind: 'notEnough',
      needed: 30,
      count: 4,
      brier: 0.25,
      reliability: 0.0625,
      resolution: 0,
      uncertainty: 0.1875,
      overconfidence: -0.25,
    });
  });

  it('draws a curve from the thirtieth judgement on', () => {
    expect(calibration(said(0.9, 20, 9)).kind).toBe('notEnough');
    expect(calibration(said(0.9, 20, 10)).kind).toBe('curve');
  });

  it('groups judgements by tenths; the last includes full confidence', () => {
    const judgements = [
      ...said(1, 5, 3),
      ...said(0.9, 2, 0),
      ...said(0.5, 5, 5),
      ...said(0.59, 10, 0),
      ...said(0.7, 3, 1),
    ];
    expect(calibration(judgements)).toMatchObject({
      kind: 'curve',
      count: 34,
      bins: [
        { low: 0.5, high: 0.6, count: 20, meanConfidence: expect.closeTo(0.545, 12), accuracy: 0.75 },
        { low: 0.7, high: 0.8, count: 4, meanConfidence: expect.closeTo(0.7, 12), accuracy: 0.75 },
        { low: 0.9, high: 1, count: 10, meanConfidence: expect.closeTo(0.98, 12), accuracy: 0.7 },
      ],
    });
  });

  it('distinguishes overconfidence from underconfidence', () => {
    expect(calibration(said(0.9, 5, 5))).toMatchObject({ overconfidence: expect.closeTo(0.4, 12) });
    expect(calibration(said(0.6, 9, 1))).toMatchObject({ overconfidence: expect.closeTo(-0.3, 12) });
  });

  it('splits the Brier score into its three parts', () => {
    const share = fc.nat({ max: 12 });
    fc.assert(
      fc.property(fc.tuple(share, share, share, share, share, share), ([a, b, c, d, e, f]) => {
        const found = calibration([...said(0.55, a, b), ...said(0.75, c, d), ...said(1, e, f)]);
        if (found.kind === 'none') return;
        const { brier, reliability, resolution, uncertainty } = found;
        expect(reliability - resolution + uncertainty).toBeCloseTo(brier, 10);
      }),
    );
  });
});
