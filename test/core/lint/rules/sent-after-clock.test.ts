import { expect, it } from 'vitest';
import { aMessage, aScenario, both } from '../../../fixtures/builders.ts';
import { remarksOn } from '../../../fixtures/lint.ts';

const scenario = aScenario();
const later = new Date(Date.parse(scenario.clock) + 60_000).toISOString();

it('reports a message and a notice that are later than the clock of the scenario', () => {
  const notices = [
    { id: 'board', posted: later, title: both('お知らせ'), text: both('明日のお知らせです。') },
  ];
  const future = { ...scenario, messages: [{ ...aMessage(), sent: later }], notices };
  expect(remarksOn('sent-after-clock', [future])).toEqual([
    'a-morning.json messages/0/sent',
    'a-morning.json notices/0/posted',
  ]);
});

it('accepts the same minute or an earlier one, in any time zone', () => {
  const sent = new Date(Date.parse(scenario.clock)).toISOString();
  expect(remarksOn('sent-after-clock', [{ ...scenario, messages: [{ ...aMessage(), sent }] }])).toEqual([]);
  expect(remarksOn('sent-after-clock', [scenario])).toEqual([]);
});
