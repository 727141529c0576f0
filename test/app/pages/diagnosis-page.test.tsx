import { act, screen, within } from '@testing-library/react';
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

  const trouble = { kind: 'refused', call: 'LMSCommit', code: '301', text: 'Not initialized' } as const;
  const why = '“LMSCommit” was refused with code 301: Not initialized';
  it.each([
    [{ state: 'saved' }, ['everything has arrived']],
    [{ state: 'saving' }, ['something is being sent']],
    [{ state: 'failed', trouble }, ['something has not arrived; it will be sent again', why]],
    [
      { state: 'failed', trouble, lost: true },
      ['part of the result was refused and will not be sent again', why],
    ],
    [{ state: 'ended' }, ['the session has ended']],
    [{ state: 'ended', trouble }, ['the session has ended', why]],
  ] as const)('says in words, and without JSON, what became of the record: %o', async (delivery, words) => {
    const session = aSession();
    await diagnosis(aConnection(session));
    await speak('en');
    act(() => session.become(delivery));
    for (const sentence of words) expect(await screen.findByText(sentence)).toBeInTheDocument();
    expect(screen.getByRole('main')).not.toHaveTextContent(/[{}]/);
  });

  it.each([
    [{ kind: 'nobody' }, 'No LMS was found.'],
    [{ kind: 'over' }, 'The session had already ended.'],
    [{ kind: 'threw', call: 'GetValue', text: 'boom' }, '“GetValue” stopped with an error: boom'],
    [{ kind: 'odd', call: 'fetch', text: '<html>' }, 'The answer to “fetch” cannot be read: <html>'],
    [{ kind: 'unreachable', call: 'fetch' }, 'There was no answer to “fetch”.'],
  ] as const)('says in words why the session did not begin: %o', async (refusal, words) => {
    await diagnosis(aConnection(aSession(), { trouble: refusal }));
    await speak('en');
    expect(screen.getByText(words)).toBeInTheDocument();
  });

  it('says that a preview records nothing', async () => {
    await diagnosis(aConnection(aSession({ launch: { mode: 'browse' } })));
    await speak('en');
    expect(screen.getByText('preview (nothing is recorded)')).toBeInTheDocument();
    expect(screen.getByText('nothing is recorded here')).toBeInTheDocument();
  });
});
