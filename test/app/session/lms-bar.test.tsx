import { act, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import LmsBar from '../../../src/app/session/LmsBar.tsx';
import type { LearningRecord, Trouble } from '../../../src/lms/port.ts';
import { drawOnUse, speak } from '../../fixtures/screen.tsx';
import { aRecord } from '../../lms/records.ts';
import { aSession, aConnection, type FakeSession } from './a-session.ts';

const unreachable: Trouble = { kind: 'unreachable', call: 'POST statements' };

interface BarOptions {
  readonly trouble?: Trouble;
  readonly record?: LearningRecord;
}

async function bar(session: FakeSession, { trouble, record }: BarOptions = {}) {
  let diagnoses = 0;
  const drawn = await drawOnUse(
    <LmsBar
      connection={aConnection(session, trouble && { trouble })}
      lastRecord={() => record}
      onDiagnosis={() => (diagnoses += 1)}
    />,
  );
  await screen.findByRole('status');
  return { ...drawn, diagnoses: () => diagnoses };
}

/** Files handed to the player, as their texts. */
function downloads(): readonly Blob[] {
  const saved: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) saved.push(blob);
    return 'blob:nothing';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  return saved;
}

const textOf = (blob: Blob | undefined): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.readAsText(blob ?? new Blob());
  });

afterEach(() => vi.restoreAllMocks());

describe('the bar of a recorded round', () => {
  it('says how the recording goes, and offers no file while it works', async () => {
    const session = aSession();
    await bar(session, { record: aRecord() });
    expect(screen.getByRole('status')).toHaveTextContent('LMSに記録しました');
    act(() => session.become({ state: 'saving' }));
    expect(screen.getByRole('status')).toHaveTextContent('記録しています…');
    expect(screen.queryByRole('button', { name: '成績を保存' })).toBeNull();
    expect(screen.queryByRole('button', { name: '診断を見る' })).toBeNull();
  });

  it('reports a failed save, offers the result as a file, and reports when the save succeeds later', async () => {
    const saved = downloads();
    const session = aSession();
    const record = aRecord({ score: 62.5 });
    const { user, diagnoses } = await bar(session, { record });
    act(() => session.become({ state: 'failed', trouble: unreachable }));
    expect(screen.getByRole('status')).toHaveTextContent(
      '成績を届けられませんでした。あとで（遅くとも終えるときに）もう一度送ります。',
    );
    await user.click(screen.getByRole('button', { name: '成績を保存' }));
    expect(JSON.parse(await textOf(saved[0]))).toEqual(record);
    await user.click(screen.getByRole('button', { name: '診断を見る' }));
    expect(diagnoses()).toBe(1);
    act(() => session.become({ state: 'saved' }));
    expect(screen.getByRole('status')).toHaveTextContent('LMSに記録しました');
    expect(screen.queryByRole('button', { name: '成績を保存' })).toBeNull();
  });

  it('says in a review only that nothing is recorded, whatever happens', async () => {
    const session = aSession({ launch: { mode: 'review' } });
    await bar(session, { record: aRecord() });
    act(() => session.become({ state: 'failed', trouble: unreachable }));
    expect(screen.getByRole('status')).toHaveTextContent('成績は記録されません');
    expect(screen.getByRole('status')).toHaveAttribute('data-failed', 'false');
    expect(screen.queryByRole('button', { name: '成績を保存' })).toBeNull();
    act(() => session.become({ state: 'ended', trouble: unreachable }));
    expect(screen.getByText(/成績は記録していません/)).toBeVisible();
    expect(screen.queryByRole('button', { name: '成績を保存' })).toBeNull();
  });

  it('does not mention an LMS if the page around the frame should record', async () => {
    const connection = aConnection(aSession(), { trouble: { kind: 'nobody' }, isHostMissing: true });
    await drawOnUse(
      <LmsBar connection={connection} lastRecord={() => undefined} onDiagnosis={() => undefined} />,
    );
    expect(await screen.findByRole('status')).toHaveTextContent('このページには成績が記録されません');
    expect(screen.getByRole('button', { name: '診断を見る' })).toBeVisible();
  });

  it('does not say that a refused statement is being sent again', async () => {
    const session = aSession();
    await bar(session, { record: aRecord() });
    const refused: Trouble = { kind: 'refused', call: 'POST statements', code: '403', text: 'no' };
    act(() => session.become({ state: 'failed', trouble: refused, lost: true }));
    expect(screen.getByRole('status')).toHaveTextContent('一部が受け付けられず');
    expect(screen.getByRole('status')).not.toHaveTextContent('もう一度送ります');
    expect(screen.getByRole('button', { name: '成績を保存' })).toBeInTheDocument();
  });

  it('offers no file where nothing was played', async () => {
    const session = aSession();
    await bar(session);
    act(() => session.become({ state: 'failed', trouble: unreachable }));
    expect(screen.queryByRole('button', { name: '成績を保存' })).toBeNull();
  });

  it('leaves by its button, says that it saves, and says goodbye at the focused element', async () => {
    const session = aSession();
    const { user } = await bar(session);
    await user.click(screen.getByRole('button', { name: '保存して終える' }));
    expect(session.closed).toEqual(['left']);
    expect(screen.getByRole('status')).toHaveTextContent('終了する前に保存しています…');
    expect(screen.getByRole('button', { name: '保存して終える' })).toHaveAttribute('aria-disabled', 'true');
    act(() => session.become({ state: 'ended' }));
    expect(screen.getByRole('heading', { name: 'おつかれさまでした' })).toHaveFocus();
    expect(screen.getByText(/ここまでの記録を保存しました/)).toBeInTheDocument();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('offers the result as a file and the way back if the last record did not arrive', async () => {
    const saved = downloads();
    const session = aSession({ launch: { returnTo: 'https://lms.example/back' } });
    const { user } = await bar(session, { record: aRecord() });
    act(() => session.become({ state: 'ended', trouble: unreachable }));
    expect(screen.getByText(/最後の記録を届けられませんでした/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'コースに戻る' })).toHaveAttribute(
      'href',
      'https://lms.example/back',
    );
    await user.click(screen.getByRole('button', { name: '成績を保存' }));
    expect(saved).toHaveLength(1);
  });

  it.each(['browse', 'review'] as const)(
    'does not promise to save where nothing is recorded: %s',
    async (mode) => {
      const session = aSession({ launch: { mode } });
      const { user } = await bar(session);
      expect(screen.getByRole('status')).toHaveTextContent('成績は記録されません');
      await user.click(screen.getByRole('button', { name: '終える' }));
      expect(session.closed).toEqual(['left']);
      act(() => session.become({ state: 'ended' }));
      expect(screen.getByText(/成績は記録していません/)).toBeInTheDocument();
      expect(screen.queryByText(/保存/)).toBeNull();
    },
  );

  it.each([
    [{ kind: 'nobody' }, /LMSが見つかりませんでした/],
    [{ kind: 'over' }, /コースから開き直してください/],
    [{ kind: 'refused', call: 'POST fetch', code: '2', text: 'no' }, /LMSに接続できませんでした/],
    [unreachable, /LMSに接続できませんでした/],
  ] as const)('says why nobody records: %o', async (trouble, words) => {
    await bar(aSession(), { trouble });
    expect(screen.getByRole('status')).toHaveTextContent(words);
    expect(screen.getByRole('button', { name: '診断を見る' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '保存して終える' })).toBeNull();
  });

  it('speaks the language of the game', async () => {
    const session = aSession();
    await bar(session);
    await speak('en');
    expect(screen.getByRole('status')).toHaveTextContent('Recorded in the LMS');
    expect(screen.getByRole('button', { name: 'Save and leave' })).toBeInTheDocument();
  });
});
