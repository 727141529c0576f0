import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../../src/core/engine/assess.ts';
import { tally } from '../../../../src/core/engine/result/tally.ts';
import type { Message } from '../../../../src/core/scenario/format/message.ts';
import { aClue, aDecoy, aFact, aGenuineMail, aLure, anAnswer, anyMessage } from '../builders.ts';

const named = (message: Message, id: string): Message => ({ ...message, id });
const lure = named(aLure(), 'lure');
const genuine = named(aGenuineMail({ decoys: [aDecoy()] }), 'genuine');
const flawless = assess(lure, anAnswer({ flags: ['field/fromAddress'] }));
const alarmed = assess(genuine, anAnswer({ flags: ['field/date'], confidence: 0.8 }));

describe('tally', () => {
  it('returns the result of a round', () => {
    expect(tally([lure, genuine], [flawless, alarmed])).toEqual({
      score: Math.round(50 * (100 + alarmed.score)) / 100,
      messages: 2,
      answered: 2,
      results: [
        {
          message: 'lure',
          channel: 'mail',
          truth: 'phish',
          verdict: 'phish',
          confidence: 1,
          action: { kind: 'report' },
          correct: true,
          score: 100,
        },
        {
          message: 'genuine',
          channel: 'mail',
          truth: 'legitimate',
          verdict: 'phish',
          confidence: 0.8,
          action: { kind: 'report' },
          correct: false,
          score: alarmed.score,
        },
      ],
      counts: { hits: 1, misses: 0, falseAlarms: 1, correctRejections: 0 },
      detection: { kind: 'notEnough', phish: 1, legitimate: 1, needed: 8 },
      calibration: expect.objectContaining({ kind: 'notEnough', count: 2, overconfidence: 0.4 }),
      families: {
        error: { found: 0, total: 0 },
        technical: { found: 1, total: 1 },
        visual: { found: 0, total: 0 },
        language: { found: 0, total: 0 },
        tactic: { found: 0, total: 0 },
        extra: { found: 0, total: 0 },
      },
      outcomes: { hit: 1, miss: 1, falseAlarm: 1, neutral: 0, passed: 0 },
      standing: 'unmarked',
    });
  });

  it('counts an unanswered message as zero, and ignores a foreign assessment', () => {
    expect(tally([lure, genuine], [flawless])).toMatchObject({ score: 50, messages: 2, answered: 1 });
    expect(tally([lure], [flawless, alarmed])).toMatchObject({ score: 100, messages: 1, answered: 1 });
    expect(tally([], [])).toMatchObject({ score: 0, messages: 0, answered: 0, results: [] });
  });

  it('lists the results in the order of the messages', () => {
    expect(tally([genuine, lure], [flawless, alarmed])).toEqual(tally([genuine, lure], [alarmed, flawless]));
  });

  it('compares the score with the pass mark as it is shown, with two decimals', () => {
    const third = { ...flawless, score: 79.996 };
    expect(tally([lure], [third], 80)).toMatchObject({ score: 80, standing: 'passed' });
    expect(tally([lure], [{ ...flawless, score: 79.99 }], 80)).toMatchObject({
      score: 79.99,
      standing: 'failed',
    });
    expect(tally([lure], [flawless], 0).standing).toBe('passed');
  });

  it('counts a fact once in each family of cues that found or missed it', () => {
    const mixed = aLure({
      facts: [aFact({ id: 'sender' }), aFact({ id: 'tone' })],
      clues: [
        aClue({ id: 'address', fact: 'sender', anchor: { field: 'fromAddress' } }),
        aClue({ id: 'reply', fact: 'sender', anchor: { field: 'replyTo' } }),
        aClue({ id: 'signer', fact: 'sender', cue: 'no-signer-details', anchor: { slot: 'signature' } }),
        aClue({ id: 'threat', fact: 'tone', cue: 'threat', anchor: { field: 'subject' } }),
        aClue({ id: 'mimics', fact: 'tone', cue: 'mimics-process', anchor: { field: 'subject' } }),
      ],
    });
    const families = (...flags: readonly string[]) =>
      tally([mixed], [assess(mixed, anAnswer({ flags }))]).families;
    expect(families()).toMatchObject({
      technical: { found: 0, total: 1 },
      language: { found: 0, total: 2 },
      tactic: { found: 0, total: 1 },
    });
    expect(families('field/fromAddress', 'field/replyTo', 'field/subject')).toMatchObject({
      technical: { found: 1, total: 1 },
      language: { found: 1, total: 1 },
      tactic: { found: 1, total: 1 },
    });
  });

  it('adds up families over messages even if their facts have the same name', () => {
    const other = named(lure, 'other');
    const missed = assess(other, anAnswer());
    expect(tally([lure, other], [flawless, missed]).families.technical).toEqual({ found: 1, total: 2 });
  });

  it('is plain JSON', () => {
    fc.assert(
      fc.property(fc.array(anyMessage, { maxLength: 3 }), (messages) => {
        const round = messages.map((message, index) => named(message, `message-${index}`));
        const result = tally(
          round,
          round.map((message) => assess(message, anAnswer())),
          80,
        );
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });
});
