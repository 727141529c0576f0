import axe, { type AxeResults } from 'axe-core';
import { expect, type Page, test } from '@playwright/test';
import { fillAnswer, regions, rows, unfoldAnswer, words } from './round.ts';

/** A second pack beside the shipped one: its own copy of a scenario, listed by hand without a catalogue. */
async function addPack(page: Page): Promise<void> {
  await page.route('**/content/index.json', async (route) => {
    const index = await (await route.fetch()).json();
    const first = index.packs.find(({ id }: { id: string }) => id === 'sakura-2019');
    const scenarios = first.scenarios.map(({ id, title, messages }: (typeof first.scenarios)[number]) => ({
      id,
      title,
      messages,
    }));
    const second = {
      ...first,
      id: 'by-hand',
      title: { ja: '手書きのパック', en: 'A pack by hand' },
      scenarios,
      lessons: [],
    };
    await route.fulfill({ json: { ...index, packs: [first, second] } });
  });
  await page.route('**/content/packs/by-hand/**', async (route) => {
    const address = route.request().url().replace('/by-hand/', '/sakura-2019/');
    await route.fulfill({ response: await page.request.get(address) });
  });
}

const subjects = (page: Page) => page.locator('.rows .row-subject').allTextContents();

/** What axe-core finds wrong with the page as it stands, one line each. */
async function faults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} — ${failureSummary}`),
  );
}

test('a training round dealt from two packs, by mouse', async ({ page }) => {
  await addPack(page);
  await page.goto('./?lang=en&mode=training&packs=sakura-2019,by-hand&length=6&seed=two-packs');
  await expect(rows(page)).toHaveCount(6);
  await page.getByRole('button', { name: 'Open the first message' }).click();
  for (let message = 0; message < 6; message += 1) {
    await regions(page).nth(1).click();
    await fillAnswer(page, 'en', words.en.phish);
    const question = page.getByRole('heading', { name: 'What decided it for you?' });
    await expect(question).toBeFocused();
    await page.getByRole('button', { name: 'The message as a whole' }).click();
    const debrief = page.getByRole('complementary', { name: 'Debrief' });
    await debrief.getByText(/^All \d+ explanations and the full result$/).click();
    await expect(debrief).toContainText('the message as a whole');
    await page.getByRole('button', { name: message === 5 ? words.en.result : words.en.next }).click();
  }
  await expect(page.getByRole('heading', { name: 'Your round' })).toBeFocused();
  await expect(page.locator('.result-list li')).toHaveCount(6);
  const before = page.url();
  await page.getByRole('button', { name: 'Play another round' }).click();
  await expect(rows(page)).toHaveCount(6);
  expect(page.url()).not.toBe(before);
});

test('the same link deals the same round, and a reload resumes it at the same message', async ({
  page,
  context,
}) => {
  const link = './?lang=ja#/round?mode=training&length=5&seed=same';
  await page.goto(link);
  await expect(rows(page)).toHaveCount(5);
  const dealt = await subjects(page);
  const other = await context.browser()?.newPage();
  if (other === undefined) throw new Error('no second browser page');
  await other.goto(new URL(link, page.url()).href);
  await expect(rows(other)).toHaveCount(5);
  expect(await subjects(other)).toEqual(dealt);
  await other.close();
  await rows(page).nth(2).click();
  await regions(page).nth(1).click();
  await page.reload();
  await expect(regions(page).nth(1)).toHaveAttribute('aria-pressed', 'true');
  expect(await subjects(page)).toEqual(dealt);
});

test('a round without a seed keeps its deal in the address, so that a reload deals it again', async ({
  page,
}) => {
  await page.goto('./?lang=en');
  await page.getByRole('link', { name: /Training/ }).click();
  await expect(rows(page)).toHaveCount(5);
  await expect(page).toHaveURL(/seed=[a-z0-9]{6}/);
  const dealt = await subjects(page);
  await page.reload();
  await expect(rows(page)).toHaveCount(5);
  expect(await subjects(page)).toEqual(dealt);
});

test('an assessment by keyboard: nothing is explained before the end, and the pass mark is shown', async ({
  page,
}) => {
  await page.goto('./?lang=en&mode=assessment&length=2&seed=exam&passMark=90');
  await expect(page.getByText('Pass mark: 90')).toBeVisible();
  await tabUntil(page, () => document.activeElement?.matches('.welcome .main') ?? false);
  await page.keyboard.press('Enter');
  for (let message = 0; message < 2; message += 1) {
    await expect(page.locator('.message :is(.subject, .channel-title)')).toBeFocused();
    await expect(page.getByRole('button', { name: /hint/i })).toHaveCount(0);
    await tabUntil(page, () => document.activeElement?.matches('.tool-button') ?? false);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press(' ');
    await tabUntil(page, () => document.activeElement?.matches('.seals input') ?? false);
    await page.keyboard.press(' ');
    await tabUntil(page, () => document.activeElement?.matches('.stamp-it') ?? false);
    await page.keyboard.press('Enter');
    if (message === 1) break;
    await expect(page.getByRole('heading', { name: 'Your answer is in' })).toBeFocused();
    await expect(page.getByRole('complementary', { name: 'Debrief' })).toHaveCount(0);
    await tabUntil(page, () => document.activeElement?.matches('.kept .main') ?? false);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('complementary', { name: 'Debrief' })).toBeVisible();
  await tabUntil(page, () => document.activeElement?.matches('.debrief-next button') ?? false);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your round' })).toBeFocused();
  await expect(page.locator('.standing')).toContainText('pass mark is 90');
});

test('the daily round is the same for everyone, and another the next day', async ({ browser, baseURL }) => {
  const dealtOn = async (time: string): Promise<readonly string[]> => {
    const context = await browser.newContext({ ...(baseURL && { baseURL }) });
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date(time));
    await page.goto('./?lang=ja#/round?mode=daily');
    await expect(rows(page)).toHaveCount(5);
    const dealt = await subjects(page);
    await context.close();
    return dealt;
  };
  const morning = await dealtOn('2026-11-24T01:00:00+09:00');
  expect(await dealtOn('2026-11-24T23:30:00+09:00')).toEqual(morning);
  expect(await dealtOn('2026-11-25T00:30:00+09:00')).not.toEqual(morning);
});

test('invalid settings are reported, and a round starts anyway', async ({ page }) => {
  await page.goto('./?lang=en&mode=exam&length=1000&packs=nowhere');
  await expect(page.getByText(/“mode=exam” cannot be used/)).toBeVisible();
  await expect(page.getByText(/“length=1000” cannot be used\. Allowed: 1–60/)).toBeVisible();
  await expect(page.getByText(/no pack “nowhere”/)).toBeVisible();
  await expect(rows(page)).toHaveCount(5);
});

test('a round file on the server starts a round; a missing one is reported', async ({ page }) => {
  await page.route('**/content/rounds/spring.json', (route) =>
    route.fulfill({
      json: { format: 1, mode: 'assessment', length: 3, seed: 'file', passMark: 80, skin: 'phone' },
    }),
  );
  await page.goto('./?lang=en&round=spring');
  await expect(page.getByText('Pass mark: 80')).toBeVisible();
  await expect(rows(page)).toHaveCount(3);
  await expect(page.locator('.stage.phone')).toBeVisible();
  await page.goto('about:blank');
  await page.goto('./?lang=en&round=nowhere');
  await expect(page.getByText(/round file “nowhere” could not be loaded/)).toBeVisible();
  await expect(rows(page)).toHaveCount(5);
});

test('?teach= explains one message at once, then offers a round', async ({ page }) => {
  await page.goto('./?lang=en&teach=sakura-2019/june-2019/lure-4');
  await expect(page.getByRole('heading', { name: 'Reading this message together', level: 2 })).toBeFocused();
  await expect(page.getByText(/Clicking happens to everybody/)).toBeVisible();
  await expect(page.locator('.explained .debrief-explained > .cards > li')).toHaveCount(3);
  await expect(page.locator('.message .region.point').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Why people fall for it' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /next ten minutes/ })).toBeVisible();
  await page.getByRole('button', { name: 'Start practising' }).click();
  await expect(rows(page)).toHaveCount(4);
});

test('the plan page builds a link that deals what it showed', async ({ page }) => {
  await page.goto('./?lang=en');
  await page.getByRole('link', { name: 'For trainers' }).click();
  // All of its messages are mail, whose subjects the list shows as they are.
  await page.getByLabel('At the office').check();
  await page.getByLabel('Number of messages').selectOption('5');
  await page.getByLabel('Share of genuine mail').selectOption('0.4');
  await expect(page.locator('.planned tbody tr')).toHaveCount(5);
  await expect(page.getByText(/5 messages: 3 phishing, 2 genuine/)).toBeVisible();
  const shown = await page
    .locator('.planned tbody td:first-child')
    .evaluateAll((cells) => cells.map((cell) => cell.firstChild?.textContent ?? ''));
  const link = await page.getByLabel('Link to hand out').inputValue();
  await page.goto(`${link}&lang=en`);
  await expect(rows(page)).toHaveCount(5);
  expect(await subjects(page)).toEqual(shown);
});

test('every screen of a round is free of axe faults and no wider than 320 px', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    viewport: { width: 320, height: 568 },
    colorScheme: 'dark',
    reducedMotion: 'reduce',
    hasTouch: true,
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  const inspect = async (screen: string): Promise<void> => {
    expect(await faults(page), screen).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      `${screen} is too wide`,
    ).toBeLessThanOrEqual(0);
  };
  await page.goto('./?lang=ja');
  await expect(page.locator('.modes')).toBeVisible();
  await inspect('start');
  await page.goto('./?lang=ja#/round?mode=training&packs=sakura-2019&length=2&seed=narrow&timer=900');
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByRole('timer')).toBeVisible();
  await inspect('list');
  await rows(page).first().click();
  await unfoldAnswer(page);
  await page.locator('.hint-button').click();
  await inspect('message with a hint');
  await regions(page).nth(2).click();
  await fillAnswer(page, 'ja', words.ja.phish);
  await expect(page.locator('.reason')).toBeVisible();
  await inspect('reason');
  await page.locator('.reason > .button').click();
  await expect(page.locator('.debriefed')).toBeAttached();
  await inspect('debrief');
  await page.goto('./?lang=ja#/teach/sakura-2019/june-2019/lure-4');
  await expect(page.locator('.explained')).toBeVisible();
  await inspect('teach');
  await page.goto('./?lang=ja#/plan');
  await expect(page.locator('.planned tbody tr').first()).toBeVisible();
  await inspect('plan');
  await page.goto('./?lang=ja#/round?mode=assessment&packs=sakura-2019&length=2&seed=narrow');
  await rows(page).first().click();
  await answerHere(page);
  await expect(page.locator('.kept')).toBeVisible();
  await inspect('kept answer');
  await page.locator('.kept button').click();
  await answerHere(page);
  await page.getByRole('button', { name: words.ja.result }).last().click();
  await expect(page.locator('.standing')).toBeVisible();
  await inspect('result');
  await context.close();
});

async function answerHere(page: Page): Promise<void> {
  await fillAnswer(page, 'ja', words.ja.genuine);
  await expect(page.locator('.answer')).toHaveCount(0);
}

/** Presses Tab until the condition holds in the page, as a person looks for a control. */
async function tabUntil(page: Page, there: () => boolean): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    if (await page.evaluate(there)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab never got there');
}
