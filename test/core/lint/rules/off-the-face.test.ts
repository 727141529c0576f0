import { expect, it } from 'vitest';
import type { Anchor } from '../../../../src/core/scenario/format/anchor.ts';
import { aClue, aMessage, both } from '../../../fixtures/builders.ts';
import { remarksOnMessages } from '../../../fixtures/lint.ts';

const lureWith = (weight: 'decisive' | 'strong', ...anchors: readonly Anchor[]) =>
  aMessage({
    facts: [{ id: 'fact', weight, title: both('Not theirs') }],
    clues: anchors.map((anchor, index) => aClue({ id: `clue-${index}`, fact: 'fact', anchor })),
  });
const onPage: Anchor = { page: 'sign-in', part: 'address' };
const inFile: Anchor = { quote: both('Ring us'), attachment: 'invoice' };

it('reports a decisive fact that is visible only behind a link or in a file', () => {
  expect(remarksOnMessages('off-the-face', lureWith('decisive', onPage))).toEqual([
    'messages/0/solution/facts/0',
  ]);
  expect(
    remarksOnMessages('off-the-face', lureWith('decisive', inFile, { attachment: 'invoice', part: 'macro' })),
  ).toHaveLength(1);
});

it.each<Anchor>([
  { field: 'fromAddress' },
  { link: 'renew' },
  { attachment: 'invoice' },
  { quote: both('Hi') },
])('accepts a clue in the message itself: %o', (anchor) => {
  expect(remarksOnMessages('off-the-face', lureWith('decisive', onPage, anchor))).toEqual([]);
});

it('checks decisive facts only', () => {
  expect(remarksOnMessages('off-the-face', lureWith('strong', onPage))).toEqual([]);
});
