import { expect, type Page, test } from '@playwright/test';
import { chooseTool, type Language, openInbox, regions, rows, words } from './round.ts';

const texts = {
  ja: {
    dialog: 'このメールを確かめる',
    act: '対応はこれにする',
    close: '閉じる',
  },
  en: {
    dialog: 'Verify this message',
    act: 'Make this my action',
    close: 'Close',
  },
} satisfies Record<Language, unknown>;

const places = (page: Page) => page.locator('.verify-place');

for (const language of ['ja', 'en'] satisfies Language[]) {
  test(`every message is checked in the same places in ${language}`, async ({ page }) => {
    const said = texts[language];
    await openInbox(page, language);
    const count = await rows(page).count();
    const names: (readonly string[])[] = [];
    for (let message = 0; message < count; message += 1) {
      await rows(page).nth(message).click();
      await chooseTool(page, words[language].verify);
      const dialog = page.getByRole('dialog', { name: said.dialog });
      await expect(dialog).toBeVisible();
      await page.locator('.verify-more').click();
      names.push(await places(page).allTextContents());
      await places(page).last().click();
      await expect(page.locator('.verify-reply').last()).not.toBeEmpty();
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    }
    expect(names[0]?.length).toBeGreaterThan(5);
    expect(names).toEqual(names.map(() => names[0]));
  });

  test(`a contact that was asked becomes the action on a 320 px phone in ${language}`, async ({
    browser,
  }) => {
    const said = texts[language];
    const context = await browser.newContext({
      viewport: { width: 320, height: 568 },
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    await openInbox(page, language);
    await rows(page).first().tap();
    await expect(regions(page).first()).toBeVisible();
    await chooseTool(page, words[language].verify);
    const dialog = page.getByRole('dialog', { name: said.dialog });
    await places(page).first().tap();
    await dialog.getByRole('button', { name: said.act }).tap();
    await expect(dialog.locator('.verify-reply [aria-pressed="true"]')).toBeVisible();
    const wider = await dialog
      .locator('.dialog-body')
      .evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(wider, 'nothing is wider than the phone').toBeLessThanOrEqual(0);
    await dialog.getByRole('button', { name: said.close, exact: true }).tap();
    await expect(page.locator('.tool-button[aria-checked="true"]')).toContainText(words[language].verify);
    await context.close();
  });
}
