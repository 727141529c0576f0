import { expect, it } from 'vitest';
import { dateInWords } from '../../src/i18n/number-words.ts';

it('writes a day as it is written in Japan and in Britain', () => {
  const noon = Date.UTC(2026, 10, 25, 12);
  expect(dateInWords(noon, 'ja')).toBe('2026年11月25日');
  expect(dateInWords(noon, 'en')).toBe('25 November 2026');
});
