import { expect, type Page, test } from '@playwright/test';
import { type Language, openInbox, regions, rows } from './round.ts';

const words = {
  ja: {
    open: '確かめる',
    dialog: 'このメールを確かめる',
    act: 'この相手に確かめる、と答える',
    close: '閉じる',
  },
  en: {
    open: 'Verify',
    dialog: 'Verify this message',
    act: 'Answer: check with this contact',
    close: 'Close',
  },
} satisfies Record<Language, unknown>;

const places = (page: Page) => page.locator('.verify-place');

for (const language of ['ja', 'en'] satisfies Language[]) {
  test(`every message is checked in the same places in ${language}`, async ({ page }) => {
    const said = words[language];
    await openInbox(page, language);
    const count = await rows(page).count();
    const names: (readonly string[])[] = [];
    for (let message = 0; message < count; message += 1) {
      await rows(page).nth(message).click();
      await page.locator('.answer-wide').getByRole('button', { name: said.open, exact: true }).click();
      const dialog = page.getByRole('dialog', { name: said.dialog });
      await expect(dialog).toBeVisible();
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
    const said = words[language];
    const context = await browser.newContext({
      viewport: { width: 320, height: 568 },
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    await openInbox(page, language);
    await rows(page).first().tap();
    await expect(regions(page).first()).toBeVisible();
    await page.locator('.answer-open').getByRole('button', { name: said.open }).tap();
    const dialog = page.getByRole('dialog', { name: said.dialog });
    await places(page).first().tap();
    await dialog.getByRole('button', { name: said.act }).tap();
    await expect(dialog.locator('.verify-reply [aria-pressed="true"]')).toBeVisible();
    const wider = await dialog
      .locator('.dialog-body')
      .evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(wider, 'nothing is wider than the phone').toBeLessThanOrEqual(0);
    await dialog.getByRole('button', { name: said.close, exact: true }).tap();
    await page.locator('.answer-open .main').tap();
    await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue('verify:csirt');
    await context.close();
  });
}
