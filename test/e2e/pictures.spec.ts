/**
 * The main screens as pictures, compared with kept ones in test/e2e/pictures. A change on purpose is accepted with
 * `--update-snapshots`: see CONTRIBUTING.md.
 */
import { expect, test } from '@playwright/test';
import type { Look } from './looks.ts';
import { answer, openInbox, regions, rows, words } from './round.ts';

const looks = [
  { width: 1280, height: 800, colorScheme: 'light', language: 'ja' },
  { width: 1024, height: 600, colorScheme: 'light', language: 'en' },
  { width: 768, height: 1024, colorScheme: 'dark', language: 'ja' },
  { width: 375, height: 812, colorScheme: 'dark', language: 'en' },
  { width: 320, height: 568, colorScheme: 'light', language: 'ja' },
] as const satisfies readonly Look[];

/** Two messages, the same ones every time. */
const round = '#/round?mode=training&packs=first-day&length=2&seed=pictures&reason=off';

for (const { width, height, colorScheme, language } of looks)
  test(`the main screens look as before at ${width} × ${height}, ${colorScheme}, ${language}`, async ({
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
    await page.clock.setFixedTime('2026-12-01T10:00:00+09:00');
    const see = async (screen: string): Promise<void> => {
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => document.fonts.ready);
      await expect.soft(page).toHaveScreenshot(`${screen}-${width}-${colorScheme}-${language}.png`);
    };
    await page.goto(`./?lang=${language}`);
    await expect(page.locator('.hero-part').first()).toBeVisible();
    await expect(page.locator('.button.big')).toBeEnabled();
    await see('start');
    await openInbox(page, language, '#/play/first-day/first-five');
    await see('list');
    await rows(page).first().click();
    await regions(page).nth(2).click();
    await page.locator('.ask-sound button').last().click();
    await page.locator('.message').evaluate((message) => message.scrollTo(0, 0));
    await see('message');
    await answer(page, language, 'phish');
    await see('debrief');
    await openInbox(page, language, round);
    await rows(page).first().click();
    for (const name of [words[language].next, words[language].result]) {
      await answer(page, language, 'phish');
      await page.locator('.debrief-next').getByRole('button', { name }).click();
    }
    await expect(page.locator('.result-hero')).toBeVisible();
    await see('result');
    await page.goto(`./?lang=${language}#/progress`);
    await expect(page.getByRole('main').locator('h2').first()).toBeVisible();
    await see('progress');
    await context.close();
  });
