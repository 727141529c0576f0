import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { drawStudio } from '../studio-screen.tsx';

describe('the rail', () => {
  it('makes a twin of the open message, with the difference proposed', async () => {
    const { user, keeps } = await drawStudio();
    await user.click(screen.getByRole('button', { name: '対を作る' }));
    const dialog = await screen.findByRole('dialog', { name: 'このメールの対を作る' });
    const next = within(dialog).getByLabelText('新しい値');
    expect(within(dialog).getByRole('button', { name: '対を作る' })).toBeDisabled();
    await user.clear(next);
    await user.type(next, 'notice@keihi-note.example');
    await user.click(within(dialog).getByRole('button', { name: '対を作る' }));
    expect(await screen.findByRole('heading', { name: 'メール 3通' })).toBeVisible();
    await keeps('このメールは keihi-note.example、もう1通は example.net から届いています。');
  });

  it('moves the dates of the inbox, and says which words it cannot move', async () => {
    const { user, keeps } = await drawStudio();
    await user.click(screen.getByRole('button', { name: '日付をずらす' }));
    const dialog = await screen.findByRole('dialog', { name: '日付をずらす' });
    fireEvent.change(within(dialog).getByLabelText('受信トレイの今日'), { target: { value: '2026-04-24' } });
    expect(within(dialog).getByRole('status')).toHaveTextContent(/^28日、/);
    expect(within(dialog).getByRole('heading', { name: /^自分で直すところ/ })).toBeVisible();
    expect(within(dialog).getAllByText('3月')[0]).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'ずらす' }));
    await keeps('"sent": "2026-04-24T09:12:00+09:00"');
  });
});
