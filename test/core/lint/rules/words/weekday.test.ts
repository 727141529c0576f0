import { expect, it } from 'vitest';
import { aMessage, aScenario } from '../../../../fixtures/builders.ts';
import { remarksOn } from '../../../../fixtures/lint.ts';

const remarks = (ja: string, en: string) => {
  const messages = [{ ...aMessage(), subject: { ja, en } }];
  return remarksOn('weekday', [{ ...aScenario({ messages }), clock: '2026-11-26T16:30:00+09:00' }]);
};
const place = 'a-morning.json messages/0/subject';

it.each([
  ['2026年11月25日（水）', 'Wednesday, 25 November 2026'],
  ['１１月２５日（水）まで', 'by Wed 25 Nov'],
  ['27日（金）の正午', 'noon on Friday the 27th'],
  ['2月26日（金）まで', 'until Friday 26 February'],
  ['12月3日、木曜日', 'on Thursday 3rd, at 9:10'],
])('accepts the right weekday: %s, %s', (ja, en) => {
  expect(remarks(ja, en)).toEqual([]);
});

it.each([
  ['2026年11月25日（木）', 'Thursday, 25 November 2026'],
  ['１１月２５日（火）まで', 'by Tue 25 Nov'],
  ['27日（土）の正午', 'noon on Saturday the 27th'],
  ['12月3日、水曜日', 'on Wednesday 3rd'],
])('reports a weekday that does not fit its date: %s, %s', (ja, en) => {
  expect(remarks(ja, en)).toEqual([`${place}/ja`, `${place}/en`]);
});

it('does not read an hour as a day, and ignores a date that does not exist, which may be a clue', () => {
  expect(remarks('11月31日（火）', 'See you on Friday 9:10 or Friday 9 am')).toEqual([]);
});
