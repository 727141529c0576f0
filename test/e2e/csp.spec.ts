import { expect, test } from '@playwright/test';

test('the app opens under its policy and asks nothing of anybody else', async ({ page, baseURL }) => {
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
  await expect(inPage).toHaveAttribute('content', /default-src 'none'; script-src 'self'; style-src 'self'/);
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
