import { expect, it } from 'vitest';
import { aMessage, both } from '../../../../fixtures/builders.ts';
import { remarksOnMessages } from '../../../../fixtures/lint.ts';

const remarks = (text: string) =>
  remarksOnMessages('translation-equal', aMessage({ body: [{ kind: 'text', text: both(text) }] }));

it('reports English in place of Japanese, and Japanese in place of English', () => {
  expect(remarks('Please look at the page below today.')).toEqual(['messages/0/body/0/text/ja']);
  expect(remarks('本日中に下のページをご覧ください。')).toEqual(['messages/0/body/0/text/en']);
});

it('accepts a Japanese name in both languages', () => {
  expect(remarks('株式会社エグザンプル')).toEqual([]);
});
