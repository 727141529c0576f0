/** Each SCORM package, unpacked and played in a portal against scorm-again. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { fileAnswer, type OwnServer, ownServer } from './own-server.ts';
import { packed } from './packed.ts';
import { answer, words } from './round.ts';

const dist = dirname(createRequire(import.meta.url).resolve('scorm-again'));
const library = readFileSync(join(dist, 'scorm-again.min.js').replace(/dist.*dist/, 'dist'));

/** A portal with the API, a frame within a frame, and storage that lasts over sessions. */
function portal(version: 'Scorm12API' | 'Scorm2004API', how: string): string {
  const name = version === 'Scorm12API' ? 'API' : 'API_1484_11';
  return `<!doctype html><meta charset="utf-8"><title>Portal</title><script src="/scorm-again.js"></script><script>
    const api = new window.${version}({ autocommit: false, logLevel: 5 });
    const kept = localStorage.getItem('cmi');
    if (kept !== null) api.loadFromJSON(JSON.parse(kept).cmi, 'cmi');
    window.refuse = false;
    // What an LMS is sent while the page goes away arrives after the next page has begun.
    window.lose = false;
    const set = api.${name === 'API' ? 'lmsCommit' : 'lmsCommit'}.bind(api);
    api.${name === 'API' ? 'LMSCommit' : 'Commit'} = (parameter) => {
      if (window.refuse) return 'false';
      const answer = set(parameter);
      if (window.lose) return answer;
      localStorage.setItem('cmi', JSON.stringify(api.renderCMIToJSONObject()));
      return answer;
    };
    window.${name} = api;
    window.cmi = () => JSON.parse(localStorage.getItem('cmi') ?? '{}').cmi;
  </script>
  ${how === 'popup' ? '<button onclick="window.open(\'/course/index.html\')">Open</button>' : '<iframe src="/nest.html" style="width:100%;height:760px;border:0"></iframe>'}`;
}

const nest =
  '<!doctype html><meta charset="utf-8"><iframe src="/course/index.html" style="width:100%;height:740px;border:0"></iframe>';

const versions = [
  { kind: 'scorm12', api: 'Scorm12API' },
  { kind: 'scorm2004', api: 'Scorm2004API' },
] as const;

for (const { kind, api } of versions) {
  test.describe(kind, () => {
    let server: OwnServer;
    test.beforeAll(async () => {
      const files = await packed(kind);
      server = await ownServer(({ path }) => {
        if (path === '/scorm-again.js') return fileAnswer(path, library);
        if (path === '/portal.html') return fileAnswer(path, portal(api, 'frame'));
        if (path === '/popup.html') return fileAnswer(path, portal(api, 'popup'));
        if (path === '/nest.html') return fileAnswer(path, nest);
        const file = files.get(path.replace(/^\/course\//, ''));
        return file && fileAnswer(path, file);
      });
    });
    test.afterAll(() => server.close());

    const course = (page: Page): FrameLocator => page.frameLocator('iframe').frameLocator('iframe');

    test('records a round, resumes it after the window was closed, and ends by its button', async ({
      page,
    }) => {
      await page.goto(`${server.origin}/portal.html`);
      await answerOne(course(page));
      await expect.poll(() => page.evaluate(() => JSON.stringify(window.cmi()))).toContain('suspend_data');

      // The window is closed, and the course opened again.
      await page.goto('about:blank');
      await page.goto(`${server.origin}/portal.html`);
      await expect(course(page).getByText('1 / 2')).toBeVisible();
      await course(page)
        .getByRole('button', { name: words.en.next })
        .or(course(page).locator('.rows .row').last())
        .first()
        .click();
      await answerOne(course(page), false);
      await course(page).getByRole('button', { name: words.en.result }).click();
      await expect(course(page).getByRole('heading', { name: words.en.resultTitle })).toBeVisible();
      await course(page).getByRole('button', { name: 'Save and leave' }).click();
      await expect(course(page).getByRole('heading', { name: 'Thank you for playing' })).toBeVisible();

      const cmi = await page.evaluate(() => window.cmi());
      const text = JSON.stringify(cmi);
      if (kind === 'scorm12') expect(cmi.core.lesson_status).toMatch(/passed|failed/);
      else expect(cmi.completion_status).toBe('completed');
      expect(text).toMatch(/"raw":"?\d/);
      expect(text).toMatch(/verdict[:-]sakura-2019/);
    });

    test('a reload keeps what the LMS did not receive in time, and a new attempt starts from the beginning', async ({
      page,
    }) => {
      await page.goto(`${server.origin}/portal.html`);
      const region = course(page).locator('.message .region').first();
      const flag = async (): Promise<void> => {
        await course(page).locator('.rows .row').first().click();
        await region.click();
        await expect(region).toHaveAttribute('aria-pressed', 'true');
      };
      await expect(course(page).locator('.rows .row').first()).toBeVisible();
      await page.evaluate(() => (window.lose = true));
      await flag();
      await page.reload();
      await expect(region).toHaveAttribute('aria-pressed', 'true');
      await page.evaluate(() => (window.lose = true));
      await answerOne(course(page), false);
      await page.reload();
      await expect(course(page).getByText('1 / 2')).toBeVisible();

      await page.goto('about:blank');
      await page.goto(`${server.origin}/scorm-again.js`);
      await page.evaluate(() => localStorage.removeItem('cmi'));
      await page.goto(`${server.origin}/portal.html`);
      await expect(course(page).getByText('0 / 2')).toBeVisible();
      await course(page).locator('.rows .row').first().click();
      await expect(region).toHaveAttribute('aria-pressed', 'false');
    });

    test('can be played while every commit is refused, says so, and records afterwards', async ({ page }) => {
      await page.goto(`${server.origin}/portal.html`);
      await expect(course(page).locator('.rows .row').first()).toBeVisible();
      await page.evaluate(() => (window.refuse = true));
      await answerOne(course(page));
      await expect(course(page).getByText('The result could not be delivered')).toBeVisible();
      await page.evaluate(() => (window.refuse = false));
      await course(page).getByRole('button', { name: 'Save and leave' }).click();
      await expect(course(page).getByText('All of it is recorded')).toBeVisible();
    });

    test('finds the API from its own window, and resumes there after F5', async ({ page }) => {
      await page.goto(`${server.origin}/popup.html`);
      const opening = page.waitForEvent('popup');
      await page.getByRole('button', { name: 'Open' }).click();
      const popup = await opening;
      await expect(popup.getByText('Recorded in the LMS')).toBeVisible();
      await popup.keyboard.press('F5');
      await popup.reload();
      await expect(popup.getByText('Recorded in the LMS')).toBeVisible();
      await popup.close();
      await expect.poll(() => page.evaluate(() => JSON.stringify(window.cmi()))).toContain('suspend');
    });

    for (const [width, height] of [
      [867, 666],
      [800, 900],
      [1254, 778],
    ] as const) {
      test(`leaves room for the message in a frame of ${width} by ${height}`, async ({ page }) => {
        await page.setViewportSize({ width, height });
        await page.goto(`${server.origin}/course/index.html`);
        await page.locator('.rows .row').first().click();
        const message = await page.locator('.message').boundingBox();
        expect(message?.height).toBeGreaterThan(250);
        const open = page.getByRole('button', { name: words.en.decide, exact: true });
        const answering = (await open.isVisible())
          ? open
          : page.getByRole('button', { name: words.en.answer });
        const button = await answering.boundingBox();
        expect((button?.x ?? width) + (button?.width ?? 0)).toBeLessThanOrEqual(width);
        expect((button?.y ?? height) + (button?.height ?? 0)).toBeLessThanOrEqual(height);
      });
    }

    test('plays without an LMS and says that nothing is recorded', async ({ page }) => {
      await page.goto(`${server.origin}/course/index.html`);
      await expect(page.getByText('The LMS was not found')).toBeVisible();
      await expect(page.locator('.rows .row').first()).toBeVisible();
      await page.getByRole('button', { name: 'Show diagnosis' }).click();
      await expect(page.getByRole('heading', { name: 'Diagnosis' })).toBeVisible();
      await expect(page.getByText('not found', { exact: false }).last()).toBeVisible();
    });
  });
}

/** Opens the first message if necessary, and gives an answer. */
async function answerOne(course: FrameLocator, open = true): Promise<void> {
  if (open) await course.locator('.rows .row').first().click();
  await answer(course, 'en', 'phish');
}

declare global {
  interface Window {
    refuse: boolean;
    lose: boolean;
    cmi: () => { readonly core: { readonly lesson_status: string }; readonly completion_status: string };
  }
}
