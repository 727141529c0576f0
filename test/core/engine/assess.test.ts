import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerTo, type CompleteAnswer, type Move } from '../../../src/core/engine/answer.ts';
import { assess, defaultScoring, type Scoring, scoringOf } from '../../../src/core/engine/assess.ts';
import { weights } from '../../../src/core/engine/weights.ts';
import { placedSolution } from '../../../src/core/engine/placed-solution.ts';
import { layOut } from '../../../src/core/scenario/layout/regions.ts';
import type { Message } from '../../../src/core/scenario/format/message.ts';
import { actionKinds } from '../../../src/core/scenario/format/vocabulary.ts';
import { aGenuineMail, aLure, anAnswer, anyGenuineMail, anyLure, anyMessage } from './builders.ts';

describe('assess', () => {
  it('tells all there is to tell of an answer', () => {
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
      evidence: 6 / 7,
      judgement: expect.closeTo(0.98, 12),
      handling: 0.5,
      score: expect.closeTo(100 * (0.4 * (6 / 7) + 0.35 * 0.98 + 0.25 * 0.5), 10),
      correct: true,
      verdict: 'phish',
      confidence: 0.8,
      action: { kind: 'delete' },
      findings: [
        expect.objectContaining({ outcome: 'hit' }),
        expect.objectContaining({ outcome: 'falseAlarm' }),
      ],
      factsFound: 1,
      facts: 1,
    });
  });

  it('takes suspecting genuine mail for wrong', () => {
    const assessment = assess(aGenuineMail(), anAnswer());
    expect(assessment).toMatchObject({ truth: 'legitimate', correct: false, judgement: 0, handling: 0.4 });
    expect(assessment.score).toBeCloseTo(100 * (0.4 + 0.25 * 0.4), 10);
  });

  it('weighs and pays as the pack says', () => {
    const scoring = scoringOf({
      scoring: { weights: { evidence: 0, verdict: 0, action: 1 }, points: { phish: { delete: 0.9 } } },
    });
    expect(assess(aLure(), anAnswer({ action: 'delete' }), scoring).score).toBeCloseTo(90, 10);
    expect(assess(aLure(), anAnswer({ action: 'keep' }), scoring).score).toBeCloseTo(30, 10);
  });

  it('holds a confidence out of range within it', () => {
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

const share = fc.double({ min: 0.01, max: 1, noNaN: true });
const anyScoring: fc.Arbitrary<Scoring> = fc
  .record({ evidence: share, verdict: share, action: share })
  .map(({ evidence, verdict, action }) => {
    const sum = evidence + verdict + action;
    const weights = { evidence: evidence / sum, verdict: verdict / sum, action: action / sum };
    return { ...defaultScoring, weights };
  });

const anyAction = fc.constantFrom(...actionKinds.filter((kind) => kind !== 'verify'));
/** Any complete answer; flags lie on regions of the message and on keys that are none. */
const anyAnswerTo = (message: Message): fc.Arbitrary<CompleteAnswer> => {
  const keys = [...layOut(message).regions.map(({ key }) => key), 'field/none', 'toString'];
  return fc
    .record({
      flags: fc.subarray(keys),
      verdict: fc.constantFrom('phish' as const, 'legitimate' as const),
      confidence: fc.double(),
      action: anyAction,
    })
    .map(anAnswer);
};
const anyPlayed = anyMessage.chain((message) => fc.tuple(fc.constant(message), anyAnswerTo(message)));
const withFlag = (answer: CompleteAnswer, ...regions: readonly string[]): CompleteAnswer => ({
  ...answer,
  flags: new Set([...answer.flags, ...regions]),
});
const flawless = (message: Message): CompleteAnswer => ({
  flags: new Set(placedSolution(message).facts.map(({ clues }) => clues[0]?.regions[0] ?? '')),
  verdict: message.solution.truth,
  confidence: 1,
  action:
    message.solution.best.action === 'verify'
      ? { kind: 'verify', contact: 'bank' }
      : { kind: message.solution.best.action },
  submitted: true,
});

describe('the laws of scoring', () => {
  it('keep every score within 0 to 100', () => {
    fc.assert(
      fc.property(anyPlayed, anyScoring, ([message, answer], scoring) => {
        const { score, evidence, judgement, handling } = assess(message, answer, scoring);
        for (const part of [evidence, judgement, handling, score / 100]) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('give a flawless answer exactly 100, and blame nothing in it', () => {
    fc.assert(
      fc.property(anyMessage, anyScoring, (message, scoring) => {
        const { score, findings } = assess(message, flawless(message), scoring);
        expect(score).toBe(100);
        expect(findings.filter(({ outcome }) => outcome === 'miss' || outcome === 'falseAlarm')).toEqual([]);
      }),
    );
  });

  it('never lower a score for one more true fact', () => {
    fc.assert(
      fc.property(anyLure, fc.nat(), (message, pick) => {
        const { facts } = placedSolution(message);
        const answer = anAnswer();
        const one = facts[pick % facts.length]?.clues[0]?.regions[0] ?? '';
        expect(assess(message, withFlag(answer, one)).score).toBeGreaterThan(assess(message, answer).score);
      }),
    );
    fc.assert(
      fc.property(anyPlayed, fc.nat(), ([message, answer], pick) => {
        const regions = placedSolution(message).facts.flatMap(({ clues }) =>
          clues.flatMap((clue) => clue.regions),
        );
        const region = regions[pick % Math.max(1, regions.length)];
        fc.pre(region !== undefined);
        expect(assess(message, withFlag(answer, region ?? '')).score).toBeGreaterThanOrEqual(
          assess(message, answer).score,
        );
      }),
    );
  });

  it('never raise a score for one more innocent region', () => {
    fc.assert(
      fc.property(anyPlayed, fc.nat(), ([message, answer], pick) => {
        const { innocent } = placedSolution(message);
        const key = innocent[pick % innocent.length]?.key ?? '';
        expect(assess(message, withFlag(answer, key)).score).toBeLessThanOrEqual(
          assess(message, answer).score,
        );
      }),
    );
  });

  it('take no notice of a flag on a myth', () => {
    fc.assert(
      fc.property(anyPlayed, ([message, answer]) => {
        const { myths, facts } = placedSolution(message);
        const clues = new Set(facts.flatMap((fact) => fact.clues.flatMap(({ regions }) => regions)));
        const neutral = myths.flatMap(({ regions }) => regions).filter((region) => !clues.has(region));
        expect(assess(message, withFlag(answer, ...neutral)).score).toBe(assess(message, answer).score);
      }),
    );
  });

  it('put flagging everything below an honest half', () => {
    fc.assert(
      fc.property(anyLure, fc.nat(), (message, from) => {
        const everything = anAnswer({ flags: layOut(message).regions.map(({ key }) => key) });
        const { facts } = placedSolution(message);
        const total = facts.reduce((sum, { fact }) => sum + weights[fact.weight], 0);
        let found = 0;
        const flags = new Set<string>();
        for (let at = 0; found < total / 2; at += 1) {
          const placed = facts[(from + at) % facts.length];
          found += placed === undefined ? 0 : weights[placed.fact.weight];
          flags.add(placed?.clues[0]?.regions[0] ?? '');
        }
        const half = assess(message, { ...anAnswer(), flags });
        expect(assess(message, everything).score).toBeLessThan(half.score);
      }),
    );
    fc.assert(
      fc.property(anyGenuineMail, (message) => {
        const everything = layOut(message).regions.map(({ key }) => key);
        const { evidence } = assess(message, anAnswer({ flags: everything }));
        expect(evidence).toBeLessThan(0.1);
      }),
    );
  });

  it('do not depend on the order of unrelated moves, and give one log one assessment', () => {
    const played = anyMessage.chain((message) => {
      const keys = layOut(message).regions.map(({ key }) => key);
      const moves: fc.Arbitrary<readonly Move[]> = fc
        .subarray(keys)
        .map((flags) => [
          ...flags.map((region): Move => ({ kind: 'flag', message: message.id, region, at: 1 })),
          { kind: 'judge', message: message.id, verdict: 'phish', confidence: 0.7, at: 2 },
          { kind: 'act', message: message.id, action: { kind: 'report' }, at: 3 },
        ]);
      return moves.chain((log) =>
        fc.record({
          message: fc.constant(message),
          log: fc.constant(log),
          shuffled: fc.shuffledSubarray([...log], { minLength: log.length }),
          later: fc.nat(),
        }),
      );
    });
    const assessLog = (message: Message, log: readonly Move[]) => {
      const answer = answerTo(message.id, [...log, { kind: 'submit', message: message.id, at: 9 }]);
      if (!answer.submitted) throw new Error('the answer is complete');
      return assess(message, answer);
    };
    fc.assert(
      fc.property(played, ({ message, log, shuffled, later }) => {
        const first = assessLog(message, log);
        expect(assessLog(message, log)).toEqual(first);
        expect(assessLog(message, shuffled)).toEqual(first);
        expect(
          assessLog(
            message,
            log.map((move) => ({ ...move, at: move.at + later })),
          ),
        ).toEqual(first);
      }),
    );
  });
});
