import { describe, expect, it } from 'vitest';
import { learningRecord } from '../../../src/app/session/learning-record.ts';
import type { Move } from '../../../src/core/engine/answer.ts';
import { finishedRound } from '../../../src/core/record/finished-round.ts';
import { inboxRound } from '../../../src/core/round/played-message.ts';
import { roundSoFar } from '../../../src/core/round/round-so-far.ts';
import { aLegitimateMessage, aMessage, aScenario } from '../../fixtures/builders.ts';

const lure = aMessage({ id: 'lure', sent: '2026-11-24T09:00:00+09:00' });
const notice = aLegitimateMessage({ id: 'notice', sent: '2026-11-24T08:00:00+09:00' });
const round = inboxRound(aScenario({ messages: [lure, notice] }), { pack: { id: 'spring' }, assets: '' });

const minutes = 60_000;
/** The lure opened twice with a pause of forty minutes between, a reason given afterwards, and the notice. */
const moves: readonly Move[] = [
  { kind: 'open', message: 'lure', at: 0 },
  { kind: 'flag', message: 'lure', region: 'field/fromAddress', at: 20_000 },
  { kind: 'open', message: 'notice', at: 30_000 },
  { kind: 'judge', message: 'lure', verdict: 'phish', confidence: 0.9, at: 30_000 + 40 * minutes },
  { kind: 'act', message: 'lure', action: { kind: 'report' }, at: 35_000 + 40 * minutes },
  { kind: 'submit', message: 'lure', at: 36_000 + 40 * minutes },
  { kind: 'reason', message: 'lure', reason: { kind: 'whole' }, at: 50_000 + 40 * minutes },
  { kind: 'expire', message: 'notice', at: 60_000 + 40 * minutes },
];

describe('a round so far', () => {
  it('gives the LMS and the device the same seconds for a message', () => {
    const [kept] = finishedRound(round, moves).messages;
    const [told] = learningRecord(round, moves).decisions;
    // 20 s, then 300 s for the long pause, then 5 s and 1 s.
    expect(told?.seconds).toBe(326);
    expect(kept?.seconds).toBe(told?.seconds);
  });

  it('gives the LMS and the device the same score', () => {
    expect(learningRecord(round, moves).score).toBe(finishedRound(round, moves).score);
    expect(finishedRound(round, moves).score).toBe(roundSoFar(round, moves).result.score);
  });

  it('is assessed once for the screen, the device and the LMS, and again for another pass mark', () => {
    const soFar = roundSoFar(round, moves);
    expect(roundSoFar({ ...round }, moves)).toBe(soFar);
    const marked = roundSoFar({ ...round, rules: { ...round.rules, passMark: 100 } }, moves);
    expect([soFar.result.standing, marked.result.standing]).toEqual(['unmarked', 'failed']);
    expect(roundSoFar({ ...round, messages: round.messages.slice(0, 1) }, moves).complete).toBe(true);
    expect(roundSoFar(round, [...moves])).toEqual(soFar);
  });

  it('counts a message whose time ended as closed, without an assessment', () => {
    const { answered, closed, complete } = roundSoFar(round, moves);
    expect(answered.map(({ played }) => played.message.id)).toEqual(['lure']);
    expect({ closed, complete }).toEqual({ closed: 2, complete: true });
  });

  it('is empty before the first move', () => {
    expect(roundSoFar(round, [])).toMatchObject({ answered: [], closed: 0, complete: false });
  });
});
