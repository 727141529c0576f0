/**
 * Writes THIRD-PARTY-NOTICES.txt: the licence of every package with code in the build, as the build itself reports
 * them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { z } from 'zod';
import { noticesFile } from '../core/packaging/package.ts';

/** Licences that allow us to distribute the game as it is. */
const allowed = new Set(['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0']);

/**
 * Vite plugin. `root` is the folder of index.html. The build fails on a licence that is not allowed. Calls `onPackages` with the
 * bundled packages.
 */
export function noticesPlugin(
  root: string,
  onPackages?: (packages: readonly BundledPackage[]) => void,
): Plugin {
  return {
    name: 'mikiwame-notices',
    apply: 'build',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((output) =>
        output.type === 'chunk' ? output.moduleIds : [],
      );
      const packages = packagesOf(modules);
      onPackages?.(packages);
      const source = noticesOf(packages, readFileSync(join(root, 'LICENSE'), 'utf8'));
      this.emitFile({ type: 'asset', fileName: noticesFile, source });
    },
  };
}

/** A package with code in the build. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX identifier. */
  readonly licence: string;
  readonly text: string;
}

/** The packages that modules belong to, sorted by name. */
export function packagesOf(modules: readonly string[]): readonly BundledPackage[] {
  const folders = new Set(
    modules.filter((id) => id.includes('node_modules')).flatMap((id) => folderOf(dirname(id))),
  );
  return [...folders].map(packageIn).toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** The folder of the package around a folder: the nearest parent whose package.json has a name and a version. */
function folderOf(folder: string): readonly string[] {
  const file = join(folder, 'package.json');
  if (existsSync(file) && named.safeParse(JSON.parse(readFileSync(file, 'utf8'))).success) return [folder];
  return dirname(folder) === folder ? [] : folderOf(dirname(folder));
}

const named = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().exactOptional(),
  author: z.union([z.string(), z.object({ name: z.string() })]).exactOptional(),
});

function packageIn(folder: string): BundledPackage {
  const {
    name,
    version,
    license = 'none',
    author,
  } = named.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  if (!allowed.has(license)) {
    throw new Error(
      `「${name}」のライセンス「${license}」は、配布してよいものの一覧にありません。\nThe licence “${license}” of ${name} is not in the list of licences that allow distribution.`,
    );
  }
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.|$)/i.test(entry));
  const holder = typeof author === 'string' ? author : author?.name;
  const text =
    file === undefined
      ? `Copyright (c) ${holder ?? `the authors of ${name}`}\nLicence: ${license}, https://spdx.org/licenses/${license}.html`
      : readFileSync(join(folder, file), 'utf8');
  return { name, version, licence: license, text: text.replaceAll('\r\n', '\n').trim() };
}

const line = '='.repeat(78);

/** The text of the file: the game's own licence, each package's, and that of data a package contains. */
export function noticesOf(packages: readonly BundledPackage[], own: string): string {
  const parts = packages.map(
    ({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}`,
  );
  const data = packages.some(({ name }) => name === 'tldts') ? [publicSuffixList()] : [];
  const introduction =
    'Mikiwame 見極め\n\nThis game holds software of others. Their licences follow its own.\nこのゲームには、ほかの人のソフトウェアが含まれています。ゲーム自身のライセンスの後に、それぞれのライセンスを示します。';
  return `${[introduction, own.replaceAll('\r\n', '\n').trim(), ...parts, ...data].join(`\n\n${line}\n\n`)}\n`;
}

function publicSuffixList(): string {
  const licence = readFileSync(join(import.meta.dirname, 'licences/MPL-2.0.txt'), 'utf8').replaceAll(
    '\r\n',
    '\n',
  );
  return `Public Suffix List (MPL-2.0), carried by tldts in another form\n\nIts source form: https://publicsuffix.org/list/public_suffix_list.dat\n\n${licence.trim()}`;
}
