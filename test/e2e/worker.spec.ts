/** The service worker with servers that redirect, replace, fail and change: its cached files are always the right ones. */
import { expect, type Page, test } from '@playwright/test';
import {
  type Fault,
  type HostedSite,
  hostedSite,
  askForUpdate,
  lookedForUpdate,
  storedUpdate,
  registrations,
  unsound,
  versionsOn,
  visited,
} from './hosted-site.ts';
import type { Answer, Failure } from './own-server.ts';
import { faults } from './faults.ts';
import { answer, openSettings, rows, words } from './round.ts';

test.use({ serviceWorkers: 'allow' });

let site: HostedSite;
test.beforeEach(async () => {
  site = await hostedSite();
});
test.afterEach(() => site.close());

const signIn = '<!doctype html><html><title>Sign in</title><form>Sign in</form></html>';
const signInPage: Answer = { body: signIn, headers: { 'Content-Type': 'text/html' } };
const toSignIn: Answer = { status: 302, headers: { Location: '/login' } };
const json = (body: string): Answer => ({ body, headers: { 'Content-Type': 'application/json' } });
const script = (body: string): Answer => ({ body, headers: { 'Content-Type': 'text/javascript' } });
const offline: Fault = () => 'cut';

let rounds = 0;

/** Opens the site anew, at a round of one message. */
async function opens(page: Page, address = site.address()): Promise<void> {
  rounds += 1;
  // Starts from another page, because otherwise only the hash would change.
  await page.goto('about:blank');
  await page.goto(
    `${address}?lang=en#/round?mode=training&packs=sakura-2019&length=1&reason=off&seed=${rounds}`,
  );
  await rows(page).first().click();
}

async function plays(page: Page, address?: string): Promise<void> {
  await opens(page, address);
  await answer(page, 'en', 'phish');
}

test.describe('a host that redirects the page', () => {
  for (const status of [301, 302, 308]) {
    test(`from index.html to the folder by ${status} works, even offline`, async ({ page }) => {
      site.fail((path) => (path === 'index.html' ? { status, headers: { Location: './' } } : undefined));
      await visited(page, site.address());
      expect(await unsound(page)).toEqual([]);
      site.fail(offline);
      await plays(page, `${site.address()}index.html`);
    });
  }

  test('from the folder to index.html works too', async ({ page }) => {
    site.fail((path) => (path === '' ? { status: 302, headers: { Location: './index.html' } } : undefined));
    await visited(page, site.address());
    site.fail(offline);
    await plays(page);
  });
});

/** Replaces the page, at both of its addresses. */
const thePage = (given: Answer | Failure): Fault =>
  function (path) {
    if (path === 'login') return signInPage;
    return path === 'index.html' || path === '' ? given : undefined;
  };

/** Replaces every script except the first. */
const aScript = (given: Answer | Failure): Fault =>
  function (path) {
    return /^assets\/(?!index-).*\.js$/.test(path) ? given : undefined;
  };

const faultsOf: Readonly<Record<string, () => Readonly<Record<string, Fault>>>> = {
  page: () => ({
    'a sign-in page': thePage(signInPage),
    'a redirect to a sign-in page': thePage(toSignIn),
    'the page of the last version': thePage({ ...signInPage, body: site.file('index.html') }),
    'no page': thePage('cut'),
  }),
  script: () => ({
    'a sign-in page for a script': aScript(signInPage),
    'a sign-in page that says it is a script': aScript(script(signIn)),
    'half a script': aScript(script('export const half = ')),
    'an error for a script': aScript({ status: 503 }),
    'a redirect of a script': aScript(toSignIn),
    'no connection for a script': aScript('cut'),
  }),
};

/** The caches of a visited site: scripts, content, and notes, which are there a moment after the worker is ready. */
async function cachesOf(page: Page): Promise<readonly string[]> {
  const stored = (): Promise<readonly string[]> => page.evaluate(() => caches.keys());
  await expect.poll(stored).toHaveLength(3);
  return stored();
}

for (const [part, partFaults] of Object.entries(faultsOf)) {
  test(`a version is stored completely and unchanged, or the last one stays: faults of a ${part}`, async ({
    page,
  }) => {
    await visited(page, site.address());
    const before = await cachesOf(page);
    const given = partFaults();
    site.deploy(2);
    for (const [name, fault] of Object.entries(given)) {
      site.fail(fault);
      expect(await lookedForUpdate(page), name).toBe('redundant');
      expect(await cachesOf(page), name).toEqual(before);
    }
    expect(await unsound(page)).toEqual([]);
    site.fail(offline);
    await plays(page);
    expect(await versionsOn(page)).toEqual([1]);
  });
}

test('a version for which there is no room is not stored; one without new content is', async ({
  page,
  context,
}) => {
  await visited(page, site.address());
  await cachesOf(page);
  site.deploy(2);
  const session = await context.newCDPSession(page);
  const { origin } = new URL(site.address());
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 });
  expect(await lookedForUpdate(page), 'no room').toBe('redundant');
  expect(await unsound(page)).toEqual([]);
  site.fail(offline);
  await plays(page);
  expect(await versionsOn(page)).toEqual([1]);

  // Everything works again except the content, which is cached from before.
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  site.fail((path) => (path.startsWith('content/') ? { status: 500 } : undefined));
  expect(await lookedForUpdate(page)).toBe('activated');
  await plays(page);
  expect(await versionsOn(page)).toEqual([2]);
});

test('a version that cannot be stored for days is used without a worker, instead of the old one', async ({
  page,
}) => {
  await visited(page, site.address());
  // A proxy that rewrites every script.
  site.fail((path) =>
    path.endsWith('.js') && path.startsWith('assets/') ? script(`${site.file(path)}\n`) : undefined,
  );
  site.deploy(2);
  const [, next] = /name="version" content="(\w+)"/.exec(site.file('index.html')) ?? [];
  // The browser also looks for a new version by itself after a visit, and may be doing so now, with a note of today.
  await expect
    .poll(async () => {
      await page.evaluate(async (version) => {
        const notes = await caches.open('mikiwame / notes');
        await notes.put(`./?failing=${version}`, new Response('0'));
      }, next);
      await askForUpdate(page);
      return registrations(page);
    })
    .toBe(0);
  await page.goto('about:blank');
  await plays(page);
  expect(await versionsOn(page)).toEqual([2]);
});

test('valid content is cached, and the copy is used if the server sends something else', async ({ page }) => {
  const faults: Readonly<Record<string, Answer | Failure>> = {
    'a sign-in page': signInPage,
    'a sign-in page that says it is JSON': json(signIn),
    'a redirect to a sign-in page': toSignIn,
    'an error told in JSON': json('{"error":"not signed in"}'),
    'half a file': json('{"format":1,"packs":['),
    'a part of a file': { ...json('{"format":1}'), status: 206 },
    'an empty file': json(''),
    'an error of the server': { status: 503 },
    'no such file': { status: 404 },
    'no leave': { status: 403 },
    'no connection': 'cut',
    'no answer': 'silent',
  };
  await visited(page, site.address());
  for (const [name, given] of Object.entries(faults)) {
    site.fail((path) => {
      if (path === 'login') return signInPage;
      return path.startsWith('content/') ? given : undefined;
    });
    await test.step(name, () => plays(page));
  }
  expect(await unsound(page)).toEqual([]);
  site.fail(offline);
  await plays(page);
  site.fail();
  await plays(page);
});

const update = (page: Page) => page.getByRole('button', { name: 'Update', exact: true });
const start = (page: Page) => page.getByRole('button', { name: 'Open your first 5 emails' });

/** Counts the loads of the page from now on. */
function loadsOf(page: Page): () => number {
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  return () => loads;
}

test.describe('a new version', () => {
  test('is active at the second reload at the latest', async ({ page }) => {
    await visited(page, site.address());
    site.deploy(2);
    await page.reload();
    await storedUpdate(page);
    await page.reload();
    await expect(page.getByRole('main')).toBeVisible();
    expect(await versionsOn(page)).toEqual([2]);
  });

  test('is activated at once on a start page that nobody has touched', async ({ page }) => {
    await visited(page, `${site.address()}?lang=en`);
    site.deploy(2);
    await page.goto('about:blank');
    // By counting, for a script that Playwright runs on the page counts as touching it.
    const loads = loadsOf(page);
    await page.goto(`${site.address()}?lang=en`);
    await expect.poll(loads, { timeout: 60_000 }).toBe(2);
    await expect(start(page)).toBeVisible();
    expect(await versionsOn(page)).toEqual([2]);
    await expect(update(page)).toHaveCount(0);
  });

  test('waits for the end of a round, which keeps its scripts', async ({ page }) => {
    await visited(page, site.address());
    await opens(page);
    site.deploy(2);
    expect(await lookedForUpdate(page)).toBe('activated');
    await answer(page, 'en', 'phish');
    expect(await versionsOn(page)).toEqual([1]);
    await page.getByRole('button', { name: words.en.result }).click();
    await expect(page.getByRole('heading', { name: words.en.resultTitle })).toBeVisible();
    expect(await versionsOn(page)).toEqual([1]);
    await update(page).click();
    await expect(page.getByRole('heading', { name: words.en.resultTitle })).toBeVisible();
    expect(await versionsOn(page)).toEqual([2]);
    await expect(update(page)).toHaveCount(0);
  });

  test('serves the scripts of a page that was opened before there was a worker', async ({ page }) => {
    await visited(page, `${site.address()}?lang=en#/progress`);
    site.deploy(2);
    expect(await lookedForUpdate(page)).toBe('activated');
    await openSettings(page);
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
    expect(await versionsOn(page)).toEqual([1]);
    await expect(update(page)).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(update(page)).toHaveCount(0);
    const loads = loadsOf(page);
    await page.evaluate(() => {
      location.hash = '#/';
    });
    await expect.poll(loads).toBe(1);
    await expect(start(page)).toBeVisible();
    expect(await versionsOn(page)).toEqual([2]);
  });

  test('keeps the scripts of another tab until that is closed', async ({ page, context }) => {
    await visited(page, `${site.address()}?lang=en`);
    const other = await context.newPage();
    await opens(other);
    const [before] = await page.evaluate(() => caches.keys());
    site.deploy(2);
    expect(await lookedForUpdate(other)).toBe('activated');
    await page.goto('about:blank');
    await page.goto(`${site.address()}?lang=en`);
    await expect(start(page)).toBeVisible();
    expect(await versionsOn(page)).toEqual([2]);
    await answer(other, 'en', 'phish');
    expect(await versionsOn(other)).toEqual([1]);
    expect(await page.evaluate(() => caches.keys())).toContain(before);
    await other.close();
    await page.reload();
    await expect.poll(() => page.evaluate(() => caches.keys())).not.toContain(before);
  });
});

test('a cached copy is announced in a line that can be closed', async ({ page }) => {
  await visited(page, site.address());
  site.fail((path) => (path.startsWith('content/') ? signInPage : undefined));
  await page.goto('about:blank');
  await page.goto(`${site.address()}?lang=en`);
  const line = page.getByText('The server sent a web page, such as a sign-in page, in place of the content.');
  await expect(line).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(line).toHaveCount(0);
  await start(page).click();
  await expect(rows(page).first()).toBeVisible();
  await expect(line).toHaveCount(0);
  site.fail(offline);
  await page.goto('about:blank');
  await page.goto(`${site.address()}?lang=ja`);
  await expect(
    page.getByText('サーバーに接続できないため、この端末に保存してある教材を表示しています。'),
  ).toBeVisible();
});

test('two sites on one origin do not affect each other', async ({ page }) => {
  const both = await hostedSite(['/a/', '/b/']);
  await visited(page, both.address('/a/'));
  both.deploy(2, '/b/');
  await visited(page, both.address('/b/'));
  both.deploy(3, '/b/');
  expect(await lookedForUpdate(page)).toBe('activated');
  await visited(page, both.address('/b/'));
  both.fail(offline);
  await plays(page, both.address('/a/'));
  expect(await versionsOn(page)).toEqual([1]);
  await plays(page, both.address('/b/'));
  expect(await versionsOn(page)).toEqual([3]);
  await both.close();
});
