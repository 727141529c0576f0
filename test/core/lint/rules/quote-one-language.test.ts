import { expect, it } from 'vitest';
import { aClue, aMessage } from '../../../fixtures/builders.ts';
import { remarksOnMessages } from '../../../fixtures/lint.ts';

const lure = (quote: { ja: string } | { ja: string; en: string }, only?: 'ja') =>
  aMessage({
    body: [{ kind: 'text', text: { ja: '今すぐどうぞ。', en: 'Come now.' } }],
    clues: [aClue(), aClue({ id: 'words', anchor: { quote }, ...(only && { only }) })],
  });
const place = 'messages/0/solution/clues/1/anchor/quote';

it('reports a clue that quotes one language without saying so', () => {
  expect(remarksOnMessages('quote-one-language', lure({ ja: '今すぐどうぞ。' }))).toEqual([place]);
});

it('accepts both languages, and one that says so', () => {
  expect(remarksOnMessages('quote-one-language', lure({ ja: '今すぐどうぞ。', en: 'Come now.' }))).toEqual(
    [],
  );
  expect(remarksOnMessages('quote-one-language', lure({ ja: '今すぐどうぞ。' }, 'ja'))).toEqual([]);
});
