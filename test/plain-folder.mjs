/** Vitest finds no file below a folder whose name holds a sign that means something in an address. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from '../src/cli/install.mjs';
import { whyNotRun } from './spawned.mjs';

/** What is made anew. */
const left = new Set(['dist', join('test', 'report')]);

/** Where the project lies in such a folder, runs a script of test/ on a copy in a plain one, and ends with its exit code. */
export function runInPlainFolder(script) {
  if (!/[#%?]/.test(root)) return;
  const copy = mkdtempSync(join(realpathSync(tmpdir()), 'mikiwame-'));
  console.log(
    `The name of this folder holds #, % or ?, which the test tools cannot take. A copy is tested: ${copy}`,
  );
  cpSync(root, copy, {
    recursive: true,
    // npm tells by the times whether the packages are fresh, and its links lead from one file of the folder to another.
    preserveTimestamps: true,
    verbatimSymlinks: true,
    filter: (path) => !left.has(relative(root, path)),
  });
  const outcome = spawnSync(process.execPath, [join(copy, 'test', script), ...process.argv.slice(2)], {
    cwd: copy,
    stdio: 'inherit',
  });
  rmSync(copy, { recursive: true, force: true });
  const why = whyNotRun(script, outcome);
  if (why !== undefined) console.error(why);
  process.exit(outcome.status ?? 1);
}
