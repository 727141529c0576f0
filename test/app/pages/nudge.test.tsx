import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openMemory } from '../../../src/device/memory.ts';
import Nudge from '../../../src/app/pages/Nudge.tsx';
import { drawOnUse } from '../../fixtures/screen.tsx';

const month = 30.44 * 86_400_000;

async function after(months: number | undefined): Promise<void> {
  const memory = await openMemory(() => undefined);
  const practice = () =>
    Promise.resolve({
      cards: {},
      rounds: 1,
      ...(months !== undefined && { lastRound: Date.now() - months * month }),
    });
  await drawOnUse(<Nudge memory={{ ...memory, practice }} />);
}

describe('the nudge of the start page', () => {
  it.each([
    [5.5, /5か月以上/],
    [9, /半年以上/],
  ])('leads to practice %s months after the last round', async (months, words) => {
    await after(months);
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '苦手の練習をする' })).toHaveAttribute(
      'href',
      '#/round?mode=practice',
    );
  });

  it.each([undefined, 0.1, 4.5])('says nothing %s months after the last round', async (months) => {
    await after(months);
    expect(screen.queryByRole('link')).toBeNull();
  });
});
