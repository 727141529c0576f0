/** Runs the test tools of node_modules and counts their results. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { root } from '../src/cli/install.mjs';
import { tool } from '../src/cli/tool.mjs';
import { whyNotRun } from './spawned.mjs';

/** Where the tools write their reports; ends in a slash. */
export const reports = `${root}test/report/`;

/** In milliseconds. `npm test` has 30 minutes; a tool that takes two thirds of them counts as hanging. */
const longest = 20 * 60_000;

/** Exit code of a tool, or null if it crashed or exceeded the time limit. */
export function command(name, parameters, variables = {}) {
  const { program, first } = tool(root, name, name === 'playwright' ? '@playwright/test' : name);
  const outcome = spawnSync(program, [...first, ...parameters], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...variables },
    timeout: longest,
  });
  const why = whyNotRun(name, outcome);
  if (why !== undefined) console.error(why);
  return outcome.status;
}

/** Runs all unit, component and content tests. */
export function vitest() {
  const file = `${reports}vitest.json`;
  const status = command('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = read(file);
  if (report === undefined) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = report;
  // A file that broke before its first test has none to count.
  const broken = testResults.filter(({ assertionResults }) => assertionResults.length === 0).length;
  return honest(status, numPassedTests, numFailedTests + numPendingTests + numTodoTests + broken);
}

/** Runs the browser tests of a folder of test/ that has a Playwright configuration. */
export function playwright(folder, ...parameters) {
  const file = `${reports}${folder}.json`;
  const status = command(
    'playwright',
    ['test', '--config', `test/${folder}/playwright.config.ts`, '--reporter=list,json', ...parameters],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  );
  const report = read(file);
  if (report === undefined) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return honest(status, expected, unexpected + flaky + skipped + report.errors.length);
}

/** A run that exited with an error, ran nothing or skipped a test has failed, whatever else it reports. */
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
