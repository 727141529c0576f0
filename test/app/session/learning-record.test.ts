import { describe, expect, it } from 'vitest';
import { learningRecord } from '../../../src/app/session/learning-record.ts';
import type { Move } from '../../../src/core/engine/answer.ts';
import { inboxRound, type Round } from '../../../src/core/round/played-message.ts';
import { aLegitimateMessage, aMessage, aScenario } from '../../fixtures/builders.ts';

const lure = aMessage({ id: 'lure', sent: '2026-11-24T09:00:00+09:00' });
const notice = aLegitimateMessage({ id: 'notice', sent: '2026-11-24T08:00:00+09:00' });
const played = inboxRound(aScenario({ messages: [lure, notice] }), { pack: { id: 'spring' }, assets: '' });
const round: Round = { ...played, rules: { ...played.rules, passMark: 50 } };

/** An answer given at a second of the round, after some seconds of looking. */
function answered(message: string, second: number, verdict: 'phish' | 'legitimate'): readonly Move[] {
  return [
    { kind: 'open', message, at: 1_000 * (second - 10) },
    { kind: 'judge', message, verdict, confidence: 0.9, at: 1_000 * (second - 1) },
    { kind: 'act', message, action: { kind: 'report' }, at: 1_000 * second },
    { kind: 'submit', message, at: 1_000 * second },
  ];
}

describe('what an LMS is told of a round', () => {
  it('has no decisions and no score at the beginning', () => {
    expect(learningRecord(round, [])).toMatchObject({
      complete: false,
      standing: 'unmarked',
      progress: 0,
      decisions: [],
    });
  });

  it('has no score before every message is answered', () => {
    const record = learningRecord(round, answered('lure', 20, 'phish'));
    expect(record).toMatchObject({ complete: false, standing: 'unmarked', progress: 0.5 });
    expect(record.decisions).toHaveLength(1);
  });

  it('holds the decisions in the order they were given, so that a longer record only adds', () => {
    const first = answered('notice', 20, 'legitimate');
    const both = [...first, ...answered('lure', 50, 'phish')];
    const short = learningRecord(round, first).decisions;
    const long = learningRecord(round, both).decisions;
    expect(long.map(({ message }) => message)).toEqual(['notice', 'lure']);
    expect(long.slice(0, 1)).toEqual(short);
  });

  it('holds for each decision the answer, whether it was right, and the time it took', () => {
    const [decision] = learningRecord(round, answered('lure', 50, 'legitimate')).decisions;
    expect(decision).toMatchObject({
      pack: 'spring',
      message: 'lure',
      truth: 'phish',
      verdict: 'legitimate',
      confidence: 0.9,
      action: 'report',
      correct: false,
      at: 50_000,
      seconds: 10,
    });
    expect(decision?.facts.length).toBeGreaterThan(0);
    expect(decision?.facts.every(({ found }) => !found)).toBe(true);
  });

  it('passes or fails once the round is complete', () => {
    const right = [...answered('lure', 20, 'phish'), ...answered('notice', 40, 'legitimate')];
    const wrong = [...answered('lure', 20, 'legitimate'), ...answered('notice', 40, 'phish')];
    const good = learningRecord(round, right);
    const bad = learningRecord({ ...round, rules: { ...round.rules, passMark: 100 } }, wrong);
    expect(good).toMatchObject({ complete: true, progress: 1, standing: 'passed' });
    expect(bad).toMatchObject({ complete: true, progress: 1, standing: 'failed' });
    expect(good.score).toBeGreaterThan(bad.score);
    expect(learningRecord(played, right).standing).toBe('unmarked');
  });

  it('counts a message out of time as done, without a decision', () => {
    const moves: readonly Move[] = [
      ...answered('lure', 20, 'phish'),
      { kind: 'expire', message: 'notice', at: 60_000 },
    ];
    const record = learningRecord(round, moves);
    expect(record).toMatchObject({ complete: true, progress: 1 });
    expect(record.decisions.map(({ message }) => message)).toEqual(['lure']);
  });

  it('names a dealt message by the last part of its id', () => {
    const dealt: Round = {
      ...round,
      messages: round.messages.map((one) => ({
        ...one,
        message: { ...one.message, id: `spring/a-morning/${one.message.id}` },
      })),
    };
    const [decision] = learningRecord(dealt, answered('spring/a-morning/lure', 20, 'phish')).decisions;
    expect(decision?.message).toBe('lure');
  });
});
