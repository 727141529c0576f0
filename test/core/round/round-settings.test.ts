import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allowedFor,
  dealSettingsOf,
  mostMistakes,
  parametersFor,
  readParameters,
  readRoundFile,
  roundSchema,
  rulesOf,
} from '../../../src/core/round/round-settings.ts';
import { roundParameters } from '../../../src/core/round/round-vocabulary.ts';

const anyAsked = fc.record(
  {
    mode: fc.constantFrom('training' as const, 'assessment' as const, 'practice' as const, 'daily' as const),
    packs: fc.array(fc.stringMatching(/^[a-z][a-z0-9-]{0,59}$/), { minLength: 1, maxLength: 5 }),
    length: fc.integer({ min: 1, max: 60 }),
    genuine: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
    difficulty: fc.subarray(['least', 'moderately', 'very'] as const, { minLength: 1 }),
    seed: fc.stringMatching(/^[A-Za-z0-9._-]{1,40}$/),
    timer: fc.integer({ min: 30, max: 21_600 }),
    passMark: fc.integer({ min: 0, max: 100 }),
    languages: fc.subarray(['ja', 'en'] as const, { minLength: 1 }),
    hints: fc.boolean(),
    reason: fc.boolean(),
    skin: fc.constantFrom('desktop' as const, 'phone' as const),
    weights: fc.array(fc.nat(9), { minLength: 6, maxLength: 21 }),
  },
  { requiredKeys: [] },
);

describe('the parameters of an address', () => {
  it('ask for a round', () => {
    const { asked, mistakes } = readParameters([
      ['mode', 'assessment'],
      ['packs', 'spring,summer'],
      ['length', '12'],
      ['genuine', '0.45'],
      ['hints', 'off'],
      ['seed', 'Autumn-2026'],
    ]);
    expect(mistakes).toEqual([]);
    expect(asked).toEqual({
      mode: 'assessment',
      packs: ['spring', 'summer'],
      length: 12,
      genuine: 0.45,
      hints: false,
      seed: 'Autumn-2026',
    });
  });

  it.each([
    ['mode', 'exam'],
    ['packs', '../etc'],
    ['packs', ''],
    ['length', '0'],
    ['length', '1e1'],
    ['length', ' 5'],
    ['length', '8.5'],
    ['genuine', '40%'],
    ['genuine', '1.1'],
    ['difficulty', 'least,hard'],
    ['channels', 'pigeon'],
    ['seed', '日'],
    ['timer', '5'],
    ['passMark', '-1'],
    ['languages', 'fr'],
    ['hints', 'yes'],
    ['skin', 'watch'],
    ['weights', '1,2,3'],
  ])(
    '%s=%s is reported with the allowed values in both languages, and the other parameters are used',
    (name, value) => {
      const { asked, mistakes } = readParameters([
        ['seed', 'kept'],
        ...(name === 'seed' ? [] : [['mode', 'daily'] as const]),
        [name, value],
      ]);
      expect(mistakes).toHaveLength(1);
      expect(mistakes[0]?.ja).toContain(`${name}=`);
      expect(mistakes[0]?.en).toContain(`${name}=`);
      const allowed = Object.entries(allowedFor).find(([key]) => key === name)?.[1];
      expect(mistakes[0]?.ja).toContain(allowed?.ja);
      expect(mistakes[0]?.en).toContain(allowed?.en);
      expect(asked.seed).toBe('kept');
      expect(dealSettingsOf(asked, 'spare').length).toBeGreaterThan(0);
    },
  );

  it('round-trip for any round', () => {
    fc.assert(
      fc.property(anyAsked, (asked) => {
        expect(readParameters(parametersFor(asked))).toEqual({ asked, mistakes: [] });
      }),
    );
  });

  it('never throw, and always give a round that can be dealt and played', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(fc.constantFrom(...roundParameters), fc.string()), fc.string())),
        (parameters) => {
          const { asked } = readParameters(parameters);
          const { length, genuine } = dealSettingsOf(asked, 'spare');
          expect(length >= 1 && length <= 60 && genuine >= 0 && genuine <= 1).toBe(true);
          expect(rulesOf(asked).mode).toBeDefined();
        },
      ),
    );
  });

  it('give a few short sentences, however many are wrong', () => {
    const flood = Array.from({ length: 5_000 }, (_, index) => [`x${index}`, 'y'.repeat(10_000)] as const);
    const { mistakes } = readParameters([...flood, ['length', 'z'.repeat(100_000)]]);
    expect(mistakes).toHaveLength(mostMistakes + 1);
    for (const { ja, en } of mistakes) expect(ja.length + en.length).toBeLessThan(800);
  });
});

describe('round.json', () => {
  it('has the same meaning as the parameters of an address', () => {
    fc.assert(
      fc.property(anyAsked, (asked) => {
        const text = JSON.stringify({ $schema: '../schema/round.schema.json', format: 1, ...asked });
        expect(readRoundFile(text, 'rounds/exam.json')).toEqual({ asked, mistakes: [], problems: [] });
      }),
    );
  });

  it('is reported with its mistakes, and still starts a sensible round', () => {
    const { asked, mistakes } = readRoundFile(
      '{ "mode": "training", "length": "ten", "colour": 1 }',
      'x.json',
    );
    expect(asked).toEqual({ mode: 'training' });
    expect(mistakes.map(({ en }) => en)).toEqual([
      expect.stringContaining('length="ten"'),
      expect.stringContaining('“colour”'),
    ]);
  });

  it.each(['', '{', '[]', 'null', '3'])('reports that %j is no round', (text) => {
    const { asked, mistakes } = readRoundFile(text, 'x.json');
    expect(asked).toEqual({});
    expect(mistakes.length).toBeGreaterThan(0);
  });

  it('has the same fields in its schema as the parameters', () => {
    expect(Object.keys(roundSchema.shape).toSorted()).toEqual(
      ['$schema', 'format', ...roundParameters].toSorted(),
    );
    const text = readFileSync(join(import.meta.dirname, '../../../content/schema/round.schema.json'), 'utf8');
    for (const name of roundParameters) expect(text).toContain(`"${name}"`);
  });
});

describe('default settings', () => {
  it('are at least two fifths genuine mail, no timer, and a pass mark only in an assessment', () => {
    for (const mode of ['training', 'practice', 'daily'] as const) {
      expect(rulesOf({ mode })).toMatchObject({
        debrief: 'each',
        hints: true,
        timer: undefined,
        passMark: undefined,
      });
      expect(dealSettingsOf({ mode }, 's').genuine).toBeGreaterThanOrEqual(0.4);
    }
    expect(rulesOf({ mode: 'assessment' })).toMatchObject({ debrief: 'end', hints: false, passMark: 70 });
  });

  it('give no hints in an assessment, even if they are asked for', () => {
    expect(rulesOf({ mode: 'assessment', hints: true, reason: true })).toMatchObject({
      hints: false,
      reason: false,
    });
  });

  it('are five messages of one inbox for training, unless a length is asked for', () => {
    expect(dealSettingsOf({}, 's')).toMatchObject({ length: 5, oneInbox: true });
    expect(dealSettingsOf({ length: 8 }, 's')).toMatchObject({ length: 8, oneInbox: false });
    expect(dealSettingsOf({ mode: 'practice' }, 's')).toMatchObject({ length: 8, oneInbox: false });
  });

  it('include the random seed only if no seed was asked for', () => {
    expect(dealSettingsOf({}, '2026-11-24').seed).toBe('2026-11-24');
    expect(dealSettingsOf({ seed: 'own' }, '2026-11-24').seed).toBe('own');
  });
});
