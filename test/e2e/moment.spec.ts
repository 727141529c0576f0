/** The moment of the verdict: no frame of it is blank, and the message stays where it is. */
import { expect, type Page, test } from '@playwright/test';
import { hasAThirdOfEveryFrame, zoomed } from './looks.ts';
import { answer, chooseTool, openInbox, regions, rows, words } from './round.ts';

/** What was seen in all animation frames since `watch`. */
interface Seen {
  readonly frames: number;
  readonly blank: readonly string[];
  readonly moved: readonly string[];
}

declare global {
  interface Window {
    watched?: () => Seen;
  }
}

/** Looks at every animation frame from now on, and notes each layout shift. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const part = '.message .region[role="button"]';
    const place = (): string => {
      const box = document.querySelector(part)?.getBoundingClientRect();
      return box === undefined ? 'gone' : [box.left, box.top, box.width].map(Math.round).join();
    };
    const words = document.querySelector('.message')?.textContent;
    const before = place();
    const blank: string[] = [];
    const moved: string[] = [];
    let frames = 0;
    let isWatching = true;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moved.push(JSON.stringify(entry));
    });
    observer.observe({ type: 'layout-shift' });
    const look = (): void => {
      frames += 1;
      const message = document.querySelector('.message');
      if (message === null || message.textContent.length < (words?.length ?? 0) / 2) blank.push('message');
      if (document.querySelector('.waiting') !== null) blank.push('word for loading');
      if (document.querySelector('.answer') === null) {
        const said = document.querySelector('.debrief-head h2')?.textContent ?? '';
        const next = document.querySelector('.debrief-next')?.textContent ?? '';
        if (said === '' || next === '') blank.push('debrief');
      }
      if (place() !== before) moved.push(`${before} to ${place()}`);
      if (isWatching) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    window.watched = () => {
      isWatching = false;
      return { frames, blank, moved };
    };
  });

for (const [width, height] of [
  [1280, 800],
  [375, 812],
] as const)
  test(`nothing is blank and nothing jumps when the answer is given at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openInbox(page, 'ja', '#/play/first-day/first-five');
    await rows(page).first().click();
    await expect(regions(page).first()).toBeVisible();
    // The debrief is fetched while the message is read.
    await page.waitForLoadState('networkidle');
    await chooseTool(page, words.ja.report);
    await page.locator('.seals').getByRole('radio', { name: words.ja.phish, exact: true }).check();
    await watch(page);
    await page.getByRole('button', { name: words.ja.answer, exact: true }).click();
    await expect(page.locator('.verdict-moment')).toBeVisible();
    await expect(page.locator('.verdict-moment')).toHaveCount(0);
    const seen = await page.evaluate(() => window.watched?.());
    expect(seen?.frames).toBeGreaterThan(10);
    expect({ blank: seen?.blank, moved: seen?.moved }).toEqual({ blank: [], moved: [] });
    await expect(page.locator('.debrief-thread path')).toBeVisible({ visible: width >= 1024 });
  });

test('at least a third of every frame shows the message beside its debrief', async ({ page }) => {
  await openInbox(page, 'ja', '#/play/first-day/first-five');
  await rows(page).first().click();
  await answer(page, 'ja', 'phish');
  await hasAThirdOfEveryFrame(page, page.locator('.pane > .reader'), zoomed);
});
