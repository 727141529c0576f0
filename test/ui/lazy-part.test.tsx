import { act, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { describe, expect, it } from 'vitest';
import { lazyPart } from '../../src/ui/lazy-part.tsx';
import { draw } from '../fixtures/screen.tsx';

const Words = () => <p>here</p>;

describe('a part that loads later', () => {
  it('is drawn at once if it was fetched ahead, without a placeholder', async () => {
    const Part = lazyPart(() => Promise.resolve({ default: Words }));
    await Part.fetchAhead();
    const shown: string[] = [];
    const Waiting = () => {
      shown.push('waiting');
      return null;
    };
    draw(
      <Suspense fallback={<Waiting />}>
        <Part />
      </Suspense>,
    );
    expect(screen.getByText('here')).toBeVisible();
    expect(shown).toEqual([]);
  });

  it('is requested again if fetching it ahead failed', async () => {
    let attempts = 0;
    const Part = lazyPart(async () => {
      attempts += 1;
      if (attempts === 1) throw new Error('offline');
      return Promise.resolve({ default: Words });
    });
    await Part.fetchAhead();
    await act(() =>
      Promise.resolve(
        draw(
          <Suspense fallback={null}>
            <Part />
          </Suspense>,
        ),
      ),
    );
    expect(await screen.findByText('here')).toBeVisible();
    expect(attempts).toBe(2);
  });
});
