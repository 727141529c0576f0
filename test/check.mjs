/** npm run check: all checks that need no browser. Prints each step with its time and, if it `tells`, its last line. */
import { spawnSync } from 'node:child_process';
import { install, root } from '../src/cli/install.mjs';
import { tool } from '../src/cli/tool.mjs';
import { runInPlainFolder } from './plain-folder.mjs';
import { whyNotRun } from './spawned.mjs';

const steps = [
  { name: 'format', command: 'oxfmt', parameters: ['--check', '.'] },
  {
    name: 'lint',
    command: 'oxlint',
    parameters: ['--type-aware', '--deny-warnings', 'src', 'test', 'vite.config.ts'],
  },
  { name: 'types', command: 'tsc', parameters: ['-p', 'tsconfig.json'] },
  { name: 'types of the pure core', command: 'tsc', parameters: ['-p', 'src/core/tsconfig.json'] },
  { name: 'types of the service worker', command: 'tsc', parameters: ['-p', 'src/worker/tsconfig.json'] },
  {
    name: 'architecture',
    command: 'vitest',
    parameters: ['run', '--project', 'core', 'test/architecture.test.ts'],
  },
  { name: 'dead code', command: 'knip', parameters: [] },
  { name: 'content', command: 'tsx', parameters: ['src/cli/main.ts', 'lint', 'content'] },
  { name: 'Japanese style', command: 'tsx', parameters: ['test/prose/japanese.mjs'] },
  { name: 'English spelling and style', command: 'tsx', parameters: ['test/prose/english.mjs'] },
  { name: 'schema is fresh', command: 'tsx', parameters: ['src/cli/main.ts', 'schema', '--check'] },
  {
    name: 'licences of all packages',
    command: 'node',
    parameters: ['test/supply/licences.mjs'],
    tells: true,
  },
  { name: 'known weaknesses', command: 'node', parameters: ['test/supply/audit.mjs'], tells: true },
];

const runnerOf = (command) =>
  command === 'node'
    ? { program: process.execPath, first: [] }
    : tool(root, command, command === 'tsc' ? 'typescript' : command);

/** Runs the wanted steps, even after a failure, and returns how many passed and failed. */
export function check(isWanted = () => true) {
  const outcomes = steps
    .filter(({ name }) => isWanted(name))
    .map(({ name, command, parameters, tells = false }) => {
      const start = performance.now();
      process.stdout.write(`▸ ${name} … `);
      const { program, first } = runnerOf(command);
      const outcome = spawnSync(program, [...first, ...parameters], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: 5 * 60_000,
      });
      const { status, stdout, stderr } = outcome;
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(status === 0 ? `ok (${seconds} s)` : `FAILED (${seconds} s)`);
      // A program that did not start has written nothing.
      if (status !== 0) console.log(`${stdout ?? ''}${stderr ?? ''}${whyNotRun(command, outcome) ?? ''}`);
      else if (tells) console.log(`  ${stdout.trim().split('\n').at(-1)}`);
      return status === 0;
    });
  return { passed: outcomes.filter(Boolean).length, failed: outcomes.filter((ok) => !ok).length };
}

if (process.argv[1]?.endsWith('check.mjs')) {
  runInPlainFolder('check.mjs');
  install();
  const { passed, failed } = check();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
