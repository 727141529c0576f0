import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';

test('plays in a frame of another origin, 320 px wide', async ({ page, baseURL }) => {
  const host = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(
      `<!doctype html><title>host</title><iframe title="game" width="320" height="560" src="${baseURL}?lang=ja#/play/sakura-2019/may-june-2019"></iframe>`,
    );
  });
  await new Promise<void>((ready) => host.listen(0, '127.0.0.1', ready));
  const at = host.address();
  if (at === null || typeof at === 'string') throw new Error('the host page got no port');
  await page.goto(`http://127.0.0.1:${at.port}/`);
  const frame = page.frameLocator('iframe');
  await frame.locator('.rows .row').first().click();
  await frame.locator('.message .region').first().click();
  await expect(frame.locator('.message .region').first()).toHaveAttribute('aria-pressed', 'true');
  const wider = await frame.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
  expect(wider, 'nothing is wider than the frame').toBeLessThanOrEqual(0);
  host.close();
});
