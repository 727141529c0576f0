/** Before anything is installed: is Node new enough, and are the packages those of package-lock.json? Plain Node only. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

/** Ends the process with a sentence where Node is too old; installs what is missing, showing npm's progress. */
export function install() {
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(
      `Node ${process.versions.node} is too old: Mikiwame needs 20.19 or newer.\nNode ${process.versions.node} は古すぎます。20.19 以上が必要です。`,
    );
    process.exit(1);
  }
  const installed = `${root}/node_modules/.package-lock.json`;
  const fresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${root}/package-lock.json`).mtimeMs;
  if (fresh) return;
  console.log('Installing packages… / パッケージを入れています…');
  run('npm', ['ci', '--no-audit', '--no-fund']);
}

/** Runs a command in the repository with its output shown; ends the process if it fails. */
export function run(command, parameters) {
  const { status, error } = spawnSync(command, parameters, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(`${command} ${parameters.join(' ')} failed${error ? `: ${error.message}` : ''}.`);
  process.exit(status ?? 1);
}
