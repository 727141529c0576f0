/** npm test: installs what it needs and runs everything, a real Chromium included; the last line sums it up. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { install, root } from '../src/cli/install.mjs';

install();
const { check } = await import('./check.mjs');
const { needChromium } = await import('./chromium.mjs');
const report = `${root}/test/report`;
rmSync(report, { recursive: true, force: true });
mkdirSync(report, { recursive: true });

const totals = { passed: 0, failed: 0 };
const add = ({ passed, failed }) => {
  totals.passed += passed;
  totals.failed += failed;
};

heading('Checks');
add(check());

heading('Unit, component and content tests');
command('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}/vitest.json`]);
add(vitestCounts(`${report}/vitest.json`));

heading('Build');
const built = command('vite', ['build', '--logLevel', 'warn']) === 0;
add({ passed: built ? 1 : 0, failed: built ? 0 : 1 });

heading('End to end, in Chromium');
add(built ? endToEnd() : { passed: 0, failed: 1 });

console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;

function endToEnd() {
  try {
    console.log(`Chromium: ${needChromium()}`);
  } catch (problem) {
    console.error(problem.message);
    return { passed: 0, failed: 1 };
  }
  command('playwright', ['test', '--config', 'test/e2e/playwright.config.ts', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: `${report}/e2e.json`,
  });
  return playwrightCounts(`${report}/e2e.json`);
}

function heading(text) {
  console.log(`\n── ${text} ──`);
}

function command(name, parameters, variables = {}) {
  const { status } = spawnSync('npx', ['--no-install', name, ...parameters], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...variables },
    shell: process.platform === 'win32',
  });
  return status;
}

/** A run that left no report, ran nothing or skipped something has failed. */
function vitestCounts(file) {
  const counts = read(file);
  if (counts === undefined) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests, success } = counts;
  const failed = numFailedTests + numPendingTests + numTodoTests;
  return { passed, failed: success && passed > 0 ? failed : Math.max(failed, 1) };
}

function playwrightCounts(file) {
  const counts = read(file);
  if (counts === undefined) return { passed: 0, failed: 1 };
  const { expected: passed, unexpected, flaky, skipped } = counts.stats;
  const failed = unexpected + flaky + skipped + counts.errors.length;
  return { passed, failed: passed > 0 ? failed : Math.max(failed, 1) };
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (problem) {
    console.error(`${file}: ${problem.message}`);
    return undefined;
  }
}
