import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answered,
  completed,
  initialized,
  type JsonObject,
  judged,
  progressed,
  type Setting,
  terminated,
  vocabulary,
} from '../../../src/lms/xapi/xapi-statements.ts';
import { actionKinds } from '../../../src/core/scenario/format/vocabulary.ts';
import { aDecision } from '../records.ts';
import { xapiOffences } from './xapi-rules.ts';

const setting: Setting = {
  activity: 'https://lms.example/activities/81',
  actor: { objectType: 'Agent', account: { homePage: 'https://lms.example', name: '4711' } },
  registration: '2a4bd0e6-9a0c-4b8f-8a3e-0c1a5c1d7f10',
  context: {
    contextActivities: { grouping: [{ id: 'https://mikiwame.example/au/1' }] },
    extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 'f3a1' },
  },
  cmi5: true,
  masteryScore: 0.7,
};
const said = { id: 'f3a10b56-9a0c-4b8f-8a3e-0c1a5c1d7f10', at: Date.UTC(2026, 10, 24, 9, 5, 7, 891) };

/** One of each kind. */
const all = (of: Setting, score: number, spent: number): readonly JsonObject[] => [
  initialized(of, said),
  answered(of, said, aDecision({ score, seconds: spent / 1_000 })),
  progressed(of, said, score / 100),
  completed(of, said, spent),
  judged(of, said, 'passed', score, spent),
  judged(of, said, 'failed', score, spent),
  terminated(of, said, spent),
];

const page = readFileSync(join(import.meta.dirname, '../../../docs/xapi.md'), 'utf8');

/** Everything in a statement that is an address of a term: verbs, extensions, categories, types. */
function termsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^https?:/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(/^https?:/.test(name) ? [name] : []),
    ...termsOf(inner),
  ]);
}

describe('our statements', () => {
  it('follow every rule of xAPI 1.0.3, with any score and time', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.integer({ min: -5_000, max: 10 ** 9 }),
        fc.boolean(),
        (score, spent, cmi5) => {
          for (const statement of all({ ...setting, cmi5 }, score, spent)) {
            expect(xapiOffences(statement)).toEqual([]);
          }
        },
      ),
    );
  });

  it('follow them for an actor with a mail address and without a registration', () => {
    const { registration: _, ...rest } = setting;
    const actor = { mbox: 'mailto:aoi@example.com' };
    for (const statement of all({ ...rest, registration: undefined, actor, context: {}, cmi5: false }, 70, 1))
      expect(xapiOffences(statement)).toEqual([]);
  });

  it('report an answer as part of the unit with our own verb, and not as a cmi5 statement', () => {
    expect(answered(setting, said, aDecision())['context']).toEqual({
      ...setting.context,
      registration: setting.registration,
      contextActivities: {
        grouping: [{ id: 'https://mikiwame.example/au/1' }],
        parent: [{ objectType: 'Activity', id: setting.activity }],
        category: [{ id: vocabulary }],
      },
    });
  });

  it('append to the lists of the template, even if one is no list', () => {
    const context = { contextActivities: { parent: { id: 'https://lms.example/course' }, category: [] } };
    expect(answered({ ...setting, context }, said, aDecision())['context']).toMatchObject({
      contextActivities: {
        parent: [{ id: 'https://lms.example/course' }, { id: setting.activity }],
        category: [{ id: vocabulary }],
      },
    });
  });

  it('round a score to two decimals', () => {
    expect(answered(setting, said, aDecision({ score: 58.90625000000001 }))['result']).toMatchObject({
      score: { scaled: 0.5891, raw: 58.91, min: 0, max: 100 },
    });
  });
});

describe('the page about our vocabulary', () => {
  const statements = [...all(setting, 70, 1_000), ...all({ ...setting, cmi5: false }, 70, 1_000)];

  it('lists every used term', () => {
    const own = JSON.stringify([setting.activity, setting.actor, setting.context]);
    const terms = [...new Set(statements.flatMap(termsOf))].filter(
      (term) => !own.includes(term) && !term.startsWith(`${setting.activity}/messages/`),
    );
    expect(terms.length).toBeGreaterThan(12);
    expect(terms.filter((term) => !page.includes(`\`${term}\``))).toEqual([]);
  });

  it('lists each verb with its words in both languages', () => {
    for (const { verb } of statements) {
      const { id, display } = JSON.parse(JSON.stringify(verb));
      const row = page.split('\n').find((line) => line.startsWith(`| \`${id}\``));
      expect(row?.split('|').map((cell) => cell.trim().replaceAll('`', ''))).toEqual(
        expect.arrayContaining([id, display.ja, display.en]),
      );
    }
  });

  it('lists every action a learner can choose', () => {
    for (const action of actionKinds) expect(page).toContain(`\`${action}\``);
  });
});
