import axe, { type AxeResults } from 'axe-core';
import { readFileSync } from 'node:fs';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { answer, chooseTool, openInbox, openSettings, regions, rows, words } from './round.ts';

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The state of the round, as shown on screen. */
interface Stand {
  readonly progress: string;
  readonly subject: string;
  readonly flagged: readonly string[];
  /** Each flagged region with its ink. */
  readonly inks: readonly string[];
  readonly verdict: string;
  readonly action: string;
  /** What the debrief says first, where one is shown. */
  readonly outcome: string;
}

const stand = (page: Page): Promise<Stand> =>
  page.evaluate(() => ({
    progress: document.querySelector('.progress')?.getAttribute('aria-label') ?? '',
    subject: document.querySelector('.message h2')?.textContent ?? '',
    flagged: [
      ...new Set(
        [...document.querySelectorAll<HTMLElement>('.message .region.flagged')].map(
          ({ dataset }) => dataset['region'] ?? '',
        ),
      ),
    ].toSorted(),
    inks: [
      ...new Set(
        [...document.querySelectorAll<HTMLElement>('.message .region.flagged')].map(
          ({ dataset, classList }) =>
            `${dataset['region']} ${classList.contains('trust') ? 'trust' : 'doubt'}`,
        ),
      ),
    ].toSorted(),
    verdict: document.querySelector('.seals .pick:has(:checked)')?.textContent ?? '',
    action: document.querySelector('.tool-button[aria-checked="true"]')?.textContent ?? '',
    outcome: document.querySelector('.debrief-head h2')?.textContent ?? '',
  }));

/** Presses one element and ends the page in the same task. */
async function pressAndEnd(page: Page, selector: string, index: number, way: 'reload' | 'close') {
  await page
    .evaluate(
      ([where, at, how]) => {
        document.querySelectorAll<HTMLElement>(where)[at]?.click();
        if (how === 'reload') location.reload();
      },
      [selector, index, way] as const,
    )
    // The answer may be lost with the page.
    .catch(() => undefined);
  if (way === 'reload') return page;
  const next = await page.context().newPage();
  await page.close();
  return next;
}

const target = '.message .region[role="button"]';

test('a page that ends at 20 random points of rounds loses no move, and the round is resumed', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const next = chance(20_190_606);
  let page = await freshPage(browser);
  await openInbox(page, 'en');
  const count = await rows(page).count();
  let done = 0;
  await rows(page).first().click();
  await expect(regions(page).first()).toBeVisible();
  for (let end = 0; end < 20; end += 1) {
    const before = await stand(page);
    const way = next() < 0.7 ? 'reload' : 'close';
    const step = next();
    if (step < 0.2 && done < count - 1) {
      // The last press of an answer, then the next message.
      const verdict = next() < 0.5 ? 'phish' : 'genuine';
      await page.getByRole('radio', { name: words.en[verdict], exact: true }).click();
      await chooseTool(page, words.en.report);
      page = await pressAndEnd(page, '.stamp-it', 0, way);
      if (way === 'close') await page.goto('./?lang=en#/play/sakura-2019/may-june-2019');
      done += 1;
      await expect(page.getByRole('complementary', { name: words.en.debrief })).toBeVisible();
      expect((await stand(page)).subject).toContain(before.subject);
      expect(await page.locator('.progress').getAttribute('aria-label')).toContain(`${done} of ${count}`);
      await page.getByRole('button', { name: words.en.next }).click();
      await expect(regions(page).first()).toBeVisible();
    } else if (step < 0.3) {
      page = await pressAndEnd(page, '.seals input', next() < 0.5 ? 1 : 4, way);
      if (way === 'close') await page.goto('./?lang=en#/play/sakura-2019/may-june-2019');
      await expect(page.locator('.seals :checked')).toHaveCount(1);
      const after = await stand(page);
      expect({ ...after, verdict: '' }).toEqual({ ...before, verdict: '' });
    } else {
      const at = Math.floor(next() * (await regions(page).count()));
      const region = (await regions(page).nth(at).getAttribute('data-region')) ?? '';
      const inHand = page.locator('.ink-palette .pick.trust input');
      const mark = `${region} ${(await inHand.isChecked()) ? 'trust' : 'doubt'}`;
      page = await pressAndEnd(page, target, at, way);
      if (way === 'close') await page.goto('./?lang=en#/play/sakura-2019/may-june-2019');
      await expect(regions(page).first()).toBeVisible();
      // The same ink removes a flag, the other one changes it.
      const others = before.inks.filter((one) => !one.startsWith(`${region} `));
      const inks = before.inks.includes(mark) ? others : [...others, mark].toSorted();
      const flagged = inks.map((one) => one.slice(0, one.lastIndexOf(' '))).toSorted();
      expect(await stand(page), `end ${end}, ${way}`).toEqual({ ...before, flagged, inks });
    }
  }
  await page.context().close();
});

test('a round is resumed after every end of the page although storage contains garbage', async ({
  browser,
}) => {
  const page = await freshPage(browser);
  await page.goto('./THIRD-PARTY-NOTICES.txt');
  await page.evaluate(fillWithGarbage);
  const next = chance(7);
  await openInbox(page, 'en');
  await rows(page).first().click();
  await expect(regions(page).first()).toBeVisible();
  const flagged = new Set<string>();
  for (let end = 0; end < 5; end += 1) {
    const at = Math.floor(next() * (await regions(page).count()));
    const region = (await regions(page).nth(at).getAttribute('data-region')) ?? '';
    if (!flagged.delete(region)) flagged.add(region);
    await pressAndEnd(page, target, at, 'reload');
    await expect(regions(page).first()).toBeVisible();
    expect((await stand(page)).flagged).toEqual([...flagged].toSorted());
  }
  // Only one entry of the garbage claims to belong to this round.
  await expect(page.locator('.notice-bar')).toHaveCount(1);
  await expect(page.locator('.notice-bar')).toContainText('(entries left out: 1)');
  await page.goto('./?lang=en#/settings');
  await expect(page.getByText('rounds under way: 1')).toBeVisible();
  await page.context().close();
});

test('a round continues when storage is full, says so once, and keeps older data', async ({ browser }) => {
  const page = await freshPage(browser);
  await openInbox(page, 'en');
  await rows(page).first().click();
  await regions(page).nth(1).click();
  const kept = (await stand(page)).flagged;
  for (let end = 0; end < 3; end += 1) {
    await page.evaluate(() => {
      IDBObjectStore.prototype.add = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await regions(page)
      .nth(4 + end)
      .click();
    await expect(page.getByText('This device is out of space')).toHaveCount(1);
    await regions(page)
      .nth(8 + end)
      .click();
    expect((await stand(page)).flagged.length).toBeGreaterThan(kept.length);
    await openSettings(page);
    await expect(page.getByText('Nothing can be kept on this device at the moment')).toBeVisible();
    await page.getByRole('button', { name: 'Back' }).click();
    await expect(regions(page).first()).toBeVisible();
    expect((await stand(page)).flagged.length).toBeGreaterThan(kept.length);
    await page.reload();
    await expect(regions(page).first()).toBeVisible();
    expect((await stand(page)).flagged).toEqual(kept);
  }
  await page.context().close();
});

test('a whole round can be started after every end of the page if storage is denied', async ({ browser }) => {
  const page = await freshPage(browser);
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  for (let end = 0; end < 3; end += 1) {
    await openInbox(page, 'en', `#/play/sakura-2019/may-june-2019`);
    await expect(page.getByText('This device cannot keep a record.')).toHaveCount(1);
    await rows(page).nth(end).click();
    await regions(page).nth(2).click();
    await answer(page, 'en', 'phish');
    await page.reload();
    await expect(rows(page).first()).toBeVisible();
    await expect(page.locator('.progress')).toHaveAttribute('aria-label', /^0 of/);
  }
  await page.context().close();
});

test('two tabs with the same round show each other’s marks', async ({ browser }) => {
  const one = await freshPage(browser);
  await openInbox(one, 'en');
  await rows(one).first().click();
  await expect(regions(one).first()).toBeVisible();
  const other = await one.context().newPage();
  await openInbox(other, 'en');
  await expect(regions(other).first()).toBeVisible();
  await regions(one).nth(1).click();
  await expect(regions(other).nth(1)).toHaveAttribute('aria-pressed', 'true');
  await regions(other).nth(3).click();
  await expect(regions(one).nth(3)).toHaveAttribute('aria-pressed', 'true');
  await one.context().close();
});

for (const language of ['ja', 'en'] as const) {
  const name = {
    ja: {
      dark: '暗い',
      text: '150%',
      save: 'ファイルに保存する',
      open: 'ファイルから読み込む',
      delete: 'すべて消す',
    },
    en: {
      dark: 'Dark',
      text: '150%',
      save: 'Save to a file',
      open: 'Load from a file',
      delete: 'Delete everything',
    },
  }[language];

  test(`the settings at 320 px: no axe faults, any text size, export, import and deletion, in ${language}`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({
      viewport: { width: 320, height: 568 },
      reducedMotion: 'reduce',
      ...(baseURL && { baseURL }),
    });
    const page = await context.newPage();
    await openInbox(page, language);
    await rows(page).first().click();
    await regions(page).nth(1).click();
    await page.goto(`./?lang=${language}#/settings`);
    await expect(page.locator('.settings section')).toHaveCount(4);
    for (const choice of [name.dark, name.text]) {
      await page.getByRole('button', { name: choice, exact: true }).click();
      expect(await faults(page)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    }
    const size = await page.evaluate(() => getComputedStyle(document.body).fontSize);
    expect(size).toBe('21px');
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: name.save }).click();
    const download = await downloading;
    const text = readFileSync(await download.path(), 'utf8');
    await page.getByRole('button', { name: name.delete }).click();
    const dialog = page.getByRole('dialog');
    expect(await faults(page)).toEqual([]);
    await dialog.getByRole('button', { name: name.delete }).click();
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('14px');
    await page.getByLabel(name.open).setInputFiles({
      name: 'kept.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('21px');
    await page.reload();
    await expect(page.locator('.settings section')).toHaveCount(4);
    expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('21px');
    await page.goto(`./?lang=${language}#/play/sakura-2019/may-june-2019`);
    await expect(page.locator('.message .region.flagged').first()).toBeVisible();
    await context.close();
  });
}

/** A device without stored data. */
async function freshPage(browser: Browser): Promise<Page> {
  const { baseURL } = test.info().project.use;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...(baseURL && { baseURL }),
  });
  return context.newPage();
}

async function faults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Runs in the page: today's stores, with values that no version of the game ever wrote. */
async function fillWithGarbage(): Promise<void> {
  const garbage = [
    null,
    7,
    'x',
    [],
    {},
    { moves: 'all' },
    new Date(0),
    { round: 'sakura-2019/may-june-2019' },
  ];
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('mikiwame', 2);
    opening.onupgradeneeded = () => {
      for (const shelf of ['rounds', 'records', 'settings', 'cards']) opening.result.createObjectStore(shelf);
      opening.result.createObjectStore('moves', { autoIncrement: true }).createIndex('round', 'round');
    };
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(new Error('not opened')));
  });
  const shelves = ['rounds', 'moves', 'records', 'settings', 'cards'];
  const transaction = database.transaction(shelves, 'readwrite');
  const keys = [
    'settings',
    'theme',
    'language',
    'practice',
    'sakura-2019/may-june-2019',
    'textSize',
    'x',
    'y',
  ];
  for (const [index, value] of garbage.entries()) {
    for (const shelf of shelves) {
      if (shelf === 'moves') transaction.objectStore(shelf).add(value);
      else transaction.objectStore(shelf).add(value, keys[index]);
    }
  }
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
}
