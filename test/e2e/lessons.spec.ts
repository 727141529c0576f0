import axe, { type AxeResults } from 'axe-core';
import { expect, type Page, test } from '@playwright/test';
import { answer, type Language, openInbox, rows, words } from './round.ts';

/** What axe-core finds wrong with the page as it stands. */
async function faults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

const shelf = {
  ja: { lure: '重要なメッセージ', section: 'ひとくち講座', back: '戻る', tab: '本棚' },
  en: { lure: 'Important message', section: 'Short lessons', back: 'Back', tab: 'Bookshelf' },
} as const satisfies Record<Language, unknown>;

for (const language of ['ja', 'en'] satisfies Language[]) {
  test(`a lesson is read from a debrief, and leads back to it, in ${language}`, async ({ page }) => {
    const { lure, section, back } = shelf[language];
    const debrief = page.getByRole('complementary', { name: words[language].debrief });
    await openInbox(page, language);
    await rows(page).filter({ hasText: lure }).last().click();
    await expect(page.locator('.message')).toBeVisible();
    await expect(page.getByRole('heading', { name: section })).toHaveCount(0);
    await answer(page, language, 'genuine');
    const unfold = (): Promise<void> => debrief.locator('.everything > summary').click();
    await unfold();
    await expect(debrief.getByRole('heading', { name: section })).toBeVisible();
    const shown = page.locator('.message').first();
    // This part loads last after the answer.
    await expect(debrief.locator('.owner-note')).toBeVisible();
    const explained = (await shown.textContent()) ?? '';
    const links = debrief.locator('.read-on a');
    expect(await links.count()).toBeLessThanOrEqual(2);

    const title = (await links.first().textContent()) ?? '';
    await links.first().click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await page.getByRole('button', { name: back, exact: true }).click();
    await expect(debrief).toBeVisible();
    await unfold();
    await expect(shown).toHaveText(explained);

    await links.first().focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await page.goBack();
    await expect(debrief).toBeVisible();
    await unfold();
    await expect(shown).toHaveText(explained);
  });

  test(`every lesson of the shelf fits a 320 px phone and is free of axe faults in ${language}`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({
      viewport: { width: 320, height: 568 },
      colorScheme: language === 'ja' ? 'dark' : 'light',
      reducedMotion: 'reduce',
      ...(baseURL && { baseURL }),
    });
    const page = await context.newPage();
    await page.goto(`./?lang=${language}`);
    await page.getByRole('tab', { name: shelf[language].tab }).click();
    const hrefs = await page
      .getByRole('tabpanel')
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(hrefs.length).toBeGreaterThanOrEqual(10);
    for (const href of hrefs) {
      await page.goto(`./?lang=${language}${href}`);
      await expect(page.locator('.lesson-page img').first()).toBeVisible();
      expect(await faults(page), href).toEqual([]);
      const wider = await page.locator('.sheet').evaluate((sheet) => sheet.scrollWidth - sheet.clientWidth);
      expect(wider, `${href} is too wide`).toBeLessThanOrEqual(0);
    }
    await context.close();
  });
}
