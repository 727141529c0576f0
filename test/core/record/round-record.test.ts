import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Move } from '../../../src/core/engine/answer.ts';
import { assess } from '../../../src/core/engine/assess.ts';
import { recordOf } from '../../../src/core/record/record-of.ts';
import { roundRecordSchema } from '../../../src/core/record/round-record.ts';
import type { Message } from '../../../src/core/scenario/format/message.ts';
import { layOut } from '../../../src/core/scenario/layout/regions.ts';
import {
  aClue,
  aDecoy,
  aFact,
  aGenuineMail,
  aLure,
  anAnswer,
  anyMessage,
  sentence,
} from '../engine/builders.ts';
import { anyRecord, aMessageRecord, aRecord } from './builders.ts';

const played = (message: Message, flags: readonly string[]) => ({
  pack: 'pack',
  scenario: 'scenario',
  id: 'own-id',
  message,
  assessment: assess(message, anAnswer({ flags, confidence: 0.8 })),
});
const round = { id: 'r', mode: 'training', score: 50, moves: [] } as const;

describe('the record of a round', () => {
  it('says for each fact whether it was found, and by which cue', () => {
    const lure = aLure({
      facts: [aFact({ id: 'sender' }), aFact({ id: 'hurry' })],
      clues: [
        aClue({ id: 'one', fact: 'sender', cue: 'sender-address', anchor: { field: 'fromAddress' } }),
        aClue({ id: 'two', fact: 'sender', cue: 'link-target', anchor: { link: 'renew' } }),
        aClue({ id: 'three', fact: 'hurry', cue: 'urgency', anchor: { field: 'subject' } }),
      ],
    });
    const link = layOut(lure).regions.find(({ kind }) => kind === 'link')?.key ?? '';
    const [message] = recordOf({ ...round, played: [played(lure, [link])] }).messages;
    expect(message?.facts).toEqual([
      { fact: 'sender', cue: 'link-target', found: true },
      { fact: 'hurry', cue: 'urgency', found: false },
    ]);
  });

  it('names the cue of each wrong flag, if its author gave one', () => {
    const mail = aGenuineMail({ decoys: [aDecoy({ cue: 'urgency', anchor: { field: 'date' } })] });
    const [message] = recordOf({
      ...round,
      played: [played(mail, ['field/date', sentence.thanks])],
    }).messages;
    expect(message?.falseAlarms).toEqual(['urgency', null]);
    expect(message?.facts).toEqual([]);
  });

  it('gives each message the time before its moves, no pause longer than five minutes', () => {
    const move = (message: string, at: number): Move => ({ kind: 'submit', message, at });
    const first = { ...aLure(), id: 'first' };
    const second = { ...aLure(), id: 'second' };
    const moves = [move('first', 1_000), move('first', 11_000), move('second', 14_000), move('first', 4e6)];
    const record = recordOf({ ...round, moves, played: [played(first, []), played(second, [])] });
    expect(record.messages.map(({ seconds }) => seconds)).toEqual([310, 3]);
    expect(record.messages.map(({ message }) => message)).toEqual(['own-id', 'own-id']);
    expect([record.startedAt, record.endedAt]).toEqual([1_000, 4_000_000]);
  });

  it('includes the pass mark and the seed of rounds that have them', () => {
    const record = recordOf({ ...round, played: [], seed: '7', passMark: 80 });
    expect(record).toMatchObject({ seed: '7', passMark: 80, score: 50, mode: 'training' });
    expect(recordOf({ ...round, played: [] })).not.toHaveProperty('seed');
  });

  it('of any answer to any message is valid for its schema', () => {
    fc.assert(
      fc.property(anyMessage, fc.boolean(), (message, everything) => {
        const flags = everything ? layOut(message).regions.map(({ key }) => key) : [];
        const record = recordOf({ ...round, played: [played(message, flags)] });
        expect(roundRecordSchema.safeParse(record).error).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  it('has no more messages than its schema allows', () => {
    const one = played(aLure(), []);
    const record = recordOf({ ...round, played: Array.from({ length: 300 }, () => one) });
    expect(roundRecordSchema.safeParse(record).success).toBe(true);
  });
});

describe('the schema of a record', () => {
  it('round-trips through JSON', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        expect(roundRecordSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['a newer version', { ...aRecord(), version: 2 }],
    ['a field it does not know', { ...aRecord(), name: 'Tanaka' }],
    ['a score above 100', aRecord({ score: 101 })],
    ['no number', aRecord({ score: Number.NaN })],
    ['a confidence below one half', aRecord({ messages: [aMessageRecord({ confidence: 0.4 })] })],
    ['an id that is a prototype key', aRecord({ messages: [aMessageRecord({ pack: '__proto__' })] })],
    ['too many messages', aRecord({ messages: Array.from({ length: 201 }, () => aMessageRecord()) })],
    ['nothing', null],
  ])('refuses %s', (_, value) => {
    expect(roundRecordSchema.safeParse(value).success).toBe(false);
  });
});
