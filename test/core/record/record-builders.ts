/** Records of rounds for tests: valid by default, override what matters. */
import fc from 'fast-check';
import type { MessageRecord, RoundRecord } from '../../../src/core/record/round-record.ts';
import { techniques } from '../../../src/core/scenario/format/techniques.ts';
import { cueIds } from '../../../src/core/scenario/format/cues.ts';

export const day = 86_400_000;

/** 2026-04-01T00:00:00Z. */
export const april = 1_775_001_600_000;

export function aMessageRecord(overrides: Partial<MessageRecord> = {}): MessageRecord {
  return {
    pack: 'spring',
    scenario: 'a-morning',
    message: 'notice',
    channel: 'mail',
    truth: 'phish',
    verdict: 'phish',
    confidence: 0.8,
    action: 'report',
    score: 80,
    seconds: 30,
    facts: [],
    falseAlarms: [],
    ...overrides,
  };
}

export function aRecord(overrides: Partial<RoundRecord> = {}): RoundRecord {
  return {
    version: 1,
    id: 'r1',
    mode: 'training',
    startedAt: april,
    endedAt: april + 300_000,
    score: 80,
    messages: [aMessageRecord()],
    ...overrides,
  };
}

/** Any record that the schema accepts, within a century of 1970; some messages have no technique, as in old records. */
export const anyRecord: fc.Arbitrary<RoundRecord> = fc.record({
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
