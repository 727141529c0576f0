import { expect, type Locator, type Page, test } from '@playwright/test';
import { answer, type Language, openInbox, rows } from './round.ts';

/** The oldest of its kind and its genuine counterpart, by their subjects. */
const pair = {
  ja: { lure: '重要なメッセージ', genuine: 'ご契約更新のお知らせ' },
  en: { lure: 'Important message', genuine: 'Your contract is due for renewal' },
} satisfies Record<Language, unknown>;

const words = {
  ja: {
    fromLure: '対の正規メールと見比べる',
    fromGenuine: '対のフィッシングメールと見比べる',
    list: '違い',
    phish: 'フィッシング',
    genuine: '正規のメール',
    link: 'リンク先',
  },
  en: {
    fromLure: 'Compare with its genuine twin',
    fromGenuine: 'Compare with the lure it resembles',
    list: 'Differences',
    phish: 'Phishing',
    genuine: 'Genuine',
    link: 'Link target',
  },
} satisfies Record<Language, unknown>;

for (const language of ['ja', 'en'] satisfies Language[]) {
  test(`a lure beside its twin in ${language}`, async ({ page }) => {
    const said = words[language];
    await openInbox(page, language);
    await row(page, pair[language].lure).click();
    await answer(page, language, 'phish');
    await page.locator('.everything > summary').click();
    await expect(page.getByRole('button', { name: said.fromLure })).toHaveCount(0);
    await page.locator('.debrief-back').click();
    await row(page, pair[language].genuine).click();
    await answer(page, language, 'genuine');
    await page.locator('.everything > summary').click();
    await page.getByRole('button', { name: said.fromGenuine }).click();

    const lure = page.getByRole('region', { name: said.phish, exact: true });
    const genuine = page.getByRole('region', { name: said.genuine, exact: true });
    const choice = page.getByRole('region', { name: said.list }).getByRole('button', { name: said.link });
    await choice.focus();
    await page.keyboard.press('Enter');
    await expect(choice).toHaveAttribute('aria-pressed', 'true');
    for (const side of [lure, genuine]) {
      const place = side.locator('.region.chosen').first();
      await expect(place).toBeInViewport();
      await expect(place).toHaveAttribute('aria-pressed', 'true');
      await expect(place.locator('.mark')).toContainText('5');
    }
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('button', { name: said.fromGenuine })).toBeFocused();
  });
}

test('a lure and its twin in pairs on a 320 px phone', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 320, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await openInbox(page, 'ja');
  await row(page, pair.ja.genuine).tap();
  await answer(page, 'ja', 'genuine');
  await page.locator('.back').tap();
  await row(page, pair.ja.lure).tap();
  await answer(page, 'ja', 'phish');
  await page.locator('.everything > summary').tap();
  await page.getByRole('button', { name: words.ja.fromLure }).tap();
  const list = page.getByRole('region', { name: words.ja.list });
  const [first] = await list.getByRole('listitem').all();
  await expect(first ?? list).toContainText('ikeda@example1.co.jp');
  await expect(first ?? list).toContainText('support@sakura.ad.jp');
  await expect(page.getByRole('region', { name: words.ja.phish, exact: true })).toBeHidden();
  const wider = await page
    .getByRole('dialog')
    .evaluate((dialog) =>
      Math.max(dialog.scrollWidth - dialog.clientWidth, document.body.scrollWidth - innerWidth),
    );
  expect(wider, 'nothing is wider than the phone').toBeLessThanOrEqual(0);
  await context.close();
});

/** The oldest message with these words in its row. */
const row = (page: Page, subject: string): Locator => rows(page).filter({ hasText: subject }).last();
