import axe, { type AxeResults } from 'axe-core';
import { expect, type Page, test } from '@playwright/test';

/** What axe-core finds wrong with the page as it stands, and whether it is wider than the screen. */
async function inspect(page: Page, what: string): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
  expect(
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`)),
    what,
  ).toEqual([]);
  const wider = await page.locator('.sheet').evaluate((sheet) => sheet.scrollWidth - sheet.clientWidth);
  expect(wider, `${what} is too wide`).toBeLessThanOrEqual(0);
}

test('a drill is found on the start page and played perfectly by mouse in Japanese', async ({ page }) => {
  await page.goto('./?lang=ja');
  await page.getByRole('tab', { name: /^もしものとき \d+$/ }).click();
  await page.getByRole('link', { name: 'リンクを開いてしまった' }).click();
  await expect(page.getByRole('heading', { name: '場面1' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'クリックの直後' })).toBeVisible();
  await inspect(page, 'the first turn');
  for (const label of [
    /^何も入力せず、タブを閉じる/,
    /返信もしない/,
    /開かずに.*窓口に伝える/,
    /リンクを開いたことと時刻も/,
  ]) {
    await page.getByRole('button', { name: label }).click();
  }
  await expect(page.getByRole('img', { name: '得点 100 / 100' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '振り返り' })).toBeFocused();
  await expect(page.getByText('最善の進み方と同じです。')).toBeVisible();
  await inspect(page, 'the debrief');

  const lesson = page.locator('.read-on a').first();
  const title = (await lesson.textContent()) ?? '';
  await lesson.click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await page.getByRole('button', { name: '戻る' }).click();
  await expect(page.getByText('最善の進み方と同じです。')).toBeVisible();
  await page.getByRole('button', { name: '戻る' }).click();
  await page.getByRole('tab', { name: /^もしものとき \d+$/ }).click();
  await page.getByRole('link', { name: 'リンクを開いてしまった' }).click();
  await expect(page.getByRole('heading', { name: '場面1' })).toBeVisible();
});

test('a drill with an order of steps is played by keyboard in English at 320 px, with a mistake', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    viewport: { width: 320, height: 568 },
    colorScheme: 'dark',
    reducedMotion: 'reduce',
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  await page.goto('./?lang=en#/drill/first-aid/macro-enabled');
  await expect(page.getByRole('heading', { name: 'Turn 1' })).toBeVisible();
  /** Tabs from where the focus is to a button, and presses it. */
  const press = async (name: string): Promise<void> => {
    const button = page.getByRole('button', { name, exact: true });
    for (let tab = 0; tab < 40; tab += 1) {
      if (await button.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
  };
  await press('Start a virus scan');
  await expect(page.getByRole('heading', { name: 'Turn 2' })).toBeFocused();
  await expect(page.getByText('The scan is stuck at 3%.')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '8 min after you enabled it' })).toBeVisible();
  await inspect(page, 'a turn after a mistake');
  const best = page.getByRole('button', { name: /LAN.*Wi-Fi/ });
  await press((await best.textContent()) ?? '');
  await press('Tell the CSIRT by phone');
  await press(
    (await page
      .getByRole('button', { name: /^(Borrow another device, and c|C)hange your password/ })
      .textContent()) ?? '',
  );
  await expect(page.getByRole('heading', { name: 'Put the steps in order' })).toBeFocused();
  await inspect(page, 'the order of steps');
  for (const step of [
    /^Pull the LAN cable and turn/,
    /^Phone the CSIRT/,
    /^Leave examination/,
    /^Change your passwords/,
  ]) {
    const offered = page.getByRole('button', { name: step });
    await offered.focus();
    await page.keyboard.press('Enter');
  }
  await press('Respond in this order');
  await expect(page.getByRole('heading', { name: 'Debrief' })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'The best way' })).toBeVisible();
  await inspect(page, 'the debrief');
  await press('Try again');
  await expect(page.getByRole('heading', { name: 'Turn 1' })).toBeVisible();
  await context.close();
});
