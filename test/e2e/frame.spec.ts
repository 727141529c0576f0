import { expect, test } from '@playwright/test';

test('plays in a cross-origin frame 320 px wide that may only run scripts', async ({ page, baseURL }) => {
  const game = `${baseURL}?lang=ja#/play/sakura-2019/may-june-2019`;
  await page.route('http://host.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>host</title><iframe title="game" width="320" height="560" sandbox="allow-scripts allow-same-origin" src="${game}"></iframe>`,
    }),
  );
  await page.goto('http://host.example/');
  const frame = page.frameLocator('iframe');
  await frame.locator('.rows .row').first().click();
  await frame.locator('.message .region').first().click();
  await expect(frame.locator('.message .region').first()).toHaveAttribute('aria-pressed', 'true');
});
