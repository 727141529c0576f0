import { expect, it } from 'vitest';
import type { Anchor } from '../../../../src/core/scenario/format/anchor.ts';
import { aClue, aLegitimateMessage, aMessage, aReassurance } from '../../../fixtures/builders.ts';
import { remarksOnMessages } from '../../../fixtures/lint.ts';

const lureWith = (...anchors: readonly Anchor[]) =>
  aMessage({
    clues: anchors.map((anchor, index) => aClue({ id: `clue-${index}`, fact: 'forged', anchor })),
  });
const genuineWith = (anchor: Anchor) => aLegitimateMessage({ reassurances: [aReassurance({ anchor })] });

it('reports a fact that only a header line of a stranger proves', () => {
  expect(remarksOnMessages('hop-of-strangers', lureWith({ field: 'received3' }))).toEqual([
    'messages/0/solution/clues/0/anchor',
  ]);
  expect(
    remarksOnMessages('hop-of-strangers', lureWith({ field: 'received2' }, { field: 'received3' })),
  ).toHaveLength(2);
});

it('reports a reassurance that a stranger could have written', () => {
  expect(remarksOnMessages('hop-of-strangers', genuineWith({ field: 'received2' }))).toEqual([
    'messages/0/solution/reassurances/0/anchor',
  ]);
});

it('accepts such a line if something else proves the same, and trusts the line of our server', () => {
  const beside = lureWith({ field: 'received3' }, { field: 'fromAddress' });
  expect(remarksOnMessages('hop-of-strangers', beside)).toEqual([]);
  expect(remarksOnMessages('hop-of-strangers', lureWith({ field: 'received1' }))).toEqual([]);
  expect(remarksOnMessages('hop-of-strangers', genuineWith({ field: 'received1' }))).toEqual([]);
});
