/** npm test: installs what it needs and runs everything, a real Chromium included; the last line sums it up. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { install, root } from '../src/cli/install.mjs';
import { tool } from '../src/cli/tool.mjs';

let ended = false;
// A start that fails is a failure like any other, and the last line says so.
process.once('exit', () => {
  if (!ended) console.log('\n0 passed, 1 failed');
});

install();
const { check } = await import('./check.mjs');
const { needChromium } = await import('./chromium.mjs');
const report = `${root}test/report`;
rmSync(report, { recursive: true, force: true });
mkdirSync(report, { recursive: true });

/** Milliseconds. All of it has 30 minutes, so one tool that takes more than half of them hangs. */
const longest = 17 * 60_000;
const totals = { passed: 0, failed: 0 };
const add = ({ passed, failed }) => {
  totals.passed += passed;
  totals.failed += failed;
};

heading('Checks');
// The architecture test is one of the unit tests and counts there.
add(check((name) => name !== 'architecture'));

heading('Unit, component and content tests');
const status = command('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}/vitest.json`,
]);
add(vitestCounts(`${report}/vitest.json`, status));

heading('Build');
const built = command('vite', ['build', '--logLevel', 'warn']) === 0;
add({ passed: built ? 1 : 0, failed: built ? 0 : 1 });

heading('End to end, in Chromium');
add(built ? endToEnd() : { passed: 0, failed: 1 });

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
  const status = command(
    'playwright',
    ['test', '--config', 'test/e2e/playwright.config.ts', '--reporter=list,json'],
    {
      PLAYWRIGHT_JSON_OUTPUT_NAME: `${report}/e2e.json`,
    },
  );
  return playwrightCounts(`${report}/e2e.json`, status);
}

function heading(text) {
  console.log(`\n── ${text} ──`);
}

/** Exit code of a tool, or null where it crashed or took longer than anything here may. */
function command(name, parameters, variables = {}) {
  const { program, first } = tool(root, name, name === 'playwright' ? '@playwright/test' : name);
  const { status, error } = spawnSync(program, [...first, ...parameters], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...variables },
    timeout: longest,
  });
  if (error) console.error(`${name}: ${error.message}`);
  return status;
}

function vitestCounts(file, status) {
  const report = read(file);
  if (report === undefined) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = report;
  // A file that broke before its first test has none to count.
  const broken = testResults.filter(({ assertionResults }) => assertionResults.length === 0).length;
  return honest(status, numPassedTests, numFailedTests + numPendingTests + numTodoTests + broken);
}

function playwrightCounts(file, status) {
  const report = read(file);
  if (report === undefined) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return honest(status, expected, unexpected + flaky + skipped + report.errors.length);
}

/** A run that ended badly, ran nothing or skipped something has failed, whatever else it reports. */
function honest(status, passed, failed) {
  return { passed, failed: status === 0 && passed > 0 ? failed : Math.max(failed, 1) };
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (problem) {
    console.error(`${file}: ${problem.message}`);
    return undefined;
  }
}
