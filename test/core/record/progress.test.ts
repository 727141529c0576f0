import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { progressOf } from '../../../src/core/record/progress.ts';
import { proportion } from '../../../src/core/record/proportion.ts';
import { anyRecord, aMessageRecord, aRecord, verdicts } from './builders.ts';

describe('all rounds together', () => {
  it.each([
    [8, 10, 2, 10, 1.496, 0],
    [10, 10, 6, 10, 1.461, -0.96],
    [4, 10, 0, 10, 1.461, 0.96],
    [16, 20, 4, 20, 1.583, 0],
  ])('pool %i of %i and %i of %i before they are measured', (hits, phish, alarms, mail, skill, caution) => {
    const all = verdicts(hits, phish, alarms, mail);
    const half = Math.floor(all.length / 2);
    const { detection } = progressOf([
      aRecord({ id: 'a', messages: all.slice(0, half) }),
      aRecord({ id: 'b', messages: all.slice(half) }),
    ]);
    if (detection.kind === 'notEnough') throw new Error('there are enough');
    expect(detection.sensitivity).toBeCloseTo(skill, 3);
    expect(detection.bias).toBeCloseTo(caution, 3);
  });

  it('give no skill below eight messages of each kind', () => {
    expect(progressOf([aRecord({ messages: verdicts(7, 7, 0, 20) })]).detection).toEqual({
      kind: 'notEnough',
      phish: 7,
      legitimate: 20,
      needed: 8,
    });
    expect(progressOf([aRecord({ messages: verdicts(8, 8, 0, 8) })]).detection.kind).toBe('measured');
  });

  it('give a curve of confidence from thirty judgements on', () => {
    expect(progressOf([aRecord({ messages: verdicts(15, 15, 0, 14) })]).calibration.kind).toBe('notEnough');
    expect(progressOf([aRecord({ messages: verdicts(15, 15, 0, 15) })]).calibration.kind).toBe('curve');
  });

  it('count how often each word of confidence was right, also for rounds with a slider', () => {
    const messages = [
      ...verdicts(3, 4, 0, 0, 0.95),
      ...verdicts(1, 2, 0, 0, 0.75),
      ...verdicts(0, 1, 0, 0, 0.5),
      ...verdicts(1, 1, 0, 0, 1),
    ];
    expect(progressOf([aRecord({ messages })]).sureness).toMatchObject([
      { said: 'sure', count: 4, total: 5 },
      { said: 'likely', count: 1, total: 2 },
      { said: 'leaning', count: 0, total: 1 },
    ]);
  });

  it('count a family by its facts, and by wrong flags on parts that look like it', () => {
    const messages = [
      aMessageRecord({
        facts: [
          { fact: 'one', cue: 'urgency', found: true },
          { fact: 'two', cue: 'threat', found: false },
          { fact: 'three', cue: 'link-target', found: true },
        ],
        falseAlarms: ['urgency', null],
      }),
    ];
    expect(progressOf([aRecord({ messages })]).families).toMatchObject([
      { family: 'technical', count: 1, total: 1, falseAlarms: 0 },
      { family: 'language', count: 1, total: 2, falseAlarms: 1 },
    ]);
  });

  it('count a channel by its verdicts, the most used first', () => {
    const messages = [
      aMessageRecord({ channel: 'sms', truth: 'legitimate' }),
      aMessageRecord(),
      aMessageRecord({ verdict: 'legitimate' }),
    ];
    expect(progressOf([aRecord({ messages })]).channels).toMatchObject([
      { channel: 'mail', count: 1, total: 2, misses: 1, falseAlarms: 0 },
      { channel: 'sms', count: 0, total: 1, misses: 0, falseAlarms: 1 },
    ]);
  });

  it('count the lures that were reported, and no genuine mail', () => {
    const messages = [
      aMessageRecord(),
      aMessageRecord({ action: 'delete' }),
      aMessageRecord({ truth: 'legitimate', action: 'report' }),
    ];
    expect(progressOf([aRecord({ messages })]).reported).toMatchObject({ count: 1, total: 2 });
  });

  it('are sorted by their end', () => {
    const early = aRecord({ id: 'early', endedAt: 1, score: 10 });
    const late = aRecord({ id: 'late', endedAt: 2, score: 20 });
    expect(progressOf([late, early]).trend.map(({ id }) => id)).toEqual(['early', 'late']);
    expect(progressOf([late, early])).toEqual(progressOf([early, late]));
  });

  it('count a record given twice once', () => {
    expect(progressOf([aRecord(), aRecord()])).toEqual(progressOf([aRecord()]));
  });

  it('of none are empty', () => {
    expect(progressOf([])).toMatchObject({ rounds: 0, messages: 0, families: [], channels: [], trend: [] });
  });

  it('never lose or invent a message, a fact or a verdict', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyRecord, { selector: ({ id }) => id, maxLength: 5 }), (records) => {
        const progress = progressOf(records);
        const messages = records.flatMap((record) => record.messages);
        const facts = messages.flatMap((message) => message.facts);
        const { hits, misses, falseAlarms, correctRejections } = progress.counts;
        expect(hits + misses + falseAlarms + correctRejections).toBe(messages.length);
        expect(progress.families.reduce((sum, { total }) => sum + total, 0)).toBe(facts.length);
        expect(progress.channels.reduce((sum, { total }) => sum + total, 0)).toBe(messages.length);
        for (const { share, interval } of [...progress.families, ...progress.channels]) {
          expect(interval.low).toBeLessThanOrEqual(share + 1e-9);
          expect(interval.high).toBeGreaterThanOrEqual(share - 1e-9);
        }
      }),
    );
  });
});

describe('a proportion', () => {
  // Newcombe 1998, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i has the published interval', (count, total, low, high) => {
    const { interval } = proportion(count, total);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('of nothing has the whole interval', () => {
    expect(proportion(0, 0)).toEqual({ count: 0, total: 0, share: 0, interval: { low: 0, high: 1 } });
  });
});
