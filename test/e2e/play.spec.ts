import { expect, type Page, test } from '@playwright/test';
import { answer, type Language, openInbox, regions, rows, words } from './round.ts';

for (const language of ['ja', 'en'] satisfies Language[]) {
  test(`a whole round by mouse in ${language}`, async ({ page }) => {
    await page.goto(`./?lang=${language}`);
    await page
      .getByRole('button', { name: language === 'ja' ? 'はじめての5通を開く' : 'Open your first 5 emails' })
      .click();
    await expect(page, 'beginners begin with the pack that teaches the game').toHaveURL(
      /#\/play\/first-day\/first-five/,
    );
    await expect(rows(page).first()).toBeVisible();
    const count = await rows(page).count();
    await rows(page).first().click();
    for (let message = 0; message < count; message += 1) {
      await regions(page).nth(1).click();
      await expect(regions(page).nth(1)).toHaveAttribute('aria-pressed', 'true');
      await answer(page, language, message % 2 === 0 ? 'phish' : 'genuine');
      await page
        .getByRole('button', { name: message === count - 1 ? words[language].result : words[language].next })
        .click();
    }
    await expect(page.getByRole('heading', { name: words[language].resultTitle })).toBeVisible();
    // Each message leads to its debrief; other lists of the result lead nowhere.
    const messages = page.getByRole('listitem').filter({ has: page.getByRole('button') });
    await expect(messages).toHaveCount(count);
  });

  test(`a whole round by keyboard alone in ${language}`, async ({ page }) => {
    await openInbox(page, language);
    const count = await rows(page).count();
    await rows(page).first().focus();
    await page.keyboard.press('Enter');
    for (let message = 0; message < count; message += 1) {
      await expect(regions(page).first()).toHaveAttribute('aria-pressed', 'false');
      await tabUntil(page, () => document.activeElement?.matches('.message .region') ?? false);
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(regions(page).nth(1)).toHaveAttribute('aria-pressed', 'true');
      await page.keyboard.press('Enter');
      await expect(regions(page).nth(1)).toHaveAttribute('aria-pressed', 'false');
      await page.keyboard.press('End');
      await page.keyboard.press(' ');
      await expect(regions(page).last()).toHaveAttribute('aria-pressed', 'true');
      await tabUntil(page, () => document.activeElement?.matches('.tool-button') ?? false);
      await page.keyboard.press(' ');
      await tabUntil(page, () => document.activeElement?.matches('.seals input') ?? false);
      await page.keyboard.press(' ');
      await page.keyboard.press('ArrowRight');
      await tabUntil(page, () => document.activeElement?.matches('.stamp-it') ?? false);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('complementary', { name: words[language].debrief })).toContainText(
        { ja: '・たぶん」と判定し', en: ', likely” and' }[language],
      );
      await tabUntil(page, () => document.activeElement?.matches('.debrief-next button') ?? false);
      await page.keyboard.press('Enter');
    }
    await expect(page.getByRole('heading', { name: words[language].resultTitle })).toBeFocused();
  });

  test(`a whole round on a 375 px phone in ${language}`, async ({ browser }) => {
    const context = await browser.newContext({
      viewport: { width: 375, height: 812 },
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    await openInbox(page, language);
    const count = await rows(page).count();
    await rows(page).first().tap();
    for (let message = 0; message < count; message += 1) {
      await regions(page).nth(2).tap();
      await expect(regions(page).nth(2)).toHaveAttribute('aria-pressed', 'true');
      await answer(page, language, 'genuine');
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wider, 'nothing is wider than the phone').toBeLessThanOrEqual(0);
      await page
        .getByRole('button', { name: message === count - 1 ? words[language].result : words[language].next })
        .tap();
    }
    await expect(page.getByRole('heading', { name: words[language].resultTitle })).toBeVisible();
    await context.close();
  });
}

test('marks survive a change of language and a reload', async ({ page }) => {
  await openInbox(page, 'ja');
  await rows(page).nth(1).click();
  await expect(regions(page).first()).toBeVisible();
  const count = await regions(page).count();
  const flagged = [0, 3, Math.floor(count / 2), count - 1];
  for (const index of flagged) await regions(page).nth(index).click();
  const marked = () =>
    page
      .locator('.message .region.flagged')
      .evaluateAll((all) =>
        [...new Set(all.map((region) => region.getAttribute('data-region') ?? ''))].toSorted(),
      );
  const before = await marked();
  expect(before).toHaveLength(flagged.length);
  await page.getByRole('button', { name: 'EN' }).click();
  await expect(page.getByRole('radio', { name: 'Do as it asks' })).toBeVisible();
  expect(await marked()).toEqual(before);
  await page.reload();
  await expect(regions(page).first()).toBeVisible();
  expect(await marked()).toEqual(before);
});

test('an answer and its debrief are still there after a reload', async ({ page }) => {
  await openInbox(page, 'en');
  await rows(page).first().click();
  await answer(page, 'en', 'genuine');
  const debrief = page.getByRole('complementary', { name: words.en.debrief });
  const outcome = await debrief.innerText();
  await page.locator('.everything > summary').click();
  const score = await page.locator('.debrief-score').innerText();
  await page.reload();
  await expect(debrief).toHaveText(outcome, { useInnerText: true });
  await page.locator('.everything > summary').click();
  await expect(page.locator('.debrief-score')).toHaveText(score);
});

test('the round continues if the device stores nothing, and says so once', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { get: () => undefined });
  });
  await openInbox(page, 'en');
  await expect(page.getByText('This device cannot keep a record.')).toHaveCount(1);
  await rows(page).first().click();
  await regions(page).first().click();
  await answer(page, 'en', 'phish');
});

test('an invalid value is reported, a foreign parameter is not, and the game continues', async ({ page }) => {
  await page.goto('./?lang=xx&colour=red#/play/sakura-2019/may-june-2019');
  await expect(page.getByRole('status').filter({ hasText: 'lang=xx' })).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByText('colour')).toHaveCount(0);
});

test('a missing scenario is reported in both languages, and the way back works', async ({ page }) => {
  await page.goto('./?lang=en#/play/sakura-2019/not-there');
  await expect(page.getByRole('heading', { name: 'Could not be loaded' })).toBeVisible();
  await expect(page.getByText('there is no such file on the server')).toBeVisible();
  await expect(page.getByText('サーバーにこのファイルはありません')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('button', { name: 'Open your first 5 emails' })).toBeEnabled();
});

/** Presses Tab until the condition holds in the page, as a person looks for a control. */
async function tabUntil(page: Page, there: () => boolean): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    if (await page.evaluate(there)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab never got there');
}
