/** Vitest finds no file in a folder whose name has a character with a special meaning in URLs. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from '../src/cli/install.mjs';
import { whyNotRun } from './spawned.mjs';

/** Files that are generated. */
const left = new Set(['dist', join('test', 'report')]);

/** If the project is in such a folder, runs a script of test/ on a copy in a plain one, and exits with its exit code. */
export function runInPlainFolder(script) {
  if (!/[#%?]/.test(root)) return;
  const copy = mkdtempSync(join(realpathSync(tmpdir()), 'mikiwame-'));
  console.log(
    `The name of this folder holds #, % or ?, which the test tools cannot take. A copy is tested: ${copy}`,
  );
  cpSync(root, copy, {
    recursive: true,
    // npm compares times to see whether packages are up to date, and its links are relative.
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
