import { screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { Premise } from '../../src/core/scenario/format/solution.ts';
import { DifficultyNote } from '../../src/explain/DifficultyNote.tsx';
import { aDecoy, aLegitimateMessage, aMessage, both } from '../fixtures/builders.ts';
import { draw, speak } from '../fixtures/screen.tsx';

const medium: Premise = {
  audience: 'office',
  process: 4,
  relevance: 4,
  events: 2,
  consequence: 4,
  exposure: 2,
};
const lure = aMessage({ premise: [medium, { ...medium, audience: 'general', process: 0 }] });
const pack = {
  id: 'test',
  audiences: [
    { id: 'office', name: { ja: '会社で働く人', en: 'Office workers' } },
    { id: 'general', name: { ja: 'すべての人', en: 'Everyone' } },
  ],
};

afterEach(() => speak('ja'));

it('names the audience with the label, and shows the calculation for each audience', async () => {
  await speak('en');
  draw(<DifficultyNote message={lure} pack={pack} />);
  expect(
    screen.getByText('How hard to detect: very difficult (NIST Phish Scale; audience: Office workers)'),
  ).toBeInTheDocument();
  expect(screen.getByText(/^Office workers: premise alignment 12 .*so very difficult/)).toBeInTheDocument();
  expect(screen.getByText(/^Everyone: premise alignment 8 .*so moderately difficult/)).toBeInTheDocument();
  expect(screen.getByText(/in the message itself: 2/)).toBeInTheDocument();
});

it('shows the id of an audience without a name', () => {
  draw(<DifficultyNote message={lure} pack={{ id: 'test' }} />);
  expect(screen.getByText(/^見抜きにくさ：.*対象：office/)).toBeInTheDocument();
});

it('counts what looks odd in a genuine message', () => {
  const decoys = [aDecoy({ cue: 'urgency' }), aDecoy({ id: 'unnamed', explanation: both('…') })];
  draw(<DifficultyNote message={aLegitimateMessage({ decoys })} pack={pack} />);
  expect(screen.getByText('正規のメールにある、怪しく見える点：1件')).toBeInTheDocument();
});
