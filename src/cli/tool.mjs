/** Runs the tools of node_modules without a shell, which might misread a path or argument. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The program and first arguments that run a tool of a package, such as `vite`; `bin` where the package has another name. */
export function tool(root, bin, packageName = bin) {
  const folder = join(root, 'node_modules', packageName);
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { program: process.execPath, first: [join(folder, typeof bins === 'string' ? bins : bins[bin])] };
}

/** The same for npm: the one that started this process, else the one beside Node. */
export function npm() {
  const beside = dirname(process.execPath);
  const places = [
    process.env.npm_execpath ?? '',
    join(beside, 'node_modules/npm/bin/npm-cli.js'),
    join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
  ];
  const script = places.find((place) => basename(place) === 'npm-cli.js' && existsSync(place));
  // Elsewhere npm is a program of its own; on Windows only a shell starts it, and no argument of ours needs quoting there.
  return script === undefined
    ? { program: 'npm', first: [], shell: process.platform === 'win32' }
    : { program: process.execPath, first: [script] };
}
