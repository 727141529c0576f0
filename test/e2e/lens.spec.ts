/** The lens: beside the link in a wide window, a sheet on a phone, with the inks in both. */
import { expect, test } from '@playwright/test';
import { openInbox, regions, rows } from './round.ts';

const inbox = '#/play/sakura-2019/may-june-2019';

test('lies beside its link, and the message stays in use', async ({ page }) => {
  await openInbox(page, 'en', inbox);
  await rows(page).nth(1).click();
  const tool = page.locator('.message .link-tool').first();
  await tool.click();
  const lens = page.getByRole('dialog', { name: 'Inspect the link' });
  await expect(lens).toBeFocused();
  const [card, loupe] = [await lens.boundingBox(), await tool.boundingBox()];
  expect(card?.x).toBeGreaterThanOrEqual((loupe?.x ?? 0) + (loupe?.width ?? 0));
  await page.keyboard.press('Escape');
  await expect(lens).toHaveCount(0);
  await expect(tool).toBeFocused();

  await tool.click();
  // Folding its table back leaves it open.
  const fold = lens.locator('summary').first();
  await fold.click();
  await expect(lens.locator('details').first()).toHaveAttribute('open', '');
  await fold.click();
  await expect(lens.locator('details[open]')).toHaveCount(0);
  await expect(lens).toBeVisible();
  const part = regions(page).first();
  await part.click();
  await expect(part).toHaveAttribute('aria-pressed', 'true');
  await expect(lens).toHaveCount(0);
});

for (const width of [1280, 375]) {
  test(`flags the link with the ink chosen in it, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openInbox(page, 'en', inbox);
    await rows(page).nth(1).click();
    await page.locator('.message .link-tool').first().click();
    const lens = page.getByRole('dialog', { name: 'Inspect the link' });
    await lens.getByRole('radio', { name: 'Trust' }).check();
    await lens.locator('.lens-url .region').click();
    await lens.getByRole('button', { name: 'Close' }).click();
    await expect(page.locator('.message .region.flagged.trust .link')).toBeVisible();
    await page.locator('.message .link-tool').first().click();
    await lens.getByRole('button', { name: 'Open it (mock page)' }).click();
    const browser = page.getByRole('dialog', { name: 'Mock browser' });
    await expect(browser.getByRole('radio', { name: 'Trust' })).toBeChecked();
  });
}
