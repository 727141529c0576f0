/** npm test: installs what it needs and runs everything, including a real Chromium. The last line is the summary. */
import { mkdirSync, rmSync } from 'node:fs';
import { install } from '../src/cli/install.mjs';
import { runInPlainFolder } from './plain-folder.mjs';

runInPlainFolder('run.mjs');

let ended = false;
// A failed start is a failure too, and the last line says so.
process.once('exit', () => {
  if (!ended) console.log('\n0 passed, 1 failed');
});

install();
const { check } = await import('./check.mjs');
const { command, playwright, reports, vitest } = await import('./counted.mjs');
const { needChromium } = await import('./chromium.mjs');
const { testBrowsers } = await import('./browsers.mjs');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const totals = { passed: 0, failed: 0 };
const add = ({ passed, failed }) => {
  totals.passed += passed;
  totals.failed += failed;
};

heading('Checks');
// The architecture test is one of the unit tests and counts there.
add(check((name) => name !== 'architecture'));

heading('Unit, component and content tests');
add(vitest());

heading('Build');
const built = command('vite', ['build', '--logLevel', 'warn']) === 0;
add({ passed: built ? 1 : 0, failed: built ? 0 : 1 });

heading('End to end, in Chromium');
add(built ? endToEnd() : { passed: 0, failed: 1 });

heading('A round in every other browser there is');
// npm run test:browsers also plays each storage fault, which would take too long here.
const rounds = ['round.spec.ts', 'strict.spec.ts'];
add(built ? await testBrowsers((name) => name !== 'Chromium', rounds) : { passed: 0, failed: 1 });

ended = true;
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;

function endToEnd() {
  try {
    console.log(`Chromium: ${needChromium()}`);
  } catch (problem) {
    console.error(problem.message);
    return { passed: 0, failed: 1 };
  }
  return playwright('e2e');
}

function heading(text) {
  console.log(`\n── ${text} ──`);
}
