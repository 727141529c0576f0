import { defineConfig } from '@playwright/test';
import { chromiumArguments, drawsAsKept, findChromium } from '../chromium.mjs';

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
  // Before the time limit of test/counted.mjs, so that the report of what ran is written.
  globalTimeout: 19.5 * 60_000,
  expect: {
    timeout: 15_000,
    // An element that moves by a few pixels differs in more; a stroke drawn a little otherwise does not.
    toHaveScreenshot: { animations: 'disabled', caret: 'hide', scale: 'css', maxDiffPixels: 100 },
  },
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  // Another font or machine draws other letters: there is nothing to compare.
  testIgnore: drawsAsKept() ? [] : ['pictures.spec.ts'],
  outputDir: '../report/e2e',
  use: {
    baseURL: `http://localhost:${port}/`,
    viewport: { width: 1280, height: 800 },
    locale: 'ja-JP',
    // The worker fetches the whole site behind every page. Its own tests, which allow it, are enough.
    serviceWorkers: 'block',
    launchOptions: { args: chromiumArguments, ...(executablePath !== undefined && { executablePath }) },
  },
  webServer: {
    command: `node ../../src/cli/serve-once.mjs ${port}`,
    port,
    reuseExistingServer: false,
  },
});
