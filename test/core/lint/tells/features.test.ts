import { expect, it } from 'vitest';
import { featuresOf } from '../../../../src/core/lint/tells/features.ts';
import { readJson } from '../../../../src/core/scenario/read/read-json.ts';
import type { Message } from '../../../../src/core/scenario/format/message.ts';
import {
  aClue,
  aDelivery,
  aLegitimateMessage,
  aMessage,
  aScenario,
  both,
} from '../../../fixtures/builders.ts';

function of(message: Message, before: readonly Message[] = []) {
  const scenario = aScenario({ messages: [...before, message, aLegitimateMessage({ id: 'last' })] });
  return featuresOf(scenario, before.length, message);
}

it('describe what a player sees before answering', () => {
  const message = aMessage({
    body: [{ kind: 'text', slot: 'greeting', text: { ja: '山田様', en: 'Dear Aoi' } }],
    subject: { ja: '確認', en: 'Check' },
    delivery: aDelivery({ unsubscribe: 'https://example1.co.jp/stop' }),
  });
  expect(of(message)).toMatchObject({
    'body length, ja': 3,
    'body length, en': 8,
    'subject length, ja': 2,
    'greeting there': 1,
    'signature there': 0,
    'List-Unsubscribe there': 1,
    'position in the scenario': 0,
    links: 1,
  });
  expect(of(message, [aMessage({ id: 'first' })])['position in the scenario']).toBe(0.5);
});

it('never depend on the solution', () => {
  const sealed = { subject: both('確認') };
  const lure = aMessage({ ...sealed, clues: [aClue(), aClue({ id: 'other' })] });
  expect(of(lure)).toEqual(of(aLegitimateMessage({ ...sealed, id: lure.id })));
});

it('use the time zone of the inbox', () => {
  expect(of(aMessage({ sent: '2026-04-05T00:30:00Z' }))).toMatchObject({
    'hour of the day': 9.5,
    'minute of the hour': 30,
    'at a weekend': 1,
  });
  expect(of(aMessage({ sent: '2026-04-06T09:30:00+09:00' }))).toMatchObject({ 'at a weekend': 0 });
});

it('include the order of the fields in the file', () => {
  const scenario = aScenario();
  const [first] = scenario.messages;
  if (first === undefined) throw new Error('no message');
  const { solution, ...sealed } = first;
  const reordered = { ...scenario, messages: [{ solution, ...sealed }, ...scenario.messages.slice(1)] };
  const orderIn = (value: unknown): number | undefined => {
    const json = readJson(JSON.stringify(value), 'test.json');
    if (!json.ok) throw new Error('not JSON');
    return featuresOf(scenario, 0, first, json.locate)['field order'];
  };
  expect(orderIn(scenario)).toBe(0);
  expect(orderIn(reordered)).toBe(1);
});
