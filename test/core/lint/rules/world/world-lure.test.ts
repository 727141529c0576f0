import { expect, it } from 'vitest';
import type { Message } from '../../../../../src/core/scenario/format/message.ts';
import { aClue, aLegitimateMessage, aMessage, aScenario } from '../../../../fixtures/builders.ts';
import { aWorld, remarksOn } from '../../../../fixtures/lint.ts';

const from = { address: 'notice@mail.kamome.example' };
const remarks = (message: Message) =>
  remarksOn('world-lure', [aScenario({ messages: [message] })], { world: aWorld() });

it('reports a lure from an official domain', () => {
  expect(remarks(aMessage({ from }))).toEqual(['a-morning.json messages/0/from/address']);
});

it.each(['thread-hijack', 'failed-authentication', 'call-back-number'] as const)(
  'accepts it if a clue says %s',
  (cue) => {
    expect(remarks(aMessage({ from, clues: [aClue({ cue })] }))).toEqual([]);
  },
);

it('accepts it if the lure comes from a hijacked account', () => {
  expect(remarks(aMessage({ from, archetype: 'known-contact-hacked' }))).toEqual([]);
});

it('accepts lures from other domains, and genuine mail', () => {
  expect(remarks(aMessage({ from: { address: 'notice@mail-kamome.example' } }))).toEqual([]);
  expect(remarks(aLegitimateMessage({ from }))).toEqual([]);
});
