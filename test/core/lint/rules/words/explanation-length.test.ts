import { expect, it } from 'vitest';
import type { Localized } from '../../../../../src/core/scenario/format/text.ts';
import { aClue, aMessage } from '../../../../fixtures/builders.ts';
import { remarksOnMessages } from '../../../../fixtures/lint.ts';

const remarks = (explanation: Localized) =>
  remarksOnMessages('explanation-length', aMessage({ clues: [aClue({ explanation })] }));
const place = 'messages/0/solution/clues/0/explanation';

it('requires more than a few words', () => {
  expect(remarks({ ja: '変です。', en: 'It is odd.' })).toEqual([`${place}/ja`, `${place}/en`]);
});

it('requires at most three sentences', () => {
  const long = { ja: 'ここを見ます。'.repeat(4), en: 'Look at this. '.repeat(4).trim() };
  expect(remarks(long)).toEqual([`${place}/ja`, `${place}/en`]);
});

it('applies the same limits to the pull of a lure', () => {
  const long = { ja: 'だれでも急ぎます。'.repeat(4), en: 'Everybody hurries. '.repeat(4).trim() };
  const at = 'messages/0/solution/pull';
  expect(remarksOnMessages('explanation-length', aMessage({ pull: long }))).toEqual([`${at}/ja`, `${at}/en`]);
});

it('accepts one to three sentences', () => {
  const good = { ja: 'リンク先が別の会社です。', en: 'The link leads to another firm.' };
  expect(remarks(good)).toEqual([]);
});
