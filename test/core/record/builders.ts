/** Records for tests: valid by default, override what matters. */
import fc from 'fast-check';
import type { MessageRecord, RoundRecord } from '../../../src/core/record/round-record.ts';
import { techniques } from '../../../src/core/scenario/format/techniques.ts';
import { cueIds } from '../../../src/core/scenario/format/cues.ts';
import { actionKinds } from '../../../src/core/scenario/format/vocabulary.ts';

export const day = 86_400_000;

/** 2026-04-01T00:00:00Z. */
export const april = 1_775_001_600_000;

export const aMessageRecord = (over: Partial<MessageRecord> = {}): MessageRecord => ({
  pack: 'pack',
  scenario: 'scenario',
  message: 'message',
  channel: 'mail',
  truth: 'phish',
  verdict: 'phish',
  confidence: 0.9,
  action: 'report',
  score: 80,
  seconds: 30,
  facts: [],
  falseAlarms: [],
  ...over,
});

export const aRecord = (over: Partial<RoundRecord> = {}): RoundRecord => ({
  version: 1,
  id: 'round-1',
  mode: 'training',
  startedAt: 1_795_000_000_000,
  endedAt: 1_795_000_300_000,
  score: 80,
  messages: [aMessageRecord()],
  ...over,
});

/** Messages of a round with a number of right ones of each kind, all with one confidence. */
export function verdicts(
  hits: number,
  phish: number,
  falseAlarms: number,
  legitimate: number,
  confidence = 0.75,
): readonly MessageRecord[] {
  return [
    ...Array.from({ length: phish }, (_, at) =>
      aMessageRecord({ message: `lure-${at}`, confidence, verdict: at < hits ? 'phish' : 'legitimate' }),
    ),
    ...Array.from({ length: legitimate }, (_, at) =>
      aMessageRecord({
        message: `mail-${at}`,
        confidence,
        truth: 'legitimate',
        verdict: at < falseAlarms ? 'phish' : 'legitimate',
        action: at < falseAlarms ? 'report' : 'keep',
      }),
    ),
  ];
}

const anyId = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
const anyTruth = fc.constantFrom('phish' as const, 'legitimate' as const);

const anyMessageRecord: fc.Arbitrary<MessageRecord> = fc.record({
  pack: anyId,
  scenario: anyId,
  message: anyId,
  channel: fc.constantFrom('mail', 'sms', 'chat'),
  truth: anyTruth,
  verdict: anyTruth,
  confidence: fc.integer({ min: 50, max: 100 }).map((percent) => percent / 100),
  action: fc.constantFrom(...actionKinds),
  score: fc.integer({ min: 0, max: 100 }),
  seconds: fc.nat(3_600),
  facts: fc.array(fc.record({ fact: anyId, cue: fc.constantFrom(...cueIds), found: fc.boolean() }), {
    maxLength: 15,
  }),
  falseAlarms: fc.array(fc.option(fc.constantFrom(...cueIds)), { maxLength: 15 }),
});

/** Any record of a round that fits into a code as a whole. */
export const anyRecord: fc.Arbitrary<RoundRecord> = fc
  .record({
    id: fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/),
    mode: fc.constantFrom('training', 'assessment', 'practice', 'daily', 'scenario'),
    startedAt: fc.integer({ min: 0, max: 4e12 }),
    length: fc.nat(86_400_000),
    seed: fc.option(fc.stringMatching(/^[\x21-\x7e]{1,40}$/), { nil: undefined }),
    passMark: fc.option(fc.nat(100), { nil: undefined }),
    score: fc.nat(10_000).map((hundredths) => hundredths / 100),
    messages: fc.array(anyMessageRecord, { maxLength: 20 }),
  })
  .map(({ length, seed, passMark, ...record }) => ({
    version: 1,
    ...record,
    endedAt: record.startedAt + length,
    ...(seed !== undefined && { seed }),
    ...(passMark !== undefined && { passMark }),
  }));

/** Any record that the schema accepts, within a century of 1970; some messages have no technique, as in old records. */
export const anyStoredRecord: fc.Arbitrary<RoundRecord> = fc.record({
  version: fc.constant(1 as const),
  id: fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/),
  mode: fc.constantFrom('training', 'assessment', 'practice', 'daily', 'scenario'),
  startedAt: fc.nat({ max: 100 * 365 * day }),
  endedAt: fc.nat({ max: 100 * 365 * day }),
  score: fc.integer({ min: 0, max: 100 }),
  messages: fc.array(
    fc
      .record(
        {
          technique: fc.constantFrom(...techniques),
          confidence: fc.constantFrom(0.95, 0.75),
          facts: fc.array(
            fc.record({
              fact: fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/),
              cue: fc.constantFrom(...cueIds),
              found: fc.boolean(),
            }),
            { maxLength: 4 },
          ),
          falseAlarms: fc.array(fc.option(fc.constantFrom(...cueIds)), { maxLength: 3 }),
        },
        { requiredKeys: ['facts', 'falseAlarms'] },
      )
      .map(aMessageRecord),
    { maxLength: 4 },
  ),
});
