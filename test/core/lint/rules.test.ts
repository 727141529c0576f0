import { describe, expect, it } from 'vitest';
import { lintContent } from '../../../src/core/lint/lint-pack.ts';
import { atStart } from '../../../src/core/scenario/read/locate.ts';
import type { Problem } from '../../../src/core/scenario/read/problem.ts';
import type { Message } from '../../../src/core/scenario/format/message.ts';
import { aClue, aDelivery, aLegitimateMessage, aMessage, aScenario, both } from '../../fixtures/builders.ts';

/** What the rules say of a scenario with these messages. */
function problemsOf(...messages: readonly Message[]): readonly Problem[] {
  const value = aScenario({ messages: [...messages] });
  return lintContent({ scenarios: [{ file: 'test.json', value }], drills: [], lessons: [] }, () => atStart);
}
const rulesOf = (...messages: readonly Message[]): readonly string[] =>
  problemsOf(...messages).map(({ rule }) => rule);

const text = (ja: string, en: string): Message => ({
  ...aMessage(),
  body: [...aMessage().body, { kind: 'text', text: { ja, en } }],
});

describe('the linter', () => {
  it('finds no problem in a good lure and a genuine message', () => {
    expect(
      problemsOf(aMessage(), aLegitimateMessage()).filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });

  it.each([
    [
      'a real domain in the text',
      text('https://www.google.com/ を開く', 'Open https://www.google.com/'),
      'real-domain',
    ],
    ['a real address', { ...aMessage(), from: { address: 'someone@gmail.com' } }, 'real-domain'],
    ['a real IP address', { ...aMessage(), delivery: aDelivery({ ip: '8.8.8.8' }) }, 'real-domain'],
    [
      'a DMARC result that does not follow',
      { ...aMessage(), delivery: aDelivery({ dmarc: 'fail' }) },
      'headers-disagree',
    ],
    [
      'an ordinary mail with an empty Return-Path',
      { ...aMessage(), delivery: aDelivery({ envelope: '' }) },
      'headers-disagree',
    ],
    [
      'a Japanese text left in English',
      text(
        'Please confirm your account as soon as you can',
        'Please confirm your account as soon as you can',
      ),
      'translation-equal',
    ],
    [
      'an explanation that shames',
      aMessage({
        clues: [
          aClue({
            explanation: {
              ja: '不注意です。だまされるのは自業自得です。',
              en: 'You should have known. How careless and stupid.',
            },
          }),
        ],
      }),
      'blaming-words',
    ],
    [
      'a pull that shames',
      aMessage({
        pull: { ja: '不注意だと、つい押してしまいます。', en: 'Only the gullible would follow this one.' },
      }),
      'blaming-words',
    ],
    [
      'an explanation of five sentences',
      aMessage({ clues: [aClue({ explanation: both('一。二。三。四。五。') })] }),
      'explanation-length',
    ],
    [
      'colours too close to read',
      {
        ...aMessage(),
        body: [
          ...aMessage().body,
          { kind: 'text', text: both('薄い字です。'), colour: '#fefefe', background: '#ffffff' },
        ],
      } satisfies Message,
      'low-contrast',
    ],
  ] as const)('finds %s', (_, message, rule) => {
    expect(rulesOf(message)).toContain(rule);
  });

  it('says what to do in both languages', () => {
    for (const { text: said } of problemsOf(text('https://www.google.com/', 'https://www.google.com/'))) {
      expect(said.ja).toMatch(/[ぁ-ん]/);
      expect(said.en.length).toBeGreaterThan(20);
    }
  });

  it('accepts a public suffix by itself, as in a folder named ad.jp', () => {
    expect(rulesOf(text('「/ad.jp/」はフォルダー名です。', 'The folder is named ad.jp here.'))).not.toContain(
      'real-domain',
    );
  });
});
