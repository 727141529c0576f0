/** Nothing that is printed is cut off. */
import { expect, type Page, test } from '@playwright/test';
import { everyScreen } from './every-screen.ts';

/** CSS pixels of an A4 sheet between its margins, as Chromium prints it. */
const sheet = { width: 718, height: 1047 };
/** The sheet of a certificate: landscape, without margins. */
const certificateSheet = { width: 1123, height: 794 };

/** The texts that would be cut off by a scrolling element, by the end or by the side of the document. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const cut: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const { scrollHeight, clientWidth } = document.documentElement;
    while (walker.nextNode()) {
      const { currentNode: text } = walker;
      const parent = text.parentElement;
      if (parent === null || (text.nodeValue ?? '').trim() === '') continue;
      // Text for screen readers only, and the values of fields.
      if (parent.closest('.visually-hidden, script, noscript, style, textarea, select, svg') !== null)
        continue;
      range.selectNodeContents(text);
      for (const box of range.getClientRects()) {
        if (box.width === 0) continue;
        const lies = { top: box.top + scrollY, bottom: box.bottom + scrollY };
        const isOutside = lies.bottom > scrollHeight + 2 || box.right > clientWidth + 2 || box.left < -2;
        let clip: Element | null = parent;
        let isClipped = false;
        for (; clip !== null && clip !== document.documentElement; clip = clip.parentElement) {
          const { overflowX, overflowY, clipPath } = getComputedStyle(clip);
          const edge = clip.getBoundingClientRect();
          if (clipPath.startsWith('inset(50%')) break;
          if (overflowY !== 'visible' && (box.bottom > edge.bottom + 3 || box.top < edge.top - 3))
            isClipped = true;
          if (overflowX !== 'visible' && (box.right > edge.right + 3 || box.left < edge.left - 3))
            isClipped = true;
        }
        if (isOutside || isClipped)
          cut.push(`${parent.className || parent.tagName}: ${text.nodeValue?.slice(0, 60)}`);
      }
    }
    return [...new Set(cut)];
  });

/** Sends the events of a browser before and after it prints. */
const tell = (page: Page, event: 'beforeprint' | 'afterprint'): Promise<boolean> =>
  page.evaluate((name) => dispatchEvent(new Event(name)), event);

/** The number of sheets of the page as a PDF. */
async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]);
}

test('no text of any screen is cut off on paper', async ({ page }) => {
  test.setTimeout(200_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await everyScreen(page, 'ja', async (screen) => {
    const before = page.viewportSize();
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(screen === 'certificate' ? certificateSheet : sheet);
    await tell(page, 'beforeprint');
    expect(await cutOff(page), screen).toEqual([]);
    await tell(page, 'afterprint');
    await page.emulateMedia({ media: 'screen' });
    if (before !== null) await page.setViewportSize(before);
  });
});

test('an explanation is printed with its message and all its points, even the folded ones', async ({
  page,
}) => {
  await page.goto('./?lang=ja#/teach/office/paying-day/catalogue-meeting');
  const points = page.locator('.teaching .card');
  await expect(points.first()).toBeVisible();
  expect(await pagesOf(page)).toBeGreaterThan(1);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(sheet);
  await tell(page, 'beforeprint');
  await expect(page.locator('.message .body')).toBeVisible();
  const count = await points.count();
  expect(count).toBeGreaterThan(5);
  for (let at = 0; at < count; at += 1) await expect(points.nth(at)).toBeVisible();
  await tell(page, 'afterprint');
  await expect(page.locator('.teaching details[open]')).toHaveCount(0);
});

test('paper is light and leaves out what works only on screen', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto('./?lang=ja');
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('.top-bar')).toBeHidden();
  const [ground, ink] = await page.evaluate(() => {
    const style = getComputedStyle(document.body);
    return [style.backgroundColor, style.color];
  });
  expect(ground).toBe('rgb(255, 255, 255)');
  expect(ink).toBe('rgb(34, 38, 46)');
});

test('a certificate fills one sheet of A4 in landscape', async ({ page }) => {
  let pdf = '';
  await everyScreen(page, 'ja', async (screen) => {
    if (screen !== 'certificate') return;
    await page.getByLabel('お名前', { exact: true }).fill('田中 花子');
    pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  });
  expect(/\/Count (\d+)/.exec(pdf)?.[1]).toBe('1');
  const [, width = '', height = ''] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  // Points: 297 and 210 mm.
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
});
