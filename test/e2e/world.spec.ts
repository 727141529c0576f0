/** The world in the built game: fetched late, once, from the server or from the page, and never needed by a round. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { packed } from './packed.ts';
import { answer, chooseTool, type Language, openInbox, regions, rows, words } from './round.ts';

const office = '#/play/office/new-mail-system';
const everyday = '#/play/everyday-japan/saturday-parcels';
const worldUrl = '**/content/world/world.json';
const titles = { ja: '公式情報の一覧', en: 'Directory of official details' } as const;

/** The rows of the list, after they have loaded. */
async function listed(page: Page) {
  await expect(rows(page).first()).toBeVisible();
  return rows(page).all();
}

const verify = (within: Page | FrameLocator, language: Language) =>
  chooseTool(within, words[language].verify);

async function openDirectory(within: Page | FrameLocator, language: Language): Promise<void> {
  await within.locator('.verify-more').click();
  await within.getByRole('dialog').getByRole('button', { name: titles[language] }).click();
}

for (const language of ['ja', 'en'] as const) {
  test(`the directory is the same list whatever message is open, and is fetched once, in ${language}`, async ({
    page,
  }) => {
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    const worlds = (): number => fetched.filter((path) => path.endsWith('/world.json')).length;
    await openInbox(page, language, office);
    const lists: string[] = [];
    for (const row of (await rows(page).all()).slice(0, 3)) {
      await row.click();
      await expect(regions(page).first()).toBeVisible();
      if (lists.length === 0) expect(worlds()).toBe(0);
      await verify(page, language);
      await openDirectory(page, language);
      lists.push(await page.locator('.directory').innerText());
      await page.keyboard.press('Escape');
    }
    expect(worlds()).toBe(1);
    expect(lists[0]).toContain('kumokago.example');
    expect(lists).toEqual(lists.map(() => lists[0]));
  });
}

test('in an assessment the lens analyses the address and offers the directory, but names no owner', async ({
  page,
}) => {
  await page.goto('./?lang=en#/round?mode=assessment&packs=office&length=8&seed=w&reason=off');
  const owners = page.locator('.owner-note');
  let inspected = 0;
  for (const row of await listed(page)) {
    await row.click();
    await expect(regions(page).first()).toBeVisible();
    const loupe = page.locator('.message .link-tool').first();
    if (!(await loupe.isVisible())) continue;
    inspected += 1;
    await loupe.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Look it up in the directory' }).click();
    await expect(dialog.getByRole('searchbox')).toHaveValue('');
    await expect(owners).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Close' }).click();
  }
  expect(inspected).toBeGreaterThan(2);
  await expect(owners).toHaveCount(0);
});

test('after the answer the debrief says whose the domain is', async ({ page }) => {
  await openInbox(page, 'en', office);
  await rows(page).first().click();
  await expect(regions(page).first()).toBeVisible();
  await expect(page.locator('.owner-note')).toHaveCount(0);
  await answer(page, 'en', 'genuine');
  await page.locator('.everything > summary').click();
  await expect(page.locator('.debriefed .owner-note').first()).toContainText(/directory/);
});

test('a world changed on the server is read after a reload without a rebuild, and its text is never HTML', async ({
  page,
}) => {
  await page.route(worldUrl, async (route) => {
    const world = await (await route.fetch()).json();
    world.organizations[0].name = { ja: '変わった便', en: '<b onclick=x>Changed</b> Parcel' };
    await route.fulfill({ json: world });
  });
  await openInbox(page, 'en', office);
  await rows(page).first().click();
  await verify(page, 'en');
  await openDirectory(page, 'en');
  await expect(page.locator('.directory').getByText('<b onclick=x>Changed</b> Parcel')).toBeVisible();
});

for (const [what, fulfil] of [
  ['is not there', { status: 404, body: 'no' }],
  ['is no world', { status: 200, body: '{"format":1}' }],
  ['is cut off', { status: 200, body: '{"format":1,"organizations":[{"id":' }],
] as const) {
  test(`if the world ${what}, one sentence says so and the round continues`, async ({ page }) => {
    await page.route(worldUrl, (route) => route.fulfill({ ...fulfil, contentType: 'application/json' }));
    await openInbox(page, 'en', office);
    await rows(page).first().click();
    await verify(page, 'en');
    await openDirectory(page, 'en');
    await expect(
      page.getByText('The directory could not be loaded. You can go on with your contacts.'),
    ).toBeVisible();
    await page.keyboard.press('Escape');
    await answer(page, 'en', 'genuine');
    await expect(page.locator('.debriefed')).toBeVisible();
  });
}

test('a pack of history has contacts, and no directory', async ({ page }) => {
  await openInbox(page, 'en');
  await page.getByRole('button', { name: 'Contacts and rules' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('.contacts li').first()).toBeVisible();
  await expect(dialog.getByText('Loading')).toHaveCount(0);
  await expect(dialog.getByRole('searchbox')).toHaveCount(0);
});

for (const language of ['ja', 'en'] as const) {
  test(`a private mailbox is checked in private places on a 320 px phone in ${language}`, async ({
    browser,
  }) => {
    const context = await browser.newContext({
      viewport: { width: 320, height: 568 },
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    await openInbox(page, language, everyday);
    await rows(page).first().tap();
    await expect(regions(page).first()).toBeVisible();
    await verify(page, language);
    const dialog = page.getByRole('dialog');
    await dialog.locator('.verify-more').tap();
    await expect(dialog.getByRole('button', { name: titles[language] })).toBeVisible();
    for (const place of await dialog.locator('.verify-place').all()) await place.tap();
    await expect(dialog.getByRole('searchbox')).toBeVisible();
    expect(await dialog.innerText()).not.toMatch(/社内の|チケット|company|ticket page/i);
    await expect(dialog.getByText('#9110')).toBeVisible();
    const tooWide = await dialog
      .locator('*')
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().right > innerWidth + 1).length);
    expect(tooWide).toBe(0);
    await context.close();
  });
}

test.describe('a single page', () => {
  let folder: string;
  let file: string;
  // A Playwright worker that runs these tests twice needs a folder for each run.
  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mikiwame-world-'));
    file = join(folder, 'mikiwame.html');
    const files = await packed('html', {
      packs: ['first-day'],
      round: { mode: 'training', length: 2, seed: 'w', passMark: 50, reason: false },
    });
    for (const bytes of files.values()) writeFileSync(file, bytes);
  });
  test.afterAll(() => rmSync(folder, { recursive: true }));

  async function readDirectory(within: Page | FrameLocator): Promise<void> {
    await rows1(within).first().click();
    await verify(within, 'en');
    await openDirectory(within, 'en');
    await expect(within.locator('.directory').getByText('kamome-bin.example', { exact: true })).toBeVisible();
  }
  const rows1 = (within: Page | FrameLocator) => within.locator('.rows .row');

  test('from a disk contains its world', async ({ page }) => {
    await page.goto(pathToFileURL(file).href);
    await readDirectory(page);
  });

  test('in a frame that allows only scripts has its directory', async ({ page }) => {
    await page.goto('./');
    await page.route('**/held.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: readFileSync(file, 'utf8') }),
    );
    await page.route('**/holder.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<!doctype html><iframe sandbox="allow-scripts" src="held.html" style="width:1100px;height:700px"></iframe>',
      }),
    );
    await page.goto('./holder.html');
    await readDirectory(page.frameLocator('iframe'));
  });
});

test('an LMS package contains the world of its packs, or none if they have none', async () => {
  const carried = (files: ReadonlyMap<string, Uint8Array>): unknown =>
    runInNewContext(
      `${new TextDecoder().decode(files.get('content.js') ?? new Uint8Array())}Object.keys(mikiwameContent)`,
    );
  expect(carried(await packed('scorm12', { packs: ['first-day'] }))).toContain('world/world.json');
  expect(carried(await packed('cmi5'))).not.toContain('world/world.json');
});
