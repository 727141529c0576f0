import { expect, it } from 'vitest';
import { aMessage, aScenario, both } from '../../../../fixtures/builders.ts';
import { remarksOn } from '../../../../fixtures/lint.ts';

const remarks = (ja: string, en: string) => {
  const lure = aMessage();
  const consequence = { right: { ja, en }, wrong: both('18:40 高橋') };
  const messages = [{ ...lure, solution: { ...lure.solution, consequence } }];
  const scenario = { ...aScenario({ messages }), clock: '2026-11-10T16:30:00+09:00' };
  return remarksOn('consequence-line', [scenario]);
};
const place = 'a-morning.json messages/0/solution/consequence/right';

it('accepts only a short line', () => {
  const words = `16:42 ${'word '.repeat(17).trim()}`;
  expect(remarks(`16:42、${'字'.repeat(40)}`, words)).toEqual([]);
  expect(remarks(`16:42、${'字'.repeat(41)}`, `${words} more`)).toEqual([`${place}/ja`, `${place}/en`]);
});

it('requires a time', () => {
  expect(remarks('鈴木さんが消しました。', 'Suzuki removed it.')).toEqual([`${place}/ja`, `${place}/en`]);
  expect(remarks('20日（金）、鈴木さんが消しました。', 'Friday 20th: Suzuki removed it.')).toEqual([]);
  expect(remarks('2027年3月、閉じました。', 'Monday 1 March 2027: it closed.')).toEqual([]);
});

it('requires a time after the clock of the scenario, unless it names the day', () => {
  expect(remarks('9:05、消しました。', '16:30 It was gone.')).toEqual([`${place}/ja`, `${place}/en`]);
  expect(remarks('11日（水）9:05、消しました。', 'Wednesday 11th, 9:05: it was gone.')).toEqual([]);
});
