import { expect, test } from '@playwright/test';
import { everyScreen } from './every-screen.ts';
import { faults } from './faults.ts';
import type { Look } from './looks.ts';
import { answer, openInbox, rows, words } from './round.ts';

/** Each language in each theme, and each width. */
const looks: readonly Look[] = [
  { width: 1280, height: 800, colorScheme: 'light', language: 'ja' },
  { width: 1280, height: 800, colorScheme: 'dark', language: 'en' },
  { width: 375, height: 812, colorScheme: 'light', language: 'en' },
  { width: 320, height: 568, colorScheme: 'dark', language: 'ja' },
];

/** Each width in each theme and language. */
const allLooks: readonly Look[] = [
  { width: 1280, height: 800 },
  { width: 375, height: 812 },
  { width: 320, height: 568 },
].flatMap((size) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    (['ja', 'en'] as const).map((language) => ({ ...size, colorScheme, language })),
  ),
);

// All of them take ten minutes: before a release, with MIKIWAME_ALL_LOOKS=1.
for (const look of process.env['MIKIWAME_ALL_LOOKS'] === undefined ? looks : allLooks) {
  const { width, height, colorScheme, language } = look;
  test(`every screen is free of axe faults and no wider than ${width} px, ${colorScheme}, ${language}`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(240_000);
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme,
      reducedMotion: 'reduce',
      hasTouch: width < 720,
      ...(baseURL && { baseURL }),
    });
    const page = await context.newPage();
    const found: string[] = [];
    await everyScreen(page, language, async (screen) => {
      for (const fault of await faults(page)) found.push(`${screen}: ${fault}`);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (excess > 0) found.push(`${screen}: ${excess} px too wide`);
    });
    expect(found).toEqual([]);
    await context.close();
  });
}

test('the focus is in the right place after opening a round and after going back to the list', async ({
  page,
}) => {
  await page.goto('./?lang=en');
  await page.locator('.button.big').press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.setViewportSize({ width: 320, height: 568 });
  await rows(page).first().press('Enter');
  await page.locator('.back').press('Enter');
  await expect(page.getByRole('region', { name: 'Inbox' })).toBeFocused();
});

test('the buttons at the foot of a debrief are fully visible, however long its head is', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 560 });
  await openInbox(page, 'en');
  await rows(page).first().click();
  await answer(page, 'en', 'phish');
  await expect(page.getByRole('button', { name: words.en.next })).toBeInViewport({ ratio: 1 });
  // Only the parts of the page scroll: the bar on top is always there.
  expect(
    await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight),
  ).toBeLessThanOrEqual(0);
});
