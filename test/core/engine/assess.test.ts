import { describe, expect, it } from 'vitest';
import { assess, defaultScoring, scoringOf } from '../../../src/core/engine/assess.ts';
import { aGenuineMail, aLure, aMailWith, anAnswer, aPhishSolution, both } from './builders.ts';

describe('assess', () => {
  it('returns all parts of an assessment', () => {
    const lure = aLure();
    const answer = anAnswer({
      flags: ['field/fromAddress', 'field/date'],
      confidence: 0.8,
      action: 'delete',
    });
    expect(assess(lure, answer)).toEqual({
      message: 'message',
      channel: 'mail',
      truth: 'phish',
      evidence: 2 / 3,
      judgement: expect.closeTo(0.98 / 0.95 - 0.04875 / 0.95, 12),
      handling: 0.5,
      isEnough: false,
      score: expect.closeTo(100 * (0.4 * (2 / 3) + 0.35 * ((0.98 - 0.04875) / 0.95) + 0.25 * 0.5), 10),
      correct: true,
      verdict: 'phish',
      confidence: 0.8,
      action: { kind: 'delete' },
      checked: false,
      findings: [
        expect.objectContaining({ outcome: 'hit' }),
        expect.objectContaining({ outcome: 'falseAlarm' }),
      ],
      factsFound: 1,
      facts: 1,
    });
  });

  it('counts suspecting genuine mail as wrong', () => {
    const assessment = assess(aGenuineMail(), anAnswer());
    expect(assessment).toMatchObject({ truth: 'legitimate', correct: false, judgement: 0, handling: 0.6 });
    expect(assessment.score).toBeCloseTo(100 * 0.25 * 0.6, 10);
  });

  it('counts a look at a source that settles the message, and no other', () => {
    const verify = { settles: ['site' as const], tickets: both('#1'), site: both('Nothing outstanding') };
    const lure = aMailWith(aPhishSolution(), { verify });
    expect(assess(lure, anAnswer({ looked: ['site'] }))).toMatchObject({ checked: true, evidence: 2 / 3 });
    expect(assess(lure, anAnswer({ looked: ['tickets', 'within'] }))).toMatchObject({
      checked: false,
      evidence: 0,
    });
  });

  it('uses the weights and points of the pack', () => {
    const scoring = scoringOf({
      scoring: { weights: { evidence: 0, verdict: 0, action: 1 }, points: { phish: { delete: 0.9 } } },
    });
    expect(assess(aLure(), anAnswer({ action: 'delete' }), scoring).score).toBeCloseTo(90, 10);
    expect(assess(aLure(), anAnswer({ action: 'keep' }), scoring).score).toBeCloseTo(30, 10);
  });

  it('clamps a confidence to its range', () => {
    expect(assess(aLure(), anAnswer({ confidence: 3 })).confidence).toBe(1);
  });
});

describe('scoringOf', () => {
  it('is the default for a pack that changes nothing', () => {
    expect(scoringOf({})).toEqual(defaultScoring);
    expect(scoringOf({ scoring: {} })).toEqual(defaultScoring);
    expect(defaultScoring.weights).toEqual({ evidence: 0.4, verdict: 0.35, action: 0.25 });
  });

  it('changes only what the pack names', () => {
    const scoring = scoringOf({ scoring: { points: { phish: { keep: 0.1 }, legitimate: { reply: 1 } } } });
    expect(scoring.weights).toEqual(defaultScoring.weights);
    expect(scoring.points.phish).toEqual({ ...defaultScoring.points.phish, keep: 0.1 });
    expect(scoring.points.legitimate).toEqual({ ...defaultScoring.points.legitimate, reply: 1 });
  });
});
