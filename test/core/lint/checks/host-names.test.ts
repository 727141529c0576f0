import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../../../src/core/lint/parse.ts';
import { aDelivery, aMessage, aScenario } from '../../../fixtures/builders.ts';

/** The problems of a scenario whose servers have these names. */
function problemsWith(names: { readonly server?: string; readonly host?: string; readonly domain?: string }) {
  const { server = 'mx.example5.co.jp', host = 'mx.example1.co.jp', domain = 'example1.co.jp' } = names;
  const delivery = aDelivery({ host, dkim: { domain, selector: 's1', result: 'pass' } });
  const scenario = aScenario({ messages: [{ ...aMessage(), delivery }] });
  const text = JSON.stringify({ ...scenario, recipient: { ...scenario.recipient, server } });
  // Whether the delivery can happen is not tested here.
  return parseScenario(text, 'test.json').problems.filter(({ rule }) => rule !== 'headers-disagree');
}

describe('the names of servers', () => {
  it.each([
    'mx.example1.co.jp\nX-Injected: yes',
    'mx.example1.co.jp\r\n',
    'mx example',
    'メール.例え.テスト',
    'mx\u00e9.example',
    '',
    'mx..example',
    'mx.example;',
  ])('are refused in every field: %j', (name) => {
    for (const key of ['server', 'host', 'domain'] as const) {
      const problems = problemsWith({ [key]: name });
      expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
    }
  });

  it.each([
    'mx.example1.co.jp',
    'MX-2.example1.co.jp',
    'xn--r8jz45g.xn--zckzah',
    '_dmarc.example.com',
    'localhost',
  ])('may be %s', (name) => {
    expect(problemsWith({ server: name, host: name, domain: name })).toEqual([]);
  });

  it('are refused with the right way to write them', () => {
    const [problem] = problemsWith({ server: 'メール.例え.テスト' });
    expect(problem?.text.ja).toContain('mx.example1.co.jp のようなサーバー名');
    expect(problem?.text.en).toContain('the name of a server such as mx.example1.co.jp');
  });
});
