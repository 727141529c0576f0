import { expect, it } from 'vitest';
import { aLegitimateMessage, aMessage, aScenario } from '../../../../fixtures/builders.ts';
import { aWorld, remarksOn } from '../../../../fixtures/lint.ts';

const name = { ja: 'カモメ便', en: 'Kamome Parcel' };
const remarks = (message: ReturnType<typeof aLegitimateMessage | typeof aMessage>) =>
  remarksOn('world-genuine', [aScenario({ messages: [message] })], { world: aWorld() });

it('requires genuine mail in the name of an organization to come from its domain', () => {
  expect(remarks(aLegitimateMessage({ from: { name, address: 'notice@kamome-help.example' } }))).toEqual([
    'a-morning.json messages/0/from/address',
  ]);
});

it('accepts its own address, and a service of the world that writes for it', () => {
  for (const address of ['notice@mail.kamome.example', 'ito@example5.co.jp']) {
    expect(remarks(aLegitimateMessage({ from: { name, address } }))).toEqual([]);
  }
});

it('allows a lure to use the name', () => {
  expect(remarks(aMessage({ from: { name, address: 'notice@kamome-help.example' } }))).toEqual([]);
});
