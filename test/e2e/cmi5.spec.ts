/** The cmi5 package against a strict record store on another origin, with each error a store can give. */
import { expect, type Page, test } from '@playwright/test';
import { strictLrs, type StrictLrs } from '../lms/xapi/strict-lrs.ts';
import { fileAnswer, type OwnServer, ownServer } from './own-server.ts';
import { packed } from './packed.ts';
import { answer, words } from './round.ts';

test.use({ serviceWorkers: 'allow' });

let lms: OwnServer;
let store: OwnServer;
let lrs: StrictLrs;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  const files = await packed('cmi5');
  lms = await ownServer(({ path }) => {
    if (path === '/back')
      return fileAnswer('back.html', '<!doctype html><title>Course</title>Back in the course');
    const file = files.get(path.replace(/^\/course\//, ''));
    return file && fileAnswer(path, file);
  });
  store = await ownServer((asked) => {
    const permission = {
      'Access-Control-Allow-Origin': asked.headers['origin'] ?? '',
      'Access-Control-Allow-Headers': 'authorization, content-type, x-experience-api-version',
      'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE',
    };
    if (asked.method === 'OPTIONS') return { status: 204, headers: permission };
    const { status, body, headers } = lrs.handle(asked);
    return { status, headers: { ...permission, ...headers }, ...(status !== 204 && { body }) };
  });
});
test.afterAll(async () => {
  await lms.close();
  await store.close();
});

async function launch(page: Page): Promise<void> {
  const parameters = new URLSearchParams({
    endpoint: `${store.origin}/xapi`,
    fetch: `${store.origin}/fetch`,
    actor: JSON.stringify(lrs.launch.actor),
    registration: lrs.launch.registration,
    activityId: lrs.launch.activity,
  });
  await page.goto(`${lms.origin}/course/index.html?${parameters.toString()}`);
}

const verbs = (): readonly string[] =>
  lrs.statements().map(({ verb }) => /verbs\/(\w+)/.exec(JSON.stringify(verb))?.[1] ?? '');

/** As in a frame of another site, or over plain http. */
const withoutWorkers = (): void => void Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');

test('a round is reported as the standard requires, and the learner returns to the course', async ({
  page,
}) => {
  lrs = strictLrs({ masteryScore: 0.1, returnURL: `${lms.origin}/back` });
  await launch(page);
  await page.locator('.rows .row').first().click();
  await answer(page, 'en', 'phish');
  await page.getByRole('button', { name: words.en.next }).click();
  await answer(page, 'en', 'phish');
  await page.getByRole('button', { name: words.en.result }).click();
  await expect.poll(verbs).toContain('completed');
  await page.getByRole('button', { name: 'Save and leave' }).click();
  await expect(page.getByText('Back in the course')).toBeVisible();
  expect(verbs()[0]).toBe('initialized');
  expect(verbs().at(-1)).toBe('terminated');
  expect(verbs()).toContain('passed');
  expect(lrs.offences).toEqual([]);
});

test('a round is resumed by the next launch after the window was closed', async ({ page, context }) => {
  lrs = strictLrs();
  await launch(page);
  await page.locator('.rows .row').first().click();
  await answer(page, 'en', 'phish');
  await expect(page.getByText('Recorded in the LMS')).toBeVisible();
  await page.close({ runBeforeUnload: true });
  await expect.poll(verbs).toContain('terminated');
  lrs.relaunch();
  const again = await context.newPage();
  await launch(again);
  await expect(again.getByText('1 / 2')).toBeVisible();
  expect(lrs.offences).toEqual([]);
});

for (const [how, reload] of [
  ['by the browser’s button', async (page: Page) => void (await page.reload())],
  [
    'by its key, where the browser has no worker,',
    async (page: Page) => {
      // A headless browser does not react to the key itself.
      await page.keyboard.press('F5');
      await page.reload();
    },
  ],
  ['by script', (page: Page) => page.evaluate(() => location.reload())],
] as const) {
  test(`a reload ${how} keeps the session, the answers and the flags`, async ({ page }) => {
    if (!how.includes('button')) await page.addInitScript(withoutWorkers);
    lrs = strictLrs({ masteryScore: 0.1, returnURL: `${lms.origin}/back` });
    await launch(page);
    await page.locator('.rows .row').first().click();
    await answer(page, 'en', 'phish');
    await page.getByRole('button', { name: words.en.next }).click();
    const region = page.locator('.message .region').first();
    await region.click();
    await expect(region).toHaveAttribute('aria-pressed', 'true');
    if (how.includes('button'))
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.evaluate(() => Reflect.set(window, 'isOld', true));
    await reload(page);
    await page.waitForFunction(() => !('isOld' in window));
    await expect(page.getByText('1 / 2')).toBeVisible();
    await expect(region).toHaveAttribute('aria-pressed', 'true');
    // And once more, which is a reload of a page that was reloaded.
    await reload(page);
    await expect(page.getByText('1 / 2')).toBeVisible();
    await answer(page, 'en', 'phish');
    await page.getByRole('button', { name: words.en.result }).click();
    await page.getByRole('button', { name: 'Save and leave' }).click();
    await expect(page.getByText('Back in the course')).toBeVisible();
    expect(verbs().filter((verb) => verb === 'initialized' || verb === 'terminated')).toEqual([
      'initialized',
      'terminated',
    ]);
    expect(verbs().filter((verb) => verb === 'answered')).toHaveLength(2);
    expect(verbs().at(-1)).toBe('terminated');
    expect(lrs.offences).toEqual([]);
  });
}

test('a reloaded page sends terminated when it is closed', async ({ page }) => {
  lrs = strictLrs();
  await launch(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await expect(page.getByText('Recorded in the LMS')).toBeVisible();
  await page.close({ runBeforeUnload: true });
  await expect.poll(verbs).toContain('terminated');
  expect(verbs()).toEqual(['initialized', 'terminated']);
  expect(lrs.offences).toEqual([]);
});

test('a second launch in the same tab starts a new session and resumes the round', async ({ page }) => {
  lrs = strictLrs();
  await launch(page);
  await page.locator('.rows .row').first().click();
  await answer(page, 'en', 'phish');
  await expect(page.getByText('Recorded in the LMS')).toBeVisible();
  await page.goto(`${lms.origin}/back`);
  await expect.poll(verbs).toContain('terminated');
  lrs.relaunch();
  await launch(page);
  await expect(page.getByText('1 / 2')).toBeVisible();
  await expect(page.getByText('Recorded in the LMS')).toBeVisible();
  expect(lrs.offences).toEqual([]);
});

test('a reload without a worker asks to start again, and shows the answers', async ({ page }) => {
  await page.addInitScript(withoutWorkers);
  lrs = strictLrs();
  await launch(page);
  await page.locator('.rows .row').first().click();
  await answer(page, 'en', 'phish');
  await expect(page.getByText('Recorded in the LMS')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Please start again from your course')).toBeVisible();
  await expect(page.getByText('1 / 2')).toBeVisible();
  expect(lrs.offences).toEqual([]);
});

for (const status of [401, 412, 429, 503]) {
  test(`the round continues while the store answers ${status}, and is reported afterwards`, async ({
    page,
  }) => {
    lrs = strictLrs();
    await launch(page);
    await page.locator('.rows .row').first().click();
    lrs.answerWith(status, { 'Retry-After': '1' });
    await answer(page, 'en', 'phish');
    await expect(page.getByText('The result could not be delivered')).toBeVisible();
    lrs.answerWith(undefined);
    await expect.poll(verbs, { timeout: 30_000 }).toContain('answered');
    await expect(page.getByText('Recorded in the LMS')).toBeVisible();
    expect(lrs.offences).toEqual([]);
  });
}

test('the round can be played if the token is refused, and a notice says so', async ({ page }) => {
  lrs = strictLrs();
  lrs.answerWith(403);
  await launch(page);
  await expect(page.getByText('The LMS could not be reached')).toBeVisible();
  await page.locator('.rows .row').first().click();
  await answer(page, 'en', 'phish');
});
