/** The browser's Back button closes what lies on top, then goes back one screen. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { answer, openInbox, regions, rows, words } from './round.ts';
import { fileAnswer, ownServer } from './own-server.ts';

const inspectors = '#/play/toolbox/inspectors';
// In a task of its own: leaving the page must not cut off the answer to the call.
const back = (page: Page): Promise<void> => page.evaluate(() => void setTimeout(() => history.back()));
const forward = (page: Page): Promise<void> => page.evaluate(() => history.forward());
const entries = (page: Page): Promise<number> => page.evaluate(() => history.length);

/** Goes from the start page to an inbox and opens a message. */
async function begin(page: Page, route: string, subject?: RegExp): Promise<void> {
  await page.goto('./?lang=en');
  await expect(page.locator('.button.big')).toBeEnabled();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, route);
  await (subject ? rows(page).filter({ hasText: subject }) : rows(page)).first().click();
  await expect(regions(page).first()).toBeVisible();
}

test('closes the lens and keeps the message; closing by the button adds no history entry', async ({
  page,
}) => {
  await begin(page, '#/play/sakura-2019/may-june-2019');
  const lens = page.locator('.lens-url');
  const before = await entries(page);
  await page.locator('.message .link-tool').first().click();
  await expect(lens).toBeVisible();
  await back(page);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(regions(page).first()).toBeVisible();
  await expect(page.locator('.message .link-tool').first()).toBeFocused();
  for (let time = 0; time < 5; time += 1) {
    await page.locator('.message .link-tool').first().click();
    await expect(lens).toBeVisible();
    if (time % 2 === 0) await page.keyboard.press('Escape');
    else await page.locator('.dialog-head button').click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  expect(await entries(page)).toBe(before + 1);
  // Nothing is open any more: one press leaves the round, and Forward comes back to it.
  await back(page);
  await expect(page.locator('.button.big')).toBeVisible();
  await forward(page);
  await expect(rows(page).first()).toBeVisible();
  await forward(page);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

/** Opens one thing, goes back, and expects it closed and the message still open. */
async function closesByBack(page: Page, opener: Locator, part: string): Promise<void> {
  await opener.click();
  await expect(page.locator(part).first()).toBeVisible();
  await back(page);
  await expect(page.locator(part)).toHaveCount(0);
  await expect(regions(page).first()).toBeVisible();
}

test('closes every sheet, source and dialog of a message and of its answer', async ({ page }) => {
  await begin(page, inspectors, /revised stand drawing/);
  await closesByBack(page, page.locator('.message-tools button').nth(1), '.source');
  await page.locator('.message-tools button').first().click();
  await closesByBack(page, page.locator('.headers-tools button').last(), '.programs');
  await closesByBack(page, page.locator('.attachments .button').first(), '.file-sheet');
  await closesByBack(page, page.locator('.tool-button').nth(4), '.verify-place');
  await closesByBack(page, page.locator('.folders > button'), '.reference');
});

test('goes step by step out of list, lens, mock browser and what would have happened, on a phone', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    viewport: { width: 375, height: 812 },
    hasTouch: true,
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  await begin(page, '#/play/first-day/first-five');
  while ((await page.locator('.message .link-tool').count()) === 0) {
    await back(page);
    await expect(page.locator('.message')).toHaveCount(0);
    await rows(page).nth(1).click();
  }
  await page.locator('.message .link-tool').first().click();
  await page.locator('.look-up > button').click();
  await expect(page.locator('.look-up .entries')).toBeVisible();
  await back(page);
  await expect(page.locator('.look-up .entries')).toHaveCount(0);
  await expect(page.locator('.lens-url')).toBeVisible();
  await page.locator('dialog .dialog-actions button').click();
  await page.locator('.browser-page .button.small').first().click();
  await expect(page.locator('.aftermath')).toBeVisible();
  await back(page);
  await expect(page.locator('.aftermath')).toHaveCount(0);
  await expect(page.locator('.browser-page')).toBeVisible();
  await back(page);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.message')).toBeVisible();
  await page.setViewportSize({ width: 375, height: 600 });
  await page.locator('.dock-toggle').click();
  await expect(page.locator('.seals')).toBeVisible();
  await back(page);
  await expect(page.locator('.seals')).toBeHidden();
  await back(page);
  await expect(page.locator('.message')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Inbox' })).toBeFocused();
  await back(page);
  await expect(page.locator('.button.big')).toBeVisible();
  await context.close();
});

test('goes from an explained message back to the result, and from the result to the inbox', async ({
  page,
}) => {
  await page.goto('./?lang=en');
  await openInbox(page, 'en', '#/round?mode=training&packs=first-day&length=2&seed=back&reason=off');
  await rows(page).first().click();
  for (const name of [words.en.next, words.en.result]) {
    await answer(page, 'en', 'phish');
    await page.getByRole('button', { name }).click();
  }
  const result = page.locator('.result-hero');
  await expect(result).toBeVisible();
  await page.locator('.result-list button').first().click();
  await expect(page.locator('.debriefed')).toBeVisible();
  await back(page);
  await expect(result).toBeVisible();
  // A screen of its own is one step further, and back again.
  await page
    .getByRole('button', { name: 'See all your results' })
    .or(page.locator('.dialog-actions .button').nth(3))
    .first()
    .click();
  await expect(result).toHaveCount(0);
  await back(page);
  await expect(result).toBeVisible();
  await page.reload();
  await expect(result).toBeVisible();
});

test('in a frame closes what is open and never leaves the page around it', async ({ page, baseURL }) => {
  const host = await ownServer(({ path }) =>
    fileAnswer(
      'page.html',
      path === '/course'
        ? `<!doctype html><title>Course</title><h1>Course</h1><iframe src="${baseURL}?lang=en#/play/sakura-2019/may-june-2019" style="width:100%;height:46rem"></iframe>`
        : '<!doctype html><title>Courses</title><h1>Courses</h1><a href="/course">Open</a>',
    ),
  );
  await page.goto(`${host.origin}/`);
  await page.getByRole('link').click();
  const game = page.frameLocator('iframe');
  await game.locator('.rows .row').first().click();
  await game.locator('.message .link-tool').first().click();
  await expect(game.locator('.lens-url')).toBeVisible();
  await back(page);
  await expect(game.getByRole('dialog')).toHaveCount(0);
  await expect(game.locator('.message')).toBeVisible();
  await game.locator('.message .link-tool').first().click();
  await game.locator('.dialog-head button').click();
  // One press uses up the entry of the lens; the page around stays.
  await back(page);
  await expect(game.locator('.message')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Course', exact: true })).toBeVisible();
  await back(page);
  await expect(page.getByRole('heading', { name: 'Courses' })).toBeVisible();
  await host.close();
});
