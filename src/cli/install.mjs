/** Checks Node's version and that the packages are those of package-lock.json. Runs before anything is installed, so it uses plain Node only. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { npm } from './tool.mjs';

/** The folder of the project, ending in a slash. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

/** Installs missing packages and shows npm's progress. Ends the process with a sentence if Node is too old or npm fails. */
export function install() {
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(
      `Node ${process.versions.node} は古すぎます。20.19 以上が必要です。\nNode ${process.versions.node} is too old: Mikiwame needs 20.19 or newer.`,
    );
    process.exit(1);
  }
  const installed = `${root}node_modules/.package-lock.json`;
  const fresh =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs;
  if (fresh) return;
  console.log(
    'パッケージを入れています（1、2分かかります）… / Installing packages, which takes a minute or two…',
  );
  // The tools that build and test are development packages, which NODE_ENV=production would leave out.
  run('npm ci', npm(), ['ci', '--include=dev', '--no-audit', '--no-fund']);
}

/** Runs a tool in the repository with its output shown; ends the process if it fails. `what` names it to people. */
export function run(what, { program, first, shell = false }, parameters) {
  const { status, error } = spawnSync(program, [...first, ...parameters], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell,
  });
  if (status === 0) return;
  console.error(
    `${what} が失敗しました。上のメッセージを見てください。 / ${what} failed: see above.${error ? ` ${error.message}` : ''}`,
  );
  process.exit(status ?? 1);
}
