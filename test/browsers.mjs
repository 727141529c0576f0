/** npm run test:browsers: plays the built game in Chromium, Firefox and WebKit; a browser that is not there is named and left out. */
import { mkdirSync } from 'node:fs';
import { install } from '../src/cli/install.mjs';
import { runInPlainFolder } from './plain-folder.mjs';

/** Plays what is in dist/ in each installed browser that is wanted, by its name: all tests, or those of the named files. */
export async function testBrowsers(isWanted = () => true, files = []) {
  const { findFirefox, findWebKit } = await import('./browsers/browsers.mjs');
  const { findChromium } = await import('./chromium.mjs');
  const { playwright } = await import('./counted.mjs');
  const browsers = [
    ['Chromium', findChromium(), 'chromium'],
    ['Firefox', findFirefox(), 'firefox-esr'],
    ['WebKit', findWebKit(), 'webkit2gtk-driver xvfb'],
  ].filter(([name]) => isWanted(name));
  for (const [name, path, packages] of browsers) {
    console.log(
      path === undefined
        ? `${name}: not installed, so its tests are skipped (Debian: apt install ${packages})`
        : `${name}: ${path}`,
    );
  }
  const installed = browsers.filter(([, path]) => path !== undefined);
  if (installed.length === 0) return { passed: 0, failed: 0 };
  // A browser may have several projects, each named after it.
  return playwright('browsers', ...installed.map(([name]) => `--project=${name}*`), ...files);
}

if (process.argv[1]?.endsWith('browsers.mjs')) {
  runInPlainFolder('browsers.mjs');
  install();
  const { command, reports } = await import('./counted.mjs');
  mkdirSync(reports, { recursive: true });
  const isBuilt = command('vite', ['build', '--logLevel', 'warn']) === 0;
  const { passed, failed } = isBuilt ? await testBrowsers() : { passed: 0, failed: 1 };
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}
