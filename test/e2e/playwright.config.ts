import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from '../chromium.mjs';

/** MIKIWAME_TEST_PORT gives another, so that two checkouts can be tried at once. */
const port = Number(process.env['MIKIWAME_TEST_PORT'] ?? 4319);
const executablePath = findChromium();

/** The built app under its real policy in a real Chromium; `npm test` builds it first. */
export default defineConfig({
  testDir: '.',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  globalTimeout: 16 * 60_000,
  expect: { timeout: 15_000 },
  outputDir: '../report/e2e',
  use: {
    baseURL: `http://localhost:${port}/`,
    viewport: { width: 1280, height: 800 },
    locale: 'ja-JP',
    launchOptions: { args: chromiumArguments, ...(executablePath !== undefined && { executablePath }) },
  },
  webServer: {
    command: `node ../../src/cli/serve-once.mjs ${port}`,
    port,
    reuseExistingServer: false,
  },
});
