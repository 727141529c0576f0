/** Finds the Chromium for the tests: CHROMIUM_PATH, otherwise the system's, otherwise Playwright's own download. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { root } from '../src/cli/install.mjs';
import { tool } from '../src/cli/tool.mjs';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

export const chromiumArguments = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Path of a Chromium on this machine, or undefined. */
export function findChromium() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted !== undefined) {
    if (!existsSync(wanted)) throw new Error(`CHROMIUM_PATH is ${wanted}, but there is no such file.`);
    return wanted;
  }
  return [...usual, chromium.executablePath()].find((path) => existsSync(path));
}

/** Finds Chromium or lets Playwright install it. The error says what to do if neither works. */
export function needChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  console.log('No Chromium found; Playwright installs one…');
  const { program, first } = tool(root, 'playwright', '@playwright/test');
  spawnSync(program, [...first, 'install', 'chromium'], { stdio: ['ignore', 'inherit', 'inherit'] });
  const installed = findChromium();
  if (installed === undefined) {
    throw new Error(
      'The tests need Chromium or Chrome and none could be installed. Install one (Debian: apt install chromium fonts-noto-cjk) or set CHROMIUM_PATH to its program.',
    );
  }
  return installed;
}

/** The fonts that the kept pictures of test/e2e/pictures are drawn in: those of Debian with fonts-noto-cjk and fonts-liberation. */
const keptFonts = {
  'sans-serif:lang=ja': 'NotoSansCJK-Regular.ttc',
  'system-ui': 'DejaVuSans.ttf',
  monospace: 'DejaVuSansMono.ttf',
  // The text of a mail.
  Arial: 'LiberationSans-Regular.ttf',
};

/** Whether this machine has the fonts of the kept pictures. Says so if it does not. */
export function drawsAsKept() {
  const draws = Object.entries(keptFonts).every(([asked, file]) => {
    const { status, stdout } = spawnSync('fc-match', ['--format=%{file}', asked], { encoding: 'utf8' });
    return status === 0 && stdout.endsWith(`/${file}`);
  });
  if (!draws) console.log('Not the fonts of the kept pictures: pictures.spec.ts is left out.');
  return draws;
}
