import { fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { SeedField } from '../../../src/app/plan/SeedField.tsx';
import { drawOnUse } from '../../fixtures/screen.tsx';

async function field() {
  const seeds: string[] = [];
  await drawOnUse(<SeedField seed="" onSeed={(seed) => seeds.push(seed)} />);
  return { seeds, input: await screen.findByRole('textbox') };
}

it.each([
  ['spring-2026', 'spring-2026'],
  ['ｓｐｒｉｎｇ－２０２６', 'spring-2026'],
  ['spring 2026!', 'spring2026'],
  ['２０２６\u200b', '2026'],
])('takes %j as the seed %s', async (typed, seed) => {
  const { seeds, input } = await field();
  fireEvent.change(input, { target: { value: typed } });
  expect(seeds).toEqual([seed]);
});

it('leaves text alone while an input method composes it', async () => {
  const { seeds, input } = await field();
  fireEvent(input, new CompositionEvent('compositionstart', { bubbles: true }));
  fireEvent.input(input, { target: { value: '２０' }, isComposing: true });
  expect(seeds).toEqual([]);
  expect(input).toHaveValue('２０');
  fireEvent.compositionEnd(input);
  expect(seeds).toEqual(['20']);
});
