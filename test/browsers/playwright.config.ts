import { join } from 'node:path';
import {
  defineConfig,
  type PlaywrightTestOptions,
  type PlaywrightWorkerOptions,
  type Project,
} from '@playwright/test';
import { chromiumArguments, findChromium } from '../chromium.mjs';
import { findFirefox, findWebKit } from './browsers.mjs';
import type { Browsers } from './test.ts';

/** MIKIWAME_TEST_PORT gives another, so that two checkouts can be tried at once. */
const port = Number(process.env['MIKIWAME_TEST_PORT'] ?? 4329);
const chromium = findChromium();
const firefox = findFirefox();
const webKit = findWebKit();

/** Windows cannot start a script as a program, so there Playwright talks to Firefox directly. */
const relayed =
  process.platform === 'win32'
    ? { executablePath: firefox ?? '' }
    : {
        executablePath: join(import.meta.dirname, 'firefox-relay.mjs'),
        env: { ...process.env, MIKIWAME_FIREFOX: firefox ?? '' },
      };

type BrowserProject = Project<PlaywrightTestOptions, PlaywrightWorkerOptions & Browsers>;

const inFirefox = (
  name: string,
  firefoxUserPrefs: Readonly<Record<string, number | boolean>>,
): BrowserProject => ({
  name,
  use: {
    browserName: 'firefox',
    channel: 'moz-firefox',
    launchOptions: { ...relayed, firefoxUserPrefs: { ...quiet, ...firefoxUserPrefs } },
  },
});

/** Settings that stop Firefox from making requests of its own. */
const quiet = { 'app.normandy.enabled': false, 'browser.backup.enabled': false };

const strict = 'strict.spec.ts';
const projects: readonly (readonly BrowserProject[])[] = [
  chromium === undefined
    ? []
    : [
        {
          name: 'Chromium',
          testIgnore: strict,
          use: { launchOptions: { args: chromiumArguments, executablePath: chromium } },
        },
      ],
  firefox === undefined
    ? []
    : [
        { ...inFirefox('Firefox', {}), testIgnore: strict },
        {
          ...inFirefox('Firefox, all cookies blocked', { 'network.cookie.cookieBehavior': 2 }),
          testMatch: strict,
        },
      ],
  webKit === undefined ? [] : [{ name: 'WebKit', testIgnore: strict, use: { webKit } }],
];

/** The built game in each browser there is; `npm run test:browsers` builds it first, and names those that are missing. */
export default defineConfig<PlaywrightTestOptions, PlaywrightWorkerOptions & Browsers>({
  testDir: '.',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  globalTimeout: 12 * 60_000,
  expect: { timeout: 15_000, toPass: { timeout: 15_000 } },
  outputDir: '../report/browsers',
  projects: projects.flat(),
  use: {
    baseURL: `http://localhost:${port}/`,
    viewport: { width: 1280, height: 800 },
    locale: 'ja-JP',
  },
  webServer: {
    command: `node ../../src/cli/serve-once.mjs ${port}`,
    port,
    reuseExistingServer: false,
  },
});
