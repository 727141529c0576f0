import { expect, it } from 'vitest';
import type { Premise } from '../../../../src/core/scenario/format/solution.ts';
import { aClue, aMessage } from '../../../fixtures/builders.ts';
import { remarksOnMessages } from '../../../fixtures/lint.ts';

/** One cue and a premise of 12 (medium) are very difficult in NIST's matrix; a premise of 8 (weak) is moderate. */
const medium: Premise = {
  audience: 'office',
  process: 4,
  relevance: 4,
  events: 2,
  consequence: 4,
  exposure: 2,
};
const weak: Premise = { ...medium, audience: 'general', process: 0 };
const remarks = (...premise: readonly Premise[]) =>
  remarksOnMessages('difficulty-drift', aMessage({ difficulty: 'very', premise: [...premise] }));

it('reports a difficulty that differs from the scale, for each audience at its place', () => {
  expect(remarks(medium)).toEqual([]);
  expect(remarks(medium, weak)).toEqual(['messages/0/solution/premise/1']);
  expect(remarks(medium, { ...weak, difficulty: 'moderate' })).toEqual([]);
  expect(remarks(medium, { ...weak, difficulty: 'least' })).toEqual([
    'messages/0/solution/premise/1/difficulty',
  ]);
  expect(remarks({ ...weak, audience: 'office' })).toEqual(['messages/0/solution/difficulty']);
  expect(remarks({ ...medium, difficulty: 'least' })).toEqual(['messages/0/solution/premise/0/difficulty']);
});

it('does not count clues on a page or in a file', () => {
  const onPage = Array.from({ length: 9 }, (_, index) =>
    aClue({ id: `clue-${index}`, cue: 'urgency', anchor: { page: 'login', part: 'address' } }),
  );
  const lure = aMessage({ difficulty: 'very', clues: [aClue(), ...onPage] });
  expect(remarksOnMessages('difficulty-drift', lure)).toEqual([]);
});
