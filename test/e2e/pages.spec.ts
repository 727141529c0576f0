import { expect, type Page, test } from '@playwright/test';
import { aPageMessage, pageClock, pages } from '../fixtures/page-message.ts';
import { type Language, openInbox } from './round.ts';

const words = {
  ja: {
    inspect: 'リンク先を調べる：',
    open: '開いてみる（模擬ページ）',
    certificate: '証明書を見る',
    age: '2026年4月5日（3日前に発行）',
    address: 'アドレス欄を調べる',
    close: '閉じる',
    firstAid: '直後の10分ですること',
    mail: '受信トレイ',
  },
  en: {
    inspect: 'Inspect the link: ',
    open: 'Open it (mock page)',
    certificate: 'See the certificate',
    age: '5 Apr 2026 (issued 3 days ago)',
    address: 'Inspect the address bar',
    close: 'Close',
    firstAid: 'What to do in the next ten minutes',
    mail: 'Inbox',
  },
} as const satisfies Record<Language, object>;

/** Puts the message with all pages in the place of the first of a scenario, and opens it. */
async function openMessage(page: Page, language: Language): Promise<void> {
  await page.route('**/content/packs/sakura-2019/scenarios/may-june-2019.json', async (route) => {
    const scenario = await (await route.fetch()).json();
    scenario.clock = pageClock;
    scenario.messages = [{ ...aPageMessage(), sent: '2026-04-08T08:00:00+09:00' }];
    await route.fulfill({ json: scenario });
  });
  await openInbox(page, language);
  await page.locator('.rows .row').first().click();
}

for (const { language, width } of [
  { language: 'ja', width: 320 },
  { language: 'en', width: 1280 },
] as const) {
  test(`every kind of page can be inspected, flagged and tried in ${language} at ${width} px`, async ({
    page,
  }) => {
    const { inspect, open, certificate, age, address, close, firstAid, mail } = words[language];
    await page.setViewportSize({ width, height: 800 });
    await openMessage(page, language);
    const browser = page.locator('.browser');
    for (const { id, certificate: hasOne } of pages) {
      await page.getByRole('button', { name: `${inspect}${id}`, exact: true }).click();
      await page.getByRole('button', { name: open }).click();
      await expect(browser).toBeVisible();

      await browser.getByRole('button', { name: certificate }).click();
      if (hasOne !== undefined) await expect(browser.getByText(age)).toBeVisible();
      await browser.getByRole('button', { name: address }).click();
      await expect(page.locator('.lens-owner strong')).toHaveText('example.net');
      await page.getByRole('dialog').last().getByRole('button', { name: close, exact: true }).click();
      await expect(browser.getByRole('button', { name: address })).toBeFocused();

      for (const field of await browser.getByRole('textbox').all()) {
        await field.pressSequentially('4929');
        await expect(field).toHaveValue('••••');
      }
      const overflow = await page
        .locator('dialog .dialog-body')
        .evaluate((body) => body.scrollWidth - body.clientWidth);
      expect(overflow).toBe(0);

      const part = browser.locator('.region[role="button"]').last();
      await part.focus();
      await page.keyboard.press('Enter');
      await expect(part).toHaveAttribute('aria-pressed', 'true');

      await browser.locator('.browser-page .button.small').press('Enter');
      await expect(browser.getByText(firstAid)).toBeVisible();
      expect(await page.locator('.browser :is(form, a, iframe, [type=password], input[name])').count()).toBe(
        0,
      );
      await browser.getByRole('button', { name: mail, exact: true }).click();
      await expect(browser).toHaveCount(0);
    }
  });
}
