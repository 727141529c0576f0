/** The site without a network, after a visit with one. */
import { expect, test } from '@playwright/test';
import { answer, openInbox, rows } from './round.ts';

test.use({ serviceWorkers: 'allow' });

test('a site that was visited plays without a network', async ({ page, context }) => {
  await openInbox(page, 'ja');
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    return active?.state;
  });
  await context.setOffline(true);
  // Another address, so that the HTTP cache of the browser does not have it.
  await page.goto('./index.html?lang=ja#/play/sakura-2019/june-2019');
  await rows(page).first().click();
  await answer(page, 'ja', 'phish');
});

test('a frame gets the files of the server, even if the site was visited before', async ({ page }) => {
  await openInbox(page, 'ja');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto('./embed-demo.html');
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.locator('#told')).toContainText('ready');
});
