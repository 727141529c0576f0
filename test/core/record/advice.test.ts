import { describe, expect, it } from 'vitest';
import { adviceOf, practiceFor } from '../../../src/core/record/advice.ts';
import { progressOf } from '../../../src/core/record/progress.ts';
import { readParameters } from '../../../src/core/round/round-settings.ts';
import type { MessageRecord } from '../../../src/core/record/round-record.ts';
import { aMessageRecord, aRecord, verdicts } from './builders.ts';

const adviceFor = (messages: readonly MessageRecord[]) => adviceOf(progressOf([aRecord({ messages })]));
const repeated = (count: number, over: Partial<MessageRecord>) =>
  Array.from({ length: count }, () => aMessageRecord(over));

describe('what to practise next', () => {
  it('is opposite for opposite habits, even if both are right equally often', () => {
    const [alarmist] = adviceFor(verdicts(10, 10, 6, 10));
    const [trusting] = adviceFor(verdicts(4, 10, 0, 10));
    expect(alarmist).toEqual({ kind: 'alarmist', misses: 0, phish: 10, falseAlarms: 6, legitimate: 10 });
    expect(trusting).toEqual({ kind: 'trusting', misses: 6, phish: 10, falseAlarms: 0, legitimate: 10 });
  });

  it('names a habit even after few messages if one kind was misjudged half of the time', () => {
    expect(adviceFor(verdicts(3, 3, 3, 4))[0]).toEqual({
      kind: 'alarmist',
      misses: 0,
      phish: 3,
      falseAlarms: 3,
      legitimate: 4,
    });
    expect(adviceFor(verdicts(1, 3, 0, 2))[0]).toMatchObject({ kind: 'trusting', misses: 2, phish: 3 });
    expect(adviceFor(verdicts(2, 4, 2, 4))[0]?.kind).toBe('keepGoing');
    expect(adviceFor(verdicts(0, 3, 0, 0))[0]?.kind).toBe('keepGoing');
  });

  it('names no family for missed soft facts, because these decide nothing', () => {
    const facts = ['a', 'b', 'c', 'd'].map((fact) => ({
      fact,
      cue: 'urgency' as const,
      found: false,
      soft: true as const,
    }));
    expect(adviceFor([aMessageRecord({ facts })])[0]?.kind).toBe('keepGoing');
  });

  it('names the family whose facts are found least often, if there are enough', () => {
    const facts = [
      { fact: 'a', cue: 'urgency', found: false },
      { fact: 'b', cue: 'urgency', found: false },
      { fact: 'c', cue: 'threat', found: true },
      { fact: 'd', cue: 'link-target', found: true },
      { fact: 'e', cue: 'link-target', found: true },
      { fact: 'f', cue: 'link-target', found: true },
      { fact: 'g', cue: 'logo-imitation', found: false },
    ] as const;
    expect(adviceFor([aMessageRecord({ facts })])[0]).toEqual({
      kind: 'family',
      family: 'language',
      found: 1,
      total: 3,
    });
  });

  it('names the channel below the player’s own average', () => {
    const messages = [...repeated(30, {}), ...repeated(8, { channel: 'sms', verdict: 'legitimate' })];
    expect(adviceFor(messages)).toContainEqual({ kind: 'channel', channel: 'sms', right: 0, total: 8 });
    expect(adviceFor(repeated(8, { channel: 'sms', verdict: 'legitimate' }))[0]?.kind).toBe('keepGoing');
  });

  it('is to be less or more sure if confidence is clearly wrong', () => {
    const rights = (confidence: number, right: number) => verdicts(right, 20, 20 - right, 20, confidence);
    expect(adviceFor(rights(1, 14))).toMatchObject([{ kind: 'overconfident', by: expect.closeTo(0.3, 6) }]);
    expect(adviceFor(rights(0.5, 19))).toMatchObject([
      { kind: 'underconfident', by: expect.closeTo(0.45, 6) },
    ]);
    expect(adviceFor(rights(0.75, 15))).toEqual([{ kind: 'keepGoing', missing: 0 }]);
  });

  it('says how many messages are needed if there are too few', () => {
    expect(adviceFor([])).toEqual([{ kind: 'keepGoing', missing: 30 }]);
    expect(adviceFor(verdicts(6, 8, 2, 8))).toEqual([{ kind: 'keepGoing', missing: 14 }]);
    // Forty judgements of one kind are enough for a curve, but eight of the other are needed.
    expect(adviceFor(verdicts(30, 40, 0, 0))).toEqual([{ kind: 'keepGoing', missing: 8 }]);
  });
});

describe('the round that practises an advice', () => {
  const asked = (advice: Parameters<typeof practiceFor>[0]) => readParameters(practiceFor(advice));

  it('has messages of that channel', () => {
    expect(asked({ kind: 'channel', channel: 'voice', right: 1, total: 4 })).toEqual({
      asked: { mode: 'practice', channels: ['voice'] },
      mistakes: [],
    });
  });

  it('prefers the family that needs it, and drops none', () => {
    expect(asked({ kind: 'family', family: 'visual', found: 1, total: 4 })).toEqual({
      asked: { mode: 'practice', weights: [1, 1, 9, 1, 1, 1] },
      mistakes: [],
    });
  });

  it('follows the schedule for any other advice', () => {
    expect(asked({ kind: 'keepGoing', missing: 0 })).toEqual({ asked: { mode: 'practice' }, mistakes: [] });
  });
});
