import { act, screen } from '@testing-library/react';
import { Suspense, useEffect } from 'react';
import { expect, it, vi } from 'vitest';
import { useSentences } from '../../src/i18n/setup.ts';
import { draw, speak } from '../fixtures/screen.tsx';

const waited = vi.fn<() => void>();

function Waiting() {
  useEffect(waited, []);
  return <p>…</p>;
}

function PlanTitle() {
  const { t } = useSentences('plan');
  return <h1>{t('title')}</h1>;
}

it('changes the language of a part without unmounting it', async () => {
  await act(async () => draw(<Suspense fallback={<Waiting />}>{<PlanTitle />}</Suspense>));
  await screen.findByRole('heading');
  const japanese = screen.getByRole('heading').textContent;
  waited.mockClear();
  await speak('en');
  expect(screen.getByRole('heading').textContent).not.toBe(japanese);
  expect(waited).not.toHaveBeenCalled();
});
