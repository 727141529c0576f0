import { expect, type Locator, type Page, test } from '@playwright/test';
import { openInbox, regions, rows } from './round.ts';

const flagged = (page: Page): Promise<number> =>
  page.locator('.message .region[aria-pressed="true"]').count();
const selected = (page: Page): Promise<string> => page.evaluate(() => String(getSelection()));

/** Two parts of text, one below the other, the first at least 220 px wide. */
async function twoParts(page: Page): Promise<readonly [Locator, Locator]> {
  const parts = page.locator('.message .body .text .region[role="button"]');
  const count = await parts.count();
  for (let at = 0; at + 1 < count; at += 1) {
    const box = await parts.nth(at).boundingBox();
    if (box === null || box.width <= 220) continue;
    await parts.nth(at + 1).scrollIntoViewIfNeeded();
    return [parts.nth(at), parts.nth(at + 1)];
  }
  throw new Error('the message has no part that wide');
}

async function drag(page: Page, from: Locator, to: Locator, start: number, end: number): Promise<void> {
  const [a, b] = [await from.boundingBox(), await to.boundingBox()];
  if (a === null || b === null) throw new Error('a part is not drawn');
  await page.mouse.move(a.x + start, a.y + 9);
  await page.mouse.down();
  await page.mouse.move(b.x + end, b.y + 9, { steps: 8 });
  await page.mouse.up();
}

test.beforeEach(async ({ page }) => {
  await openInbox(page, 'ja');
  await rows(page).first().click();
  await expect(regions(page).first()).toBeVisible();
});

test('dragging over text selects it and flags nothing, in a part and across parts, either way', async ({
  page,
}) => {
  const [one, other] = await twoParts(page);
  // Chromium selects nothing when a drag starts before the first letter, but it was still a drag.
  await drag(page, one, one, 5, 205);
  expect(await flagged(page)).toBe(0);
  await drag(page, one, one, 20, 205);
  expect((await selected(page)).length).toBeGreaterThan(5);
  expect(await flagged(page)).toBe(0);
  await drag(page, one, one, 205, 5);
  expect(await flagged(page)).toBe(0);
  await drag(page, one, other, 60, 30);
  expect(await selected(page)).not.toBe('');
  expect(await flagged(page)).toBe(0);
  await drag(page, other, one, 30, 60);
  expect(await flagged(page)).toBe(0);
  await one.click();
  await expect(one).toHaveAttribute('aria-pressed', 'true');
});

test('a double click selects a word, Shift and a click extend it, and neither flags', async ({ page }) => {
  const [one, other] = await twoParts(page);
  await one.dblclick({ position: { x: 30, y: 8 } });
  expect(await selected(page)).not.toBe('');
  await expect(one).toHaveAttribute('aria-pressed', 'false');
  const before = await selected(page);
  await other.click({ modifiers: ['Shift'], position: { x: 20, y: 8 } });
  expect((await selected(page)).length).toBeGreaterThan(before.length);
  expect(await flagged(page)).toBe(0);
  await one.click({ clickCount: 3, position: { x: 30, y: 8 } });
  expect(await flagged(page)).toBe(0);
});

test('the keyboard selects everything and marks by Enter and the space bar alone', async ({ page }) => {
  await regions(page).nth(2).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Shift+ArrowRight');
  expect(await flagged(page)).toBe(0);
  await expect(regions(page).nth(2)).toBeFocused();
  await page.keyboard.press('Control+Space');
  expect(await flagged(page)).toBe(0);
  await page.keyboard.press('Space');
  await expect(regions(page).nth(2)).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Enter');
  await expect(regions(page).nth(2)).toHaveAttribute('aria-pressed', 'false');
});

test('a copied text has only the words of the mail, without seal or number', async ({ page }) => {
  const [one] = await twoParts(page);
  await page.keyboard.press('Control+a');
  const unflagged = await selected(page);
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await one.click();
  await expect(one).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Control+a');
  expect(await selected(page)).toBe(unflagged);
});

test('a finger held on text selects it and flags nothing; a tap flags', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    viewport: { width: 375, height: 812 },
    hasTouch: true,
    isMobile: true,
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  await openInbox(page, 'ja');
  await rows(page).first().tap();
  const part = page.locator('.message .body .text .region[role="button"]').first();
  await part.scrollIntoViewIfNeeded();
  const box = await part.boundingBox();
  if (box === null) throw new Error('the part is not drawn');
  const devtools = await context.newCDPSession(page);
  await devtools.send('Input.synthesizeTapGesture', {
    x: box.x + 20,
    y: box.y + 9,
    duration: 1200,
    gestureSourceType: 'touch',
  });
  expect(await flagged(page)).toBe(0);
  await part.tap();
  await expect(part).toHaveAttribute('aria-pressed', 'true');
  await context.close();
});
