/** The start page lets visitors try a mail that we ship. Its words, and what it says of them, must stay true. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import english from '../../src/i18n/en/hero.json' with { type: 'json' };
import japanese from '../../src/i18n/ja/hero.json' with { type: 'json' };
import { parseScenario } from '../../src/core/lint/parse.ts';
import type { Message } from '../../src/core/scenario/format/message.ts';

const file = 'content/packs/everyday-japan/scenarios/wednesday-money.json';
const text = readFileSync(new URL(`../../${file}`, import.meta.url).pathname, 'utf8');

function shipped(): Extract<Message, { channel: 'mail' }> {
  const scenario = parseScenario(text, file);
  const message = scenario.ok ? scenario.value.messages.find(({ id }) => id === 'zei-seizure') : undefined;
  if (message?.channel !== 'mail') throw new Error(`${file} has no mail zei-seizure`);
  return message;
}

describe.each([
  ['ja', japanese],
  ['en', english],
] as const)('the mail to try on the start page, %s', (language, { mail, about }) => {
  const message = shipped();
  const { solution } = message;

  it('has the words of the mail that is shipped', () => {
    expect(message.from.address).toBe(mail.address);
    expect(message.from.name?.[language]).toBe(mail.name);
    expect(message.subject[language]).toBe(mail.subject);
    expect(message.sent).toBe('2026-11-16T16:33:00+09:00');
    const body = JSON.stringify(message.body);
    for (const words of [mail.sum, mail.date, mail.card]) expect(body).toContain(words);
  });

  it('calls only those parts wrong that the solution calls wrong', () => {
    if (solution.truth !== 'phish') throw new Error('no lure');
    const at = JSON.stringify(solution.clues.map(({ anchor }) => anchor));
    expect(at).toContain('{"field":"fromAddress"}');
    expect(at).toContain('{"field":"subject"}');
    expect(at).toContain(mail.date);
    expect(at).toContain(mail.card);
    expect(at).not.toContain(mail.sum);
    expect(JSON.stringify(solution.decoys?.map(({ anchor }) => anchor))).toContain(mail.sum);
  });

  it('explains it in the words of the solution, where a visitor can follow them', () => {
    const said = solution.truth === 'phish' ? solution.clues.map((clue) => clue.explanation[language]) : [];
    for (const words of [about.subject, about.date, about.card]) expect(said).toContain(words);
    // The genuine domain is in the directory, which a visitor cannot see.
    expect(text).toContain('zei-madoguchi.example');
    expect(about.address).toContain('zei-madoguchi.example');
  });
});
