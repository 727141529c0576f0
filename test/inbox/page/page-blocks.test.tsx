import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/core/scenario/layout/regions.ts';
import { languages } from '../../../src/core/scenario/format/vocabulary.ts';
import { timeSince } from '../../../src/i18n/moment.ts';
import { inPieces } from '../../fixtures/in-pieces.ts';
import { aLegitimateMessage, aScenario } from '../../fixtures/builders.ts';
import { aPageMessage, pageClock, pages } from '../../fixtures/page-message.ts';
import { type Drawn, play, speak, stops } from '../../fixtures/screen.tsx';

const playPages = () => play(aScenario({ clock: pageClock, messages: [aPageMessage()] }), { open: 'notice' });

async function openPage({ user }: Pick<Drawn, 'user'>, page: string): Promise<HTMLElement> {
  await user.click(screen.getByLabelText(`リンク先を調べる：${page}`));
  await user.click(await screen.findByText('開いてみる（模擬ページ）'));
  return screen.findByRole('dialog', { name: '模擬ブラウザー' });
}

/** The button that tries the main control of each page. */
const tries = {
  login: '送信してみる',
  onetime: '送信してみる',
  card: '送信してみる',
  captcha: '言われたとおりにしてみる',
  consent: '許可してみる',
  device: '続けてみる',
  window: '送信してみる',
  support: '電話してみる',
  file: '保存してみる',
} as const;

describe('every kind of page', () => {
  it.each(Object.entries(tries))(
    '%s: its main control, used by keyboard, shows what would have happened and first aid',
    async (id, name) => {
      const drawn = playPages();
      const { user } = drawn;
      const page = within(await openPage(drawn, id));
      page.getByRole('button', { name }).focus();
      await user.keyboard('{Enter}');
      expect(page.getByText('相手の手に渡ります。')).toBeInTheDocument();
      expect(page.getByText('情報システム部に知らせます。')).toBeInTheDocument();
      await user.click(page.getByRole('button', { name: 'ページに戻る' }));
      expect(page.getByRole('button', { name })).toBeInTheDocument();
    },
  );

  it.each(pages)('$id: has parts that can all be flagged, in both languages', async ({ id }) => {
    const drawn = playPages();
    const dialog = await openPage(drawn, id);
    await drawn.user.click(within(dialog).getByRole('button', { name: '証明書を見る' }));
    const expected = layOut(aPageMessage())
      .regions.filter(({ page }) => page === id)
      .map(({ key }) => key)
      .toSorted();
    for (const language of languages) {
      await speak(language);
      expect([...new Set(stops(dialog))].toSorted()).toEqual(expected);
    }
  });

  it.each(['card', 'window', 'onetime'])(
    '%s: stores nothing that is typed, and has no form, password field or named field',
    async (id) => {
      const drawn = playPages();
      const { user } = drawn;
      const page = await openPage(drawn, id);
      for (const field of within(page).getAllByRole('textbox')) {
        await user.type(field, '4929 12');
        expect(field).toHaveValue('•••••••');
        expect(field).toHaveAttribute('type', 'text');
        expect(field).toHaveAttribute('autocomplete', 'off');
      }
      expect(document.body.innerHTML).not.toContain('4929');
      expect(
        page.querySelector('.browser :is(form, [type="password"], input[name], input[id], a, iframe)'),
      ).toBeNull();
    },
  );

  it('shows the same for a lure and a genuine message', async () => {
    const lure = aPageMessage();
    const { solution: _, ...sealed } = lure;
    const shown: string[] = [];
    for (const message of [lure, aLegitimateMessage({ ...sealed, id: lure.id })]) {
      for (const { id } of pages) {
        const drawn = play(aScenario({ clock: pageClock, messages: [message] }), { open: lure.id });
        const dialog = await openPage(drawn, id);
        await drawn.user.click(within(dialog).getByRole('button', { name: '証明書を見る' }));
        shown.push(dialog.innerHTML.replace(/_r_\w+_/g, 'id'));
        drawn.unmount();
      }
    }
    expect(shown.slice(pages.length)).toEqual(shown.slice(0, pages.length));
  });
});

describe('the bars of the mock browser', () => {
  it('unfold the certificate: its names, its issuer, its age by the clock of the inbox, and what https does not prove', async () => {
    const drawn = playPages();
    const page = within(await openPage(drawn, 'login'));
    const button = page.getByRole('button', { name: '証明書を見る' });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    await drawn.user.click(button);
    const sheet = within(page.getByRole('region', { name: '証明書' }));
    expect(sheet.getByRole('button', { name: 'login.example.net, example.net' })).toBeInTheDocument();
    expect(sheet.getByText('Example CA')).toBeInTheDocument();
    expect(sheet.getByText('2026年4月5日（3日前に発行）')).toBeInTheDocument();
    expect(sheet.getByText(/「https」と証明書/)).toBeInTheDocument();
  });

  it('have the same rows for a page without a certificate', async () => {
    const drawn = playPages();
    const page = within(await openPage(drawn, 'support'));
    await drawn.user.click(page.getByRole('button', { name: '証明書を見る' }));
    expect(within(page.getByRole('region', { name: '証明書' })).getAllByText('（なし）')).toHaveLength(3);
  });

  it('show the parts of the address in the lens, over the page', async () => {
    const drawn = playPages();
    const page = within(await openPage(drawn, 'login'));
    await drawn.user.click(page.getByRole('button', { name: 'アドレス欄を調べる' }));
    const lens = await screen.findByRole('dialog', { name: 'リンク先を調べる' });
    expect(within(lens).getByText(inPieces('example.net'), { selector: 'strong' })).toBeInTheDocument();
    expect(within(lens).queryByText('開いてみる（模擬ページ）')).toBeNull();
    await drawn.user.click(within(lens).getByRole('button', { name: '閉じる' }));
    expect(page.getByRole('button', { name: 'アドレス欄を調べる' })).toHaveFocus();
  });

  it('open the next page in the same tab, and lead back to the mail by its tab', async () => {
    const drawn = playPages();
    const { user } = drawn;
    const page = within(await openPage(drawn, 'login'));
    await user.click(page.getByRole('button', { name: '送信してみる' }));
    await user.click(page.getByRole('button', { name: '次の画面へ' }));
    expect(page.getByRole('textbox', { name: '確認コード(6桁)' })).toHaveValue('');
    expect(within(page.getByRole('list', { name: '開いているタブ' })).getAllByRole('listitem')).toHaveLength(
      2,
    );
    await user.click(page.getByRole('button', { name: '受信トレイ' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('an age', () => {
  it.each([
    ['2026-04-08T09:00:00+09:00', '1時間前', '1 hour ago'],
    ['2026-04-05T00:00:00+09:00', '3日前', '3 days ago'],
    ['2025-12-01T00:00:00+09:00', '4か月前', '4 months ago'],
    ['2022-04-01T00:00:00+09:00', '4年前', '4 years ago'],
  ])('from %s is given in the most readable unit', (issued, ja, en) => {
    expect(timeSince(issued, pageClock, 'ja')).toBe(ja);
    expect(timeSince(issued, pageClock, 'en')).toBe(en);
  });
});
