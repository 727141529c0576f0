/** npm run pictures: accepts how the main screens of the built game look now, as test/e2e/pictures. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../src/cli/install.mjs';
import { command } from './counted.mjs';
import { readPng, writePng } from './png.mjs';

const folder = join(root, 'test/e2e/pictures');
const spec = ['test', '--config', 'test/e2e/playwright.config.ts', 'pictures.spec.ts'];
if (command('vite', ['build', '--logLevel', 'warn']) !== 0) process.exit(1);
command('playwright', [...spec, '--update-snapshots=changed']);
for (const name of readdirSync(folder)) {
  const file = join(folder, name);
  const picture = readFileSync(file);
  // One with a palette was not changed just now.
  if (picture[25] !== 3) writeFileSync(file, writePng(readPng(picture)));
}
process.exitCode = command('playwright', spec);
