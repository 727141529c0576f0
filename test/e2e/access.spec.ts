import { expect, test } from '@playwright/test';
import { faults } from './faults.ts';
import { answer, type Language, openInbox, rows, words } from './round.ts';

const sizes = [
  { width: 1280, height: 800, colorScheme: 'light', language: 'ja' },
  { width: 768, height: 1024, colorScheme: 'dark', language: 'en' },
  { width: 320, height: 568, colorScheme: 'dark', language: 'ja' },
] as const satisfies readonly {
  width: number;
  height: number;
  colorScheme: 'light' | 'dark';
  language: Language;
}[];

for (const { width, height, colorScheme, language } of sizes) {
  test(`every screen is free of axe faults and no wider than ${width} px, ${colorScheme}, ${language}`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme,
      reducedMotion: 'reduce',
      hasTouch: width < 720,
      ...(baseURL && { baseURL }),
    });
    const page = await context.newPage();
    const inspect = async (screen: string): Promise<void> => {
      expect(await faults(page), screen).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        `${screen} is too wide`,
      ).toBeLessThanOrEqual(0);
    };
    await page.goto(`./?lang=${language}`);
    await expect(page.locator('.button.big')).toBeEnabled();
    await inspect('start');
    await openInbox(page, language);
    await inspect('inbox');
    await rows(page).nth(1).click();
    await expect(page.locator('.message')).toBeVisible();
    await page.locator('.message-tools button').first().click();
    await expect(page.locator('.details')).toBeVisible();
    await page.locator('.message-tools button').nth(1).click();
    await expect(page.locator('.source')).toBeVisible();
    await inspect('message with details and source');
    await page.locator('.link-tool').first().click();
    await expect(page.locator('.lens-url')).toBeVisible();
    await inspect('lens');
    await page.getByRole('dialog').locator('.dialog-actions button').click();
    await expect(page.locator('.browser')).toBeVisible();
    await inspect('mock browser');
    await page.locator('dialog .dialog-head button').click();
    await page.locator('.message-tools button').first().click();
    await page.locator('.message .region').nth(3).click();
    await answer(page, language, 'phish');
    await inspect('debrief');
    await page.locator('.everything > summary').click();
    await inspect('debrief unfolded');
    await page.getByRole('button', { name: words[language].next }).click();
    await page.goto(`./?lang=${language}#/drill/sakura-2019/june-2019/own-account-sends-spam`);
    await page.locator('.step').first().click();
    await inspect('drill');
    await page.locator('.sheet .button.main').click();
    await inspect('drill explained');
    await page.goto(`./?lang=${language}#/lesson/sakura-2019/postcard`);
    await expect(page.locator('.lesson-page')).toBeVisible();
    await inspect('lesson');
    await context.close();
  });
}

test('the focus is in the right place after opening a round and after going back to the list', async ({
  page,
}) => {
  await page.goto('./?lang=en');
  await page.locator('.button.big').press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.setViewportSize({ width: 320, height: 568 });
  await rows(page).first().press('Enter');
  await page.locator('.back').press('Enter');
  await expect(page.getByRole('region', { name: 'Inbox' })).toBeFocused();
});

test('the buttons at the foot of a debrief are fully visible, however long its head is', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 560 });
  await openInbox(page, 'en');
  await rows(page).first().click();
  await answer(page, 'en', 'phish');
  await expect(page.getByRole('button', { name: words.en.next })).toBeInViewport({ ratio: 1 });
  // Only the parts of the page scroll: the bar on top is always there.
  expect(
    await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight),
  ).toBeLessThanOrEqual(0);
});
