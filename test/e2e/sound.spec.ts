import { expect, type Page, test } from '@playwright/test';
import { openInbox, openSettings, regions, rows } from './round.ts';

declare global {
  interface Window {
    /** The number of notes. */
    notes?: number;
  }
}

/** Counts the notes that the page makes. */
async function listen(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    AudioContext.prototype.createOscillator = function (this: AudioContext) {
      window.notes = (window.notes ?? 0) + 1;
      return new OscillatorNode(this);
    };
  });
  return () => page.evaluate(() => window.notes ?? 0);
}

test('a round is silent, and loads no code for sound, until sound is switched on', async ({ page }) => {
  const notes = await listen(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await openInbox(page, 'en');
  await rows(page).first().click();
  await regions(page).first().click();
  await expect(regions(page).first()).toHaveAttribute('aria-pressed', 'true');
  // The question whether to play sounds makes none.
  expect(asked.filter((path) => /sound/i.test(path) && !/ask-?sound/i.test(path))).toEqual([]);
  expect(await notes()).toBe(0);

  await openSettings(page);
  await page.getByRole('group', { name: 'Sound' }).getByRole('button', { name: 'On' }).click();
  await expect.poll(notes).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(regions(page).first()).toBeVisible();
  const before = await notes();
  // The code for sound may still load while the first flags are set.
  let next = 1;
  const flagUntilHeard = async (silent: number): Promise<void> => {
    await regions(page).nth(next).click();
    next += 1;
    expect(await notes()).toBeGreaterThan(silent);
  };
  await expect(() => flagUntilHeard(before)).toPass();

  await page.reload();
  await expect(regions(page).first()).toBeVisible();
  expect(await notes()).toBe(0);
  await expect(() => flagUntilHeard(0)).toPass();
});
