import { screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { drawStudio } from '../studio-screen.tsx';

describe('the page tab', () => {
  it('adds a page from a template, writes its words and shows it in the mock browser', async () => {
    const { user, keeps } = await drawStudio();
    await user.click(screen.getByRole('tab', { name: 'ページ' }));
    await user.click(screen.getByRole('button', { name: '＋ ページ' }));
    await user.click(screen.getByRole('button', { name: /^アプリの許可/ }));
    const title = within(screen.getByRole('group', { name: 'ページの題名' })).getByLabelText('日本語');
    await user.clear(title);
    await user.type(title, '連携の確認');
    await keeps('"ja": "連携の確認"');
    await user.click(screen.getByRole('button', { name: '日本語で見る' }));
    const browser = await screen.findByRole('dialog', { name: '模擬ブラウザー' });
    expect(within(browser).getByText('文書ビューアー')).toBeVisible();
    await user.click(within(browser).getByRole('button', { name: '閉じる' }));
    await user.click(screen.getByRole('button', { name: 'このページを消す' }));
    await keeps('連携の確認', false);
  });

  it('leads from a part of the page to its mark', async () => {
    const { user } = await drawStudio();
    await user.click(screen.getByRole('tab', { name: 'ページ' }));
    await user.click(screen.getByRole('button', { name: '日本語で見る' }));
    const browser = await screen.findByRole('dialog', { name: '模擬ブラウザー' });
    await user.click(within(browser).getByRole('button', { name: /signin/ }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await screen.findByRole('group', { name: '印の種類' })).toBeVisible();
    expect(screen.getByRole('tab', { name: '正解' })).toHaveAttribute('aria-selected', 'true');
  });

  it('has no fault that axe knows', async () => {
    const { user } = await drawStudio();
    await user.click(screen.getByRole('tab', { name: 'ページ' }));
    await user.click(screen.getByRole('button', { name: '＋ ページ' }));
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  });
});
