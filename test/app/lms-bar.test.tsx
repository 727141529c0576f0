import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { describe, expect, it } from 'vitest';
import LmsBar from '../../src/app/LmsBar.tsx';
import { type Sitting, unrecorded } from '../../src/app/sitting.ts';
import type { Launch } from '../../src/lms/lms.ts';
import { standaloneSession } from '../../src/lms/standalone.ts';

/** The bar of a sitting in that mode. */
async function show(mode: Launch['mode']) {
  const sitting: Sitting = {
    ...unrecorded,
    session: { ...standaloneSession(), standard: 'scorm12', launch: { mode } },
  };
  // Its sentences load on use.
  await act(async () => {
    render(
      <Suspense>
        <LmsBar sitting={sitting} lastRecord={() => undefined} onDiagnosis={() => undefined} />
      </Suspense>,
    );
  });
  await screen.findByRole('status');
  return userEvent.setup();
}

describe('the bar of an LMS', () => {
  it('says at the end that all is recorded, and how to go on', async () => {
    const user = await show('normal');
    await user.click(screen.getByRole('button', { name: '保存して終える' }));
    expect(
      await screen.findByText(/ここまでの記録を保存しました.*コースにお戻りください/),
    ).toBeInTheDocument();
  });

  it.each(['review', 'browse'] as const)('promises no saving where nothing is recorded: %s', async (mode) => {
    const user = await show(mode);
    expect(screen.getByRole('status')).toHaveTextContent('成績は記録されません');
    await user.click(screen.getByRole('button', { name: '終える' }));
    expect(await screen.findByText(/成績は記録していません/)).toBeInTheDocument();
    expect(screen.queryByText(/保存/)).toBeNull();
  });
});
