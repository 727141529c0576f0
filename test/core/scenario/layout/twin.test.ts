import { describe, expect, it } from 'vitest';
import { differencesFrom, twinOf } from '../../../../src/core/scenario/layout/twin.ts';
import { parseScenario } from '../../../../src/core/lint/parse.ts';
import type { Message } from '../../../../src/core/scenario/format/message.ts';
import type { Difference } from '../../../../src/core/scenario/format/solution.ts';
import { aLegitimateMessage, aMessage, aScenario, aSealedMessage, both } from '../../../fixtures/builders.ts';

const greeting: Difference = {
  here: { quote: { ja: '山田 葵 様', en: 'Dear Aoi Yamada' } },
  there: { slot: 'greeting' },
  text: both('greeting'),
};
const sender: Difference = {
  here: { field: 'fromAddress' },
  there: { link: 'main' },
  text: both('sender'),
};

/** A lure with a twin, and the differences it lists. */
function pair(differences?: readonly Difference[], twin: string | false = 'genuine'): readonly Message[] {
  const lure = aMessage(twin === false ? {} : { twin });
  const genuine = aLegitimateMessage(twin === false ? {} : { twin: lure.id });
  return [
    {
      ...lure,
      solution: { ...lure.solution, ...(differences !== undefined && { differences: [...differences] }) },
    },
    genuine,
  ];
}

const problemsOf = (messages: readonly Message[]) =>
  parseScenario(JSON.stringify({ ...aScenario(), messages }), 'a-morning.json').problems.map(
    ({ rule, path, text }) => ({ rule, path: path.join('.'), text }),
  );

describe('the differences of a message from its twin', () => {
  it('are accepted if each is in its own message', () => {
    expect(problemsOf(pair([greeting, sender]))).toEqual([]);
  });

  it('are at least one and at most eight', () => {
    const rules = (count: number) =>
      problemsOf(pair(Array.from({ length: count }, () => sender))).map(({ rule }) => rule);
    expect(rules(8)).toEqual([]);
    expect(rules(9)).toEqual(['too-long']);
    expect(rules(0)).toEqual(['too-short']);
  });

  it('are refused in both languages if no twin is named', () => {
    const [problem, ...others] = problemsOf(pair([sender], false));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      rule: 'differences-without-twin',
      path: 'messages.0.solution.differences',
    });
    expect(problem?.text.ja).toContain('対のメッセージ');
    expect(problem?.text.en).toContain('need a message to differ from');
  });

  it('are not checked if the twin is missing, which is another problem', () => {
    const rules = problemsOf(pair([{ ...sender, there: { link: 'nowhere' } }], 'nobody')).map(
      ({ rule }) => rule,
    );
    expect(new Set(rules)).toEqual(new Set(['unknown-twin', 'twin-not-mutual']));
  });

  it('are searched in their own message, not in the other', () => {
    const [lure, genuine] = pair([{ ...sender, there: { link: 'renew' } }]);
    if (lure === undefined || genuine === undefined) throw new Error('no pair');
    const renewal: Message = {
      ...aSealedMessage({
        body: [
          {
            kind: 'text',
            text: { ja: [{ text: '更新', link: 'renew' }], en: [{ text: 'Renew', link: 'renew' }] },
          },
        ],
        links: [{ id: 'renew', url: 'https://www.example1.co.jp/' }],
      }),
      id: genuine.id,
      solution: genuine.solution,
    };
    expect(problemsOf([lure, renewal])).toEqual([]);
    expect(problemsOf([lure, genuine])).toMatchObject([
      { rule: 'anchor-not-found', path: 'messages.0.solution.differences.0.there' },
    ]);
  });

  it('are refused if a quotation is not found in one language', () => {
    const here = { quote: { ja: '山田 葵 様', en: 'Dear Nobody' } };
    expect(problemsOf(pair([greeting, { ...greeting, here }]))).toMatchObject([
      { rule: 'anchor-not-found', path: 'messages.0.solution.differences.1.here.quote.en' },
    ]);
  });

  it('are refused if a quotation has one language only', () => {
    const [problem] = problemsOf(pair([{ ...greeting, here: { quote: { ja: '山田 葵 様' } } }]));
    expect(problem).toMatchObject({
      rule: 'translation-missing',
      path: 'messages.0.solution.differences.0.here.quote.en',
    });
    expect(problem?.text.ja).toContain('英語');
    expect(problem?.text.en).toContain('English');
  });
});

describe('the differences seen from a message', () => {
  const messages = pair([greeting, sender]);
  const [lure, genuine] = messages;
  if (lure === undefined || genuine === undefined) throw new Error('no pair');

  it('are its own list', () => {
    expect(differencesFrom(lure, genuine)).toEqual([greeting, sender]);
  });

  it('are the reversed list of its twin if it has none', () => {
    expect(differencesFrom(genuine, lure)).toEqual([
      { ...greeting, here: greeting.there, there: greeting.here },
      { ...sender, here: sender.there, there: sender.here },
    ]);
  });

  it('are none if neither message lists any', () => {
    const [one, other] = pair();
    if (one === undefined || other === undefined) throw new Error('no pair');
    expect(differencesFrom(one, other)).toEqual([]);
  });

  it('belong to the named twin, and to no message if none is named', () => {
    const scenario = { messages: [...messages] };
    expect(twinOf(lure, scenario)).toBe(genuine);
    expect(twinOf(aMessage(), scenario)).toBeUndefined();
    expect(twinOf(aMessage({ twin: 'nobody' }), scenario)).toBeUndefined();
  });
});
