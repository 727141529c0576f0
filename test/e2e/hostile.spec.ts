import { expect, test } from '@playwright/test';
import { watch } from '../fuzz/browser.ts';
import { frozenFiles, hostileFiles } from '../fuzz/hostile-files.ts';
import { openInbox, regions, rows } from './round.ts';

const scenarioUrl = '**/content/packs/sakura-2019/scenarios/may-june-2019.json';

test('a scenario changed on the server is checked in the browser, and problems are reported with their line in both languages', async ({
  page,
}) => {
  await page.route(scenarioUrl, (route) =>
    route.fulfill({ body: '{\n  "format": 1,\n  "id": "broken"\n}', contentType: 'application/json' }),
  );
  await page.goto('./?lang=en#/play/sakura-2019/may-june-2019');
  await expect(page.getByRole('heading', { name: 'This file cannot be used' })).toBeVisible();
  await expect(page.getByText('may-june-2019.json:1:1').first()).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Back' }).click();
  await page.locator('a[href="#/play/sakura-2019/june-2019"]').click();
  await expect(rows(page).first()).toBeVisible();
});

test('a valid scenario changed on the server plays after a reload, without a rebuild', async ({ page }) => {
  await page.route(scenarioUrl, async (route) => {
    const scenario = await (await route.fetch()).json();
    scenario.messages[0].subject = {
      ja: '<img src=x onerror=alert(1)>変更した件名',
      en: '<img src=x onerror=alert(1)>A changed subject',
    };
    await route.fulfill({ json: scenario });
  });
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await openInbox(page, 'en');
  await page.getByText('A changed subject').first().click();
  await expect(
    page.getByRole('heading', { name: /<img src=x onerror=alert\(1\)>A changed subject/ }),
  ).toBeVisible();
  expect(dialogs).toEqual([]);
});

test('broken JSON names the line', async ({ page }) => {
  await page.route(scenarioUrl, (route) =>
    route.fulfill({ body: '{\n  "format": 1,\n  oops\n}', contentType: 'application/json' }),
  );
  await page.goto('./?lang=ja#/play/sakura-2019/may-june-2019');
  await expect(page.getByText('may-june-2019.json:3:3').first()).toBeVisible();
});

test('before the answer nothing on the page distinguishes a clue from an innocent part', async ({ page }) => {
  await openInbox(page, 'en');
  for (const row of await rows(page).all()) {
    await row.click();
    await expect(row).toHaveAttribute('aria-current', 'true');
    await expect(regions(page).first()).toBeVisible();
    const shapes = await regions(page).evaluateAll((all) => [
      ...new Set(
        all.map((region) =>
          [...region.attributes]
            .filter(({ name }) => !['data-region', 'tabindex'].includes(name))
            .map(({ name, value }) => `${name}=${value}`)
            .join(' '),
        ),
      ),
    ]);
    expect(shapes).toEqual(['class=region role=button aria-pressed=false']);
  }
});

test('no link of a message is a real link, and no field of a mock form keeps what is typed', async ({
  page,
}) => {
  await openInbox(page, 'en');
  await page.getByText('Important message').first().click();
  expect(await page.locator('.message a, .message form, .message iframe').count()).toBe(0);
  await page
    .getByRole('button', { name: /Inspect the link/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Open it (mock page)' }).click();
  const field = page.getByRole('dialog').getByRole('textbox').first();
  await field.pressSequentially('secret');
  await expect(field).toHaveValue('••••••');
  expect(await page.locator('.browser :is(form, input[type=password], input[name])').count()).toBe(0);
  await page.getByRole('button', { name: 'Try submitting' }).click();
  await expect(page.getByText('What to do in the next ten minutes')).toBeVisible();
});

test.describe('files from strangers', () => {
  // The page must load the hostile files, not copies of the worker.
  test.use({ serviceWorkers: 'block' });

  // `npm run fuzz -- --browser` opens 1,300 of them, and measures how long the page is busy.
  test('run no script, send no request, navigate nowhere and leave no page empty', async ({
    context,
    baseURL,
  }) => {
    const files = [...frozenFiles().slice(0, 6), ...hostileFiles(20_261_130, 10)];
    const { effects, blanks, errors, stuck, presses } = await watch(context, baseURL ?? '', files);
    expect({ effects, blanks, errors, stuck }).toEqual({ effects: [], blanks: [], errors: [], stuck: [] });
    expect(presses).toBeGreaterThan(30);
  });
});
