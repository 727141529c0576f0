import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../../../src/core/lint/parse.ts';
import { layOut } from '../../../../src/core/scenario/layout/regions.ts';
import type { Verify } from '../../../../src/core/scenario/format/message.ts';
import { aMessage, aScenario, both } from '../../../fixtures/builders.ts';

const problemsOf = (verify: unknown) =>
  parseScenario(JSON.stringify({ ...aScenario(), messages: [{ ...aMessage(), verify }] }), 'a-morning.json')
    .problems;

const answered: Verify = {
  contacts: [{ contact: 'hanamori', reply: both('yes') }],
  site: both('site'),
  tickets: both('tickets'),
  within: both('within'),
};

describe('what comes back when a message is checked', () => {
  it('may be said for every place, for some or for none', () => {
    expect(problemsOf(answered)).toEqual([]);
    expect(problemsOf({ within: both('within') })).toEqual([]);
    expect(problemsOf({})).toEqual([]);
  });

  it('comes from a contact of the directory; another is a problem where it stands, with the one meant', () => {
    const [problem, ...others] = problemsOf({ contacts: [{ contact: 'hanamory', reply: both('yes') }] });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      rule: 'unknown-contact',
      path: ['messages', 0, 'verify', 'contacts', 0, 'contact'],
    });
    expect(problem?.text.ja).toContain('「hanamori」の間違い');
    expect(problem?.text.en).toContain('Did you mean “hanamori”');
  });

  it('comes from each contact once', () => {
    const [reply] = answered.contacts ?? [];
    expect(problemsOf({ contacts: [reply, reply] })).toMatchObject([
      { rule: 'duplicate-id', path: ['messages', 0, 'verify', 'contacts', 1, 'contact'] },
    ]);
  });

  it('is said in both languages', () => {
    expect(problemsOf({ site: { ja: 'お知らせはありません。' } })).toMatchObject([
      { rule: 'translation-missing' },
    ]);
  });

  it('is no part of the message that could be flagged', () => {
    expect(layOut(aMessage({ verify: answered }))).toEqual(layOut(aMessage()));
  });
});
