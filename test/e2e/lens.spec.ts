/** The lens: beside the link in a wide window, a sheet on a phone, with the inks in both. */
import { expect, type Locator, test } from '@playwright/test';
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

/** The last character of each line but the last one, and the first one of the next. */
const lineEnds = (text: Locator): Promise<readonly string[]> =>
  text.evaluate((element) => {
    const ends: string[] = [];
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let before = { sign: '', bottom: 0 };
    while (texts.nextNode() !== null) {
      const { currentNode } = texts;
      for (const [at, sign] of [...(currentNode.textContent ?? '')].entries()) {
        const range = document.createRange();
        range.setStart(currentNode, at);
        range.setEnd(currentNode, at + 1);
        const { bottom } = range.getBoundingClientRect();
        if (before.sign !== '' && bottom > before.bottom + 8) ends.push(before.sign + sign);
        before = { sign, bottom };
      }
    }
    return ends;
  });

test('no line of an address ends inside a name', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await openInbox(page, 'en', '#/play/first-day/first-five');
  await rows(page).first().click();
  const ends = [...(await lineEnds(page.locator('.sender-lines .region').nth(1)))];
  await page.locator('.message .link-tool').first().click();
  ends.push(...(await lineEnds(page.locator('.lens-url'))));
  expect(ends.length).toBeGreaterThan(1);
  // After a joint, or before the path.
  for (const end of ends) expect(end).toMatch(/^(?:[-.@/].|.\/)$/);
});
