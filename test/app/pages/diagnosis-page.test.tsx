import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import DiagnosisPage from '../../../src/app/pages/DiagnosisPage.tsx';
import { unrecorded, type Connection } from '../../../src/app/session/connection.ts';
import { drawOnUse, speak } from '../../fixtures/screen.tsx';
import { aSession, aConnection } from '../session/a-session.ts';

async function diagnosis(connection: Connection, lasting = true) {
  let left = 0;
  const drawn = await drawOnUse(
    <DiagnosisPage connection={connection} lasting={lasting} onLeave={() => (left += 1)} />,
  );
  await screen.findByRole('main');
  return { ...drawn, left: () => left };
}

const at = Date.UTC(2026, 10, 24, 9, 5, 7, 89);

describe('the diagnosis page', () => {
  it('lists the calls and their answers, oldest first, and copies the same list', async () => {
    const session = aSession({ conversation: [{ at, call: 'LMSCommit("")', answer: '"false" (301)' }] });
    const trouble = { kind: 'refused', call: 'LMSCommit', code: '301', text: 'Not initialized' } as const;
    const attempt = [{ at, call: 'LMSInitialize("")', answer: '"true"' }];
    const { user } = await diagnosis(aConnection(session, { trouble, attempt }));
    expect(
      within(screen.getByRole('list'))
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['09:05:07.089 LMSInitialize("") → "true"', '09:05:07.089 LMSCommit("") → "false" (301)']);
    await user.click(screen.getByRole('button', { name: 'コピー' }));
    expect(await screen.findByText('コピーしました')).toBeInTheDocument();
    const copied = await navigator.clipboard.readText();
    expect(copied).toContain('接続の種類: SCORM 1.2');
    expect(copied).toContain('Not initialized');
    expect(copied).toContain('LMSCommit("") → "false" (301)');
  });

  it('says so where copying is forbidden', async () => {
    const { user } = await diagnosis(aConnection(aSession()));
    const forbidden = vi
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    await user.click(screen.getByRole('button', { name: 'コピー' }));
    expect(await screen.findByText(/コピーできませんでした/)).toBeInTheDocument();
    forbidden.mockRestore();
  });

  it('says in the language of the game that there is no LMS and there were no calls', async () => {
    const { user, left } = await diagnosis(unrecorded, false);
    await speak('en');
    expect(screen.getByText('none (by itself)')).toBeInTheDocument();
    expect(screen.getByText('Nothing was said.')).toBeInTheDocument();
    expect(screen.getByText(/does not work/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(left()).toBe(1);
  });
});
