import { expect, it } from 'vitest';
import { aClue, aLegitimateMessage, aMessage } from '../../../fixtures/builders.ts';
import { remarksOnMessages } from '../../../fixtures/lint.ts';

const lureWith = (count: number) =>
  aMessage({ clues: Array.from({ length: count }, (_, index) => aClue({ id: `clue-${index}` })) });
const remarks = (count: number) => remarksOnMessages('clue-count', lureWith(count));

it('accepts a lure with 4 to 13 clues', () => {
  expect([4, 13].flatMap(remarks)).toEqual([]);
});

it.each([3, 14])('reports a lure with %i', (count) => {
  expect(remarks(count)).toEqual(['messages/0/solution/clues']);
});

it('ignores genuine mail', () => {
  expect(remarksOnMessages('clue-count', aLegitimateMessage())).toEqual([]);
});
