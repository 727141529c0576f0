import { expect, it } from 'vitest';
import { aMessage, both } from '../../../fixtures/builders.ts';
import { remarksOnMessages } from '../../../fixtures/lint.ts';

const remarks = (text: string) =>
  remarksOnMessages('personal-number', aMessage({ body: [{ kind: 'text', text: both(text) }] }));
const hit = ['messages/0/body/0/text/ja', 'messages/0/body/0/text/en'];

it.each([
  'お電話は 03-1234-5678 まで',
  'お電話は06(1234)5678まで',
  '090-1234-5678',
  '09012345678',
  '+81 3 1234 5678',
  'フリーダイヤル 0120-123-456',
  '０３－５４１２－８８７６',
  '０９０ー１２３４ー５６７８',
])('reports %s as a telephone number of somebody', (text) => {
  expect(remarks(text)).toEqual(hit);
});

it.each([
  '03-0000-0010',
  '０３－００００－００１０',
  '0120-000-000',
  '+886-2-0000-0033',
  '090-0000-0000',
  '+1 212 555-0142',
  '2026-11-24 09:30',
  '伝票番号 4012-3456-7890',
  '請求書 INV-2026-0012',
  '注文 T-0312-4455-667',
  '振込先 普通 0123456',
])('accepts %s', (text) => {
  expect(remarks(text)).toEqual([]);
});

it.each(['4111 1111 1111 1111', '5555-5555-5555-4444', '378282246310005'])(
  'reports %s as a card number',
  (text) => {
    expect(remarks(`カード番号 ${text}`)).toEqual(hit);
  },
);

it.each(['4111 1111 1111 1112', '**** **** **** 1111', '0000 0000 0000 0000'])(
  'accepts %s, which is no card number',
  (text) => {
    expect(remarks(`カード番号 ${text}`)).toEqual([]);
  },
);

it('reads a long row of digits to its end', () => {
  for (const unit of ['0', '1-', '0-0', '1 ']) {
    expect(remarks(unit.repeat(Math.floor(20_000 / unit.length)))).toEqual([]);
  }
});
