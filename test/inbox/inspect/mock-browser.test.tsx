import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aScenario } from '../../fixtures/builders.ts';
import { aRichMessage } from '../../fixtures/rich-message.ts';
import { type Drawn, made, play } from '../../fixtures/screen.tsx';

async function openPage({ user }: Pick<Drawn, 'user'>): Promise<HTMLElement> {
  await user.click(screen.getByLabelText('リンク先を調べる：確認する'));
  await user.click(await screen.findByText('開いてみる（模擬ページ）'));
  return screen.findByRole('dialog', { name: '模擬ブラウザー' });
}

const playPage = () => play(aScenario({ messages: [aRichMessage()] }), { open: 'notice' });

describe('the mock page behind a link', () => {
  it('turns what is typed or pasted into dots at once', async () => {
    const drawn = playPage();
    const { user } = drawn;
    const page = within(await openPage(drawn));
    const field = page.getByRole('textbox', { name: 'パスワード' });
    await user.type(field, 'hunter2');
    expect(field).toHaveValue('•••••••');
    await user.clear(field);
    await user.click(field);
    await user.paste('correct horse');
    expect(field).toHaveValue('•'.repeat(13));
    expect(document.body.innerHTML).not.toMatch(/hunter|correct horse/);
  });

  it('holds no form, no password field and no named field, so no password manager wakes', async () => {
    const page = await openPage(playPage());
    expect(page.querySelector('form')).toBeNull();
    for (const field of within(page).getAllByRole('textbox')) {
      expect(field).toHaveAttribute('type', 'text');
      expect(field).toHaveAttribute('autocomplete', 'off');
      expect(field).not.toHaveAttribute('name');
      expect(field).not.toHaveAttribute('id');
    }
  });

  it('shows what would have happened and first aid when it is sent, and can show the page again', async () => {
    const drawn = playPage();
    const { user } = drawn;
    const page = within(await openPage(drawn));
    await user.type(page.getByRole('textbox', { name: 'パスワード' }), 'hunter2');
    await user.click(page.getByRole('button', { name: '送信してみる' }));
    expect(page.getByText('入力したパスワードが盗まれます。')).toBeInTheDocument();
    expect(page.getByText('すぐにパスワードを変えます。')).toBeInTheDocument();
    expect(page.queryByRole('textbox')).toBeNull();
    await user.click(page.getByRole('button', { name: 'ページに戻る' }));
    expect(page.getByRole('textbox', { name: 'パスワード' })).toHaveValue('');
  });

  it('moves the focus to what would have happened, and back to the page', async () => {
    const drawn = playPage();
    const { user } = drawn;
    const page = within(await openPage(drawn));
    await user.click(page.getByRole('button', { name: '送信してみる' }));
    expect(document.activeElement).toHaveTextContent(/^もし練習でなかったら$/);
    await user.click(page.getByRole('button', { name: 'ページに戻る' }));
    expect(document.activeElement).toContainElement(page.getByRole('textbox', { name: 'パスワード' }));
    expect(document.body).not.toHaveFocus();
  });

  it('has a title, address, certificate, fields and words that can be flagged', async () => {
    const drawn = playPage();
    const { user, game } = drawn;
    const page = within(await openPage(drawn));
    await user.click(page.getByRole('button', { name: '花森 ログイン' }));
    await user.click(page.getByRole('button', { name: 'https://login.example.net/check' }));
    await user.click(page.getByRole('button', { name: '通信は暗号化されています（https）' }));
    await user.click(page.getByRole('button', { name: 'パスワード' }));
    await user.click(page.getByRole('button', { name: 'ログイン' }));
    expect(made(game).map((move) => (move.kind === 'flag' ? move.region : move.kind))).toEqual([
      'page/sign-in/title',
      'page/sign-in/address',
      'page/sign-in/certificate',
      'page/sign-in/form/word',
      'page/sign-in/1.submit/0',
    ]);
  });

  it('has one Tab stop for its parts and arrow keys between them, except in a field', async () => {
    const drawn = playPage();
    const { user } = drawn;
    const page = await openPage(drawn);
    expect(page.querySelectorAll('.region[tabindex="0"]')).toHaveLength(1);
    await user.click(within(page).getByRole('button', { name: '花森 ログイン' }));
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toHaveTextContent('https://login.example.net/check');
    const field = within(page).getByRole('textbox', { name: 'パスワード' });
    await user.click(field);
    await user.keyboard('{ArrowDown}{Home}');
    expect(field).toHaveFocus();
  });

  it('closes by its button and by Escape, and returns the focus to the loupe', async () => {
    const drawn = playPage();
    const { user } = drawn;
    await openPage(drawn);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByLabelText('リンク先を調べる：確認する')).toHaveFocus();
    const page = within(await openPage(drawn));
    await user.click(page.getByRole('button', { name: '閉じる' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('swaps the ink by X, and writes an x in a field', async () => {
    const drawn = playPage();
    const { user } = drawn;
    const page = within(await openPage(drawn));
    expect(page.getByRole('radio', { name: '疑い' })).toBeChecked();
    await user.keyboard('x');
    expect(page.getByRole('radio', { name: '信頼' })).toBeChecked();
    await user.type(page.getByRole('textbox', { name: 'パスワード' }), 'x');
    expect(page.getByRole('radio', { name: '信頼' })).toBeChecked();
  });
});
