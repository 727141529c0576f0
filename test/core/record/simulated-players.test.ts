import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/core/engine/assess.ts';
import type { Interval } from '../../../src/core/engine/result/detection.ts';
import { adviceOf } from '../../../src/core/record/advice.ts';
import { progressOf } from '../../../src/core/record/progress.ts';
import { aLure, anAnswer } from '../engine/builders.ts';
import { honest, ofEach, play, type PlayedRound, type Player, players } from './players.ts';

const rounds = 1_000;
/** Rounds pooled, as an employee plays them over a few months. */
const pooled = 5;

const playedBy = new Map(
  Object.entries<Player>(players).map(([name, player], at) => [name, play(player, rounds, 20_261_124 + at)]),
);
const roundsOf = (name: keyof typeof players): readonly PlayedRound[] => playedBy.get(name) ?? [];

const measuresOf = ({ result: { detection } }: PlayedRound) => {
  if (detection.kind === 'notEnough') throw new Error(`${ofEach} of each are enough`);
  return detection;
};
const share = <Value>(values: readonly Value[], is: (value: Value) => boolean): number =>
  values.filter(is).length / values.length;
const holds = ({ low, high }: Interval, truth: number): boolean => low <= truth && truth <= high;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const scoreOf = (played: readonly PlayedRound[]): number => mean(played.map(({ result }) => result.score));
const progressOfAll = (name: keyof typeof players) => progressOf(roundsOf(name).map(({ record }) => record));

/** Those whose d′ and c are finite. */
const measurable = Object.entries<Player>(players).filter(([, { caution }]) => Number.isFinite(caution));

describe('the 95 % intervals of skill and caution', () => {
  // Over 1,000 rounds, a rate of 95 % is measured within ±2 points (three standard errors).
  it.each(measurable)('contain the true value in at least 93 of 100 rounds of %s', (name, player) => {
    const measured = (playedBy.get(name) ?? []).map(measuresOf);
    expect(measured).toHaveLength(rounds);
    expect(share(measured, (one) => holds(one.sensitivityInterval, player.skill))).toBeGreaterThan(0.93);
    expect(share(measured, (one) => holds(one.biasInterval, player.caution))).toBeGreaterThan(0.93);
  });

  it.each(measurable)('of five pooled rounds contain it as often, and are narrower: %s', (name, player) => {
    const played = playedBy.get(name) ?? [];
    const groups = Array.from({ length: rounds / pooled }, (_, at) =>
      progressOf(played.slice(at * pooled, (at + 1) * pooled).map(({ record }) => record)),
    ).map(({ detection }) => {
      if (detection.kind === 'notEnough') throw new Error('there are enough');
      return detection;
    });
    // Over 200 groups three standard errors are 4.6 points.
    expect(share(groups, (one) => holds(one.sensitivityInterval, player.skill))).toBeGreaterThan(0.904);
    expect(share(groups, (one) => holds(one.biasInterval, player.caution))).toBeGreaterThan(0.904);
    const width = ({ low, high }: Interval) => high - low;
    const single = mean(played.map((round) => width(measuresOf(round).sensitivityInterval)));
    expect(mean(groups.map((one) => width(one.sensitivityInterval)))).toBeLessThan(0.7 * single);
  });

  it.each(measurable)('of all rounds converge on the true value: %s', (name, player) => {
    const { detection } = progressOf((playedBy.get(name) ?? []).map(({ record }) => record));
    if (detection.kind === 'notEnough') throw new Error('there are enough');
    expect(Math.abs(detection.sensitivity - player.skill)).toBeLessThan(0.1);
    expect(Math.abs(detection.bias - player.caution)).toBeLessThan(0.05);
  });
});

describe('players who do not look', () => {
  it('have no skill and an alarmist bias if they always say phishing', () => {
    for (const { sensitivityInterval, leaning } of roundsOf('one who always says phishing').map(measuresOf)) {
      expect(leaning).toBe('alarmist');
      expect(holds(sensitivityInterval, 0)).toBe(true);
    }
    expect(adviceOf(progressOfAll('one who always says phishing'))[0].kind).toBe('alarmist');
  });

  it('have no skill and a trusting bias if they always say genuine', () => {
    for (const { sensitivityInterval, leaning } of roundsOf('one who always says genuine').map(measuresOf)) {
      expect(leaning).toBe('trusting');
      expect(holds(sensitivityInterval, 0)).toBe(true);
    }
    expect(adviceOf(progressOfAll('one who always says genuine'))[0].kind).toBe('trusting');
  });

  it('have no skill and no bias if they toss a coin', () => {
    const measured = roundsOf('one who tosses a coin').map(measuresOf);
    expect(share(measured, ({ leaning }) => leaning === 'balanced')).toBeGreaterThan(0.93);
    expect(share(measured, ({ sensitivityInterval }) => sensitivityInterval.low > 0)).toBeLessThan(0.05);
  });

  it('score below an ordinary player', () => {
    const ordinary = scoreOf(roundsOf('an ordinary player'));
    for (const name of [
      'one who tosses a coin',
      'one who always says phishing',
      'one who always says genuine',
      'one who flags everything',
    ] as const) {
      expect(scoreOf(roundsOf(name)), name).toBeLessThan(ordinary);
    }
  });

  it('find every fact by flagging everything, but earn less than half of the evidence', () => {
    const played = roundsOf('one who flags everything');
    const { families } = progressOfAll('one who flags everything');
    expect(families.every(({ share: found }) => found === 1)).toBe(true);
    const evidence = mean(played.flatMap(({ assessments }) => assessments.map((one) => one.evidence)));
    expect(evidence).toBeLessThan(0.5);
    expect(evidence).toBeLessThan(
      mean(roundsOf('a beginner').flatMap(({ assessments }) => assessments.map((one) => one.evidence))),
    );
  });
});

describe('confidence', () => {
  it('is measured as accurate if it is, up to the rounding of the slider', () => {
    for (const name of ['an ordinary player', 'a good player', 'an expert'] as const) {
      const { calibration } = progressOfAll(name);
      if (calibration.kind !== 'curve') throw new Error('there are enough');
      expect(Math.abs(calibration.overconfidence), name).toBeLessThan(0.02);
      expect(calibration.reliability, name).toBeLessThan(0.001);
      expect(adviceOf(progressOfAll(name)).map(({ kind }) => kind)).not.toContain('overconfident');
    }
  });

  it('is measured as too high or too low if it is', () => {
    expect(adviceOf(progressOfAll('one who is always certain')).map(({ kind }) => kind)).toContain(
      'overconfident',
    );
    expect(adviceOf(progressOfAll('one who is never certain')).map(({ kind }) => kind)).toContain(
      'underconfident',
    );
  });

  it('earns the most on average if it is what the player believes', () => {
    const lure = aLure();
    // From a guess to sure, the most that a player can say.
    const steps = Array.from({ length: 46 }, (_, at) => (50 + at) / 100);
    const scoreAt = (verdict: 'phish' | 'legitimate', confidence: number) =>
      assess(lure, anAnswer({ verdict, confidence })).score;
    const earned = steps.map((confidence) => ({
      confidence,
      right: scoreAt('phish', confidence),
      wrong: scoreAt('legitimate', confidence),
    }));
    for (const belief of steps) {
      const best = earned
        .map(({ confidence, right, wrong }) => ({
          confidence,
          expected: belief * right + (1 - belief) * wrong,
        }))
        .toSorted((one, other) => other.expected - one.expected)[0];
      expect(best?.confidence).toBe(belief);
    }
  });

  it.each([
    ['always certain', () => 1],
    ['never certain', () => 0.5],
    ['a little bold', (chance: number) => Math.min(1, honest(chance) + 0.1)],
    ['a little timid', (chance: number) => Math.max(0.5, chance - 0.1)],
    ['the wrong way round', (chance: number) => 1.5 - honest(chance)],
  ])('earns less over 1,000 rounds if the same player is %s', (_, confidence) => {
    for (const skill of [1, 2]) {
      // One seed: both see the very same messages in the very same way.
      const truthful = play({ skill, caution: 0, confidence: honest }, rounds, 7);
      const shaded = play({ skill, caution: 0, confidence }, rounds, 7);
      expect(scoreOf(shaded)).toBeLessThan(scoreOf(truthful));
    }
  });
});
