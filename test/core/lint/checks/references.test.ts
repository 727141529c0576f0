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

describe('the answer of a source when a message is checked', () => {
  it('may be written for every source, for some or for none', () => {
    expect(problemsOf(answered)).toEqual([]);
    expect(problemsOf({ within: both('within') })).toEqual([]);
    expect(problemsOf({})).toEqual([]);
  });

  it('must come from a contact of the directory; another is reported with the one that was meant', () => {
    const [problem, ...others] = problemsOf({ contacts: [{ contact: 'hanamory', reply: both('yes') }] });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      rule: 'unknown-contact',
      path: ['messages', 0, 'verify', 'contacts', 0, 'contact'],
    });
    expect(problem?.text.ja).toContain('「hanamori」の間違い');
    expect(problem?.text.en).toContain('Did you mean “hanamori”');
  });

  it('may come from each contact once', () => {
    const [reply] = answered.contacts ?? [];
    expect(problemsOf({ contacts: [reply, reply] })).toMatchObject([
      { rule: 'duplicate-id', path: ['messages', 0, 'verify', 'contacts', 1, 'contact'] },
    ]);
  });

  it('must be written in both languages', () => {
    expect(problemsOf({ site: { ja: 'お知らせはありません。' } })).toMatchObject([
      { rule: 'translation-missing' },
    ]);
  });

  it('is not a region of the message', () => {
    expect(layOut(aMessage({ verify: answered }))).toEqual(layOut(aMessage()));
  });
});
