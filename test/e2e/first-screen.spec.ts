/** What is on screen before the game's own script has come, and that nothing moves when it takes over. */
import { expect, type Page, test } from '@playwright/test';
import { fileAnswer, ownServer } from './own-server.ts';
import { packed } from './packed.ts';

const inbox = './#/play/first-day/first-five';
const parts =
  '.top-bar, .top-bar .button, .folders button, .list-group, .row, .row *, .briefing, .briefing > *';

/** Keeps the game's script back until the returned function is called. */
async function held(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/assets/index-*.js', async (route) => {
    await gate;
    await route.continue();
  });
  return release;
}

/** Opens an address without waiting for what is held back. */
const begin = (page: Page, address: string) => page.goto(address, { waitUntil: 'commit' });

/** Where each part is. */
const boxes = (page: Page, among: string, selector: string) =>
  page.locator(among).evaluate(
    (screen, chosen) =>
      [...screen.querySelectorAll(chosen)].map((part) => {
        const { x, y, width, height } = part.getBoundingClientRect();
        return [part.className, x, y, width, height].map((value) =>
          typeof value === 'number' ? Math.round(value * 10) / 10 : '',
        );
      }),
    selector,
  );

const isAlive = (page: Page): Promise<void> => expect(page.locator('#first')).toHaveCount(0);

for (const [width, height] of [
  [1280, 800],
  [768, 1024],
  [375, 812],
  [320, 568],
] as const) {
  test(`the list stays where it is when the game takes over at ${width}×${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const release = await held(page);
    await begin(page, inbox);
    await expect(page.locator('#first .row')).toHaveCount(5);
    await page.locator('#first .row').nth(2).focus();
    const before = await boxes(page, '#first', parts);
    release();
    await isAlive(page);
    await expect(page.locator('#root button.row')).toHaveCount(5);
    expect(await boxes(page, '#root', parts)).toEqual(before);
    await expect(page.locator('#root button.row').nth(2)).toBeFocused();
  });
}

test('a row pressed before the game is there opens its message', async ({ page }) => {
  const release = await held(page);
  await begin(page, inbox);
  const row = page.locator('#first').getByRole('link').nth(1);
  const subject = await row.locator('.row-subject').textContent();
  await row.click();
  release();
  await expect(page.locator('.message .subject')).toHaveText(subject ?? '');
  expect(new URL(page.url()).hash).toBe('#/play/first-day/first-five');
});

test('the start page is there at once, leads on, and stays where it is', async ({ page }) => {
  const release = await held(page);
  await begin(page, './');
  const way = page.locator('#first .hero-go a');
  await expect(way).toBeVisible();
  const hero = '.hero, .hero h1, .hero-mail, .hero-part, .hero-go .button, .top-bar .button';
  const before = await boxes(page, '#first', hero);
  release();
  await isAlive(page);
  expect(await boxes(page, '#root', hero)).toEqual(before);
});

test('the way on works before the game is there', async ({ page }) => {
  const release = await held(page);
  await begin(page, './');
  await page.locator('#first .hero-go a').click();
  await expect(page.locator('#first .row')).toHaveCount(5);
  release();
  await isAlive(page);
  await expect(page.locator('#root button.row')).toHaveCount(5);
});

test('a begun round waits for the game, in the language and look that were chosen', async ({ page }) => {
  await page.goto(inbox);
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'Phone', exact: true }).click();
  await page.goto('./#/play/office/paying-day');
  await page.locator('button.row').first().click();
  await expect(page.locator('.message .subject')).toBeVisible();
  const release = await held(page);
  await page.reload({ waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('#first .row')).toHaveCount(0);
  await begin(page, inbox);
  await expect(page.locator('#first .stage.phone .row')).toHaveCount(5);
  await expect(page.locator('#first .row').first()).toContainText('unread');
  release();
  await isAlive(page);
});

test('without a head file the game starts as ever', async ({ page }) => {
  await page.route('**/heads/*.json', (route) => route.fulfill({ status: 404 }));
  const release = await held(page);
  await begin(page, './#/play/office/paying-day');
  await expect(page.locator('#first .row')).toHaveCount(0);
  release();
  await expect(page.locator('#root button.row').first()).toBeVisible();
});

test('the list waits for six files, and the index of packs comes after it', async ({ page }) => {
  await page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      if (document.querySelector('#root button.row') === null) return;
      seen.disconnect();
      const files = [
        ...performance.getEntriesByType('navigation'),
        ...performance.getEntriesByType('resource'),
      ];
      const names = files.map(({ name }) => name).filter((name) => !name.startsWith('data:'));
      Object.assign(globalThis, { filesBefore: names });
    });
    seen.observe(document, { childList: true, subtree: true });
  });
  const index = page.waitForRequest('**/content/index.json');
  await begin(page, inbox);
  await expect(page.locator('#root button.row')).toHaveCount(5);
  const files: unknown = await page.evaluate('filesBefore');
  expect(files).toEqual([
    expect.stringMatching(/\/#/),
    ...['assets/index-', 'assets/index-', 'assets/common-', 'first-five.json', 'pack.json'].map((part) =>
      expect.stringContaining(part),
    ),
  ]);
  await index;
});

test('a page in one file shows where to begin before it has unpacked the game', async ({ page }) => {
  const files = await packed('html', { round: undefined, packs: ['first-day'], language: 'both' });
  const server = await ownServer(({ path }) => {
    const file = files.get(path.slice(1));
    return file && fileAnswer(path, file);
  });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
  await page.addInitScript('DecompressionStream = undefined');
  await page.goto(`${server.origin}/index.html`);
  await expect(page.locator('#first .hero-go a')).toBeVisible();
  await page.locator('#first .hero-go a').click();
  await expect(page.locator('#first .row')).toHaveCount(5);
  expect(complaints).toEqual([]);
  await server.close();
});
