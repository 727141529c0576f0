import { expect, type Page, test } from '@playwright/test';
import { hasAThirdOfEveryFrame, zoomed } from './looks.ts';
import { openInbox, regions, rows } from './round.ts';

/** Stamps every part of the open message, one after another, and returns what moved. */
const stampAll = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const message = document.querySelector('.message');
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const places = (): readonly string[] => [
      ...[
        ...document.querySelectorAll(
          '.message :is(.region > span[translate], .region > span:first-child, .link-tool), .dock, .seals, .stamp-it, .toolbar',
        ),
      ].map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return [left, top, width, height].map(Math.round).join();
      }),
      String(message?.scrollHeight),
    ];
    const moved: string[] = [];
    const before = places();
    for (const region of document.querySelectorAll<HTMLElement>('.message .region[role="button"]')) {
      region.click();
      await frame();
      await frame();
      const after = places();
      if (after.join(' ') !== before.join(' ')) moved.push(region.dataset['region'] ?? '');
    }
    return moved;
  });

for (const [width, height] of [
  [1280, 800],
  [375, 812],
] as const)
  test(`a stamp on any part of two inboxes moves nothing at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const [language, inbox] of [
      ['ja', '#/play/first-day/first-five'],
      ['en', '#/play/office/paying-day'],
    ] as const) {
      await openInbox(page, language, inbox);
      const count = await rows(page).count();
      for (let row = 0; row < count; row += 1) {
        await rows(page).nth(row).click();
        await expect(regions(page).first()).toBeVisible();
        // Parts of the first message may still load.
        await page.waitForLoadState('networkidle');
        await expect
          .poll(() =>
            page
              .locator('.message img')
              .evaluateAll((all) => all.every((one) => one instanceof HTMLImageElement && one.complete)),
          )
          .toBe(true);
        expect(await stampAll(page), `message ${row}`).toEqual([]);
        if (width < 720) await page.locator('.back').click();
      }
    }
  });

test('at least a third of every frame shows the message', async ({ page }) => {
  await openInbox(page, 'ja', '#/play/first-day/first-five');
  await rows(page).first().click();
  await expect(regions(page).first()).toBeVisible();
  await hasAThirdOfEveryFrame(page, page.locator('.message'), zoomed);
});

test('at 400 % zoom the message of a timed round has a third of the height, and its answer fits when unfolded', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await openInbox(page, 'en', '#/round?mode=assessment&length=3&seed=a&timer=600&packs=office');
  await rows(page).first().click();
  await expect(page.locator('.whose')).toBeVisible();
  await expect(regions(page).first()).toBeVisible();
  await expect
    .poll(async () => ((await page.locator('.message').boundingBox())?.height ?? 0) / 256)
    .toBeGreaterThan(1 / 3);
  await page.getByRole('button', { name: 'Decide' }).click();
  await expect(page.getByRole('button', { name: /Stamp it/ })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('radio', { name: 'Report' })).toBeInViewport({ ratio: 1 });
});

test('a first message is answered with one stamp in at most fifteen keys', async ({ page }) => {
  await openInbox(page, 'ja', '#/play/first-day/first-five');
  const keys = ['j', 'Tab', 'ArrowDown', 'ArrowDown', 'Enter', '2', 'r', 'Control+Enter'];
  for (const key of keys) {
    if (key === 'Tab') await expect(page.locator('.subject')).toBeFocused();
    await page.keyboard.press(key);
  }
  expect(keys.length).toBeLessThanOrEqual(15);
  await expect(page.getByRole('complementary', { name: '振り返り' })).toBeVisible();
});
