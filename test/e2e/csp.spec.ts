import { expect, type Page, test } from '@playwright/test';
import { fileAnswer, ownServer } from './own-server.ts';
import { packed } from './packed.ts';
import { answer, rows, words } from './round.ts';

test.use({ serviceWorkers: 'allow' });

test('the app runs under its policy and makes no request to other origins', async ({ page, baseURL }) => {
  const origin = new URL(baseURL ?? '').origin;
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) elsewhere.push(url);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || /content security policy/i.test(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));

  const response = await page.goto('./');
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');

  expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
  const inPage = page.locator('meta[http-equiv="Content-Security-Policy"]');
  // One inline script, which draws the first screen, by its digest.
  await expect(inPage).toHaveAttribute(
    'content',
    /default-src 'none'; script-src 'self' 'sha256-[\w+/]{43}='; style-src 'self'/,
  );
  await expect(page).toHaveTitle(/見極め|Mikiwame/);
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the policy stops a request to another origin', async ({ page }) => {
  await page.goto('./');
  const stopped = await page.evaluate(async () => {
    const violated = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
    });
    await fetch('https://phish.example/').catch(() => undefined);
    return violated;
  });
  expect(stopped).toBe('connect-src');
});

/** Plays a round of two messages and returns the violations of the policy, then tries a text as HTML and as script. */
async function playedUnderPolicy(page: Page, address: string) {
  const stopped: string[] = [];
  page.on('console', (message) => {
    if (/content security policy|trusted/i.test(message.text())) stopped.push(message.text());
  });
  await page.goto(address);
  for (const [index, end] of [words.en.next, words.en.result].entries()) {
    if (index === 0) await rows(page).first().click();
    await answer(page, 'en', 'phish');
    await page.getByRole('button', { name: end }).click();
  }
  await expect(page.getByRole('heading', { name: words.en.resultTitle })).toBeVisible();
  const played = [...stopped];
  const refused = await page.evaluate(() =>
    [
      () => document.body.insertAdjacentHTML('beforeend', '<b></b>'),
      () => Object.assign(document.createElement('script'), { src: 'other.js' }),
      () => Object.assign(document.createElement('script'), { text: '1' }),
    ].map((sink) => {
      try {
        sink();
        return 'done';
      } catch (problem) {
        return problem instanceof TypeError ? 'refused' : 'failed';
      }
    }),
  );
  return { played, refused };
}

const underPolicy = { played: [], refused: ['refused', 'refused', 'refused'] };
const round = '#/round?mode=training&packs=sakura-2019&length=2&reason=off&seed=policy';

test('a whole round assigns no text as HTML or script, which the policy forbids (Trusted Types)', async ({
  page,
}) => {
  expect(await playedUnderPolicy(page, `./?lang=en${round}`)).toEqual(underPolicy);
  await page.evaluate(() => navigator.serviceWorker.ready);
});

for (const kind of ['html', 'scorm12'] as const) {
  test(`the same of a package of kind ${kind}`, async ({ page }) => {
    const files = await packed(kind);
    const server = await ownServer(({ path }) => {
      const file = files.get(path.slice(1));
      return file && fileAnswer(path, file);
    });
    expect(await playedUnderPolicy(page, `${server.origin}/index.html`)).toEqual(underPolicy);
    await server.close();
  });
}
