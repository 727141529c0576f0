import { expect, type Page, test } from '@playwright/test';
import { hostedSite, type HostedSite } from './hosted-site.ts';
import { fillAnswer, rows, words } from './round.ts';

// Without a worker, nothing is cached, and a failed request leaves a part missing.
test.use({ serviceWorkers: 'block' });

let site: HostedSite;
test.beforeAll(async () => {
  site = await hostedSite();
});
test.afterEach(() => site.fail());
test.afterAll(() => site.close());

/** The server has lost a file of the build, or never answers. */
const lose = (name: RegExp, how: 'missing' | 'cut' = 'missing'): void =>
  site.fail((path) => (name.test(path) ? (how === 'cut' ? 'cut' : { status: 404 }) : undefined));

const words404 = {
  ja: { start: 'ゲームを読み込めませんでした。', again: 'もう一度試す' },
  en: { start: 'The game could not be loaded.', again: 'Try again' },
} as const;

for (const language of ['ja', 'en'] as const)
  for (const [what, file, query] of [
    ['the sentences', /^assets\/common-/, ''],
    ['the style sheet', /^assets\/index-.*\.css$/, ''],
    ['the connection to an LMS', /^assets\/connect-/, '&endpoint=https%3A%2F%2Flrs.invalid%2F&auth=x'],
  ] as const)
    test(`says in ${language} that the game did not start without ${what}, and starts at the next attempt`, async ({
      page,
    }) => {
      lose(file);
      await page.goto(`${site.address()}?lang=${language}${query}`);
      await expect(page.getByRole('alert')).toContainText(words404[language].start);
      await page.getByRole('button', { name: words404[language].again }).click();
      await expect(page.getByRole('button', { name: words404[language].again })).toBeFocused();
      site.fail();
      await page.getByRole('button', { name: words404[language].again }).click();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('alert')).toHaveCount(0);
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(ground).not.toBe('rgba(0, 0, 0, 0)');
    });

test('says below the bar, without scripts, that the game could not be loaded', async ({ page }) => {
  lose(/^assets\/index-.*\.js$/);
  await page.goto(site.address());
  await expect(page.getByText(/読み込みに時間がかかっています/)).toBeVisible();
  await expect(page.getByText(/taking a while to load/)).toBeVisible();
  site.fail();
  await page.getByRole('link', { name: 'reload the page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(/taking a while to load/)).toHaveCount(0);
});

test('reports a language that did not load, keeps the other, and loads it when it is chosen again', async ({
  page,
}) => {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto(`${site.address()}?lang=ja`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  lose(/^assets\/common-/, 'cut');
  const english = page.locator('.top-bar').getByRole('button', { name: 'EN' });
  await english.click();
  await expect(page.getByText(/もう一方の言語を読み込めませんでした/)).toBeVisible();
  site.fail();
  await english.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Can you tell/);
  await expect(page.getByText(/could not be loaded/)).toHaveCount(0);
  expect(faults).toEqual([]);
});

test('a round whose record could not be made is recorded at the next visit, once', async ({ page }) => {
  await page.goto(
    `${site.address()}?lang=en#/round?mode=training&packs=first-day&length=1&reason=off&seed=a`,
  );
  await expect(rows(page).first()).toBeVisible();
  lose(/^assets\/(finished-round|ResultScreen|unrecorded-rounds)-/);
  await answerAll(page);
  await expect(page.getByRole('alert')).toContainText('Your answers are kept.');
  // Opened again while the file is still missing.
  await page.goto('about:blank');
  await page.goto(`${site.address()}?lang=en#/settings`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  site.fail();
  await page.goto('about:blank');
  await page.goto(`${site.address()}?lang=en#/progress`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('No round finished yet')).toHaveCount(0);
  await page.goto('about:blank');
  await page.goto(`${site.address()}?lang=en#/settings`);
  await expect(page.getByText('Rounds finished: 1')).toBeVisible();
});

test('a message whose code is slow opens when the code arrives, and the list works until then', async ({
  page,
}) => {
  await page.clock.install();
  let arrive = (): void => undefined;
  const arrived = new Promise<undefined>((resolve) => {
    arrive = () => resolve(undefined);
  });
  site.fail((path) => (/^assets\/message-.*\.js$/.test(path) ? arrived : undefined));
  await page.goto(`${site.address()}?lang=en#/play/first-day/first-five`);
  await rows(page).first().click();
  await expect(rows(page).first()).toHaveAttribute('aria-current', 'true');
  await rows(page).nth(1).click();
  await expect(rows(page).nth(1)).toHaveAttribute('aria-current', 'true');
  await page.clock.fastForward(9_000);
  const late = page.getByRole('region', { name: 'Message' }).getByRole('status');
  await expect(late).toContainText('This is taking longer than usual.');
  await expect(page.locator('.subject')).toHaveCount(0);
  // Pressed while it said so.
  const third = rows(page).nth(2);
  await expect(third).toBeInViewport({ ratio: 1 });
  await third.click();
  const subject = await third.locator('.row-subject').innerText();
  arrive();
  await expect(page.locator('.subject')).toHaveText(subject);
  await expect(page.getByText('This is taking longer than usual.')).toHaveCount(0);
});

test('a message whose code fails says so beside the list, and the next attempt opens it', async ({
  page,
}) => {
  lose(/^assets\/message-.*\.js$/);
  await page.goto(`${site.address()}?lang=en#/play/first-day/first-five`);
  const row = rows(page).first();
  await row.click();
  const note = page.getByRole('region', { name: 'Message' }).getByRole('alert');
  await expect(note).toContainText('could not be loaded');
  await expect(row).toBeInViewport({ ratio: 1 });
  site.fail();
  await note.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('.subject')).toBeVisible();
});

test('a hint whose code fails says so across the toolbar of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  lose(/^assets\/HintButton-.*\.js$/);
  await page.goto(`${site.address()}?lang=en#/round?mode=training&packs=first-day&length=1&seed=a`);
  await rows(page).first().click();
  const note = page.getByRole('group', { name: 'Your answer' }).getByRole('alert');
  await expect(note).toContainText('could not be loaded');
  await expect(note).toBeInViewport({ ratio: 1 });
  expect((await note.boundingBox())?.width).toBeGreaterThan(300);
  site.fail();
  await note.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: /^Hint/ })).toBeVisible();
});

test('content that cannot be fetched is requested again, from the screen and from the start page', async ({
  page,
}) => {
  site.fail((path) => (path.startsWith('content/') ? { status: 503 } : undefined));
  await page.goto(`${site.address()}?lang=en`);
  await expect(page.getByRole('alert')).toContainText('exercises could not be loaded');
  for (const hash of ['#/play/first-day/first-five', '#/round?mode=training&length=2&seed=a', '#/plan']) {
    await page.goto(`${site.address()}?lang=en${hash}`);
    await expect(page.getByRole('alert')).toContainText('the server could not be reached');
    await expect(page.getByText(/cannot be used|No message fits/)).toHaveCount(0);
  }
  await page.goto(`${site.address()}?lang=en#/play/first-day/first-five`);
  await expect(page.getByRole('alert')).toBeVisible();
  site.fail();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(rows(page).first()).toBeVisible();
});

/** Answers the round’s only message and asks for the result. */
async function answerAll(page: Page): Promise<void> {
  const { phish, result } = words.en;
  await rows(page).first().click();
  await fillAnswer(page, 'en', phish);
  await page.getByRole('complementary').getByRole('button', { name: result }).click();
}
