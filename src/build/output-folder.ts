/**
 * Writes a build into a folder. It is built aside and swapped in when complete, so a failed build keeps the old
 * output. Only files that an earlier run listed are ever deleted; a folder with anything else in it is refused.
 */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, type Stats } from 'node:fs';
import {
  chmod,
  lstat,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, parse, resolve } from 'node:path';
import { z } from 'zod';
import type { Localized } from '../core/scenario/format/text.ts';
import { readJson } from '../core/scenario/read/read-json.ts';
import { isDropping } from '../core/packaging/droppings.ts';

/** Lists what a run wrote, inside the folder it wrote. */
const listFile = 'mikiwame-files.json';

/** A refusal to write, with its reason. */
export interface Refused {
  readonly ok: false;
  /** Why nothing was written, and what to do. */
  readonly reason: Localized;
  /** The folder was written by an earlier run, and these paths in it were added or changed since. */
  readonly changed?: { readonly folder: string; readonly paths: readonly string[] };
}

/**
 * Where a folder would be written, or why not. Refuses the root, the home and working folders, `keep`, and every
 * folder that contains one of them.
 */
export async function outputFolder(wanted: string, keep: readonly string[]): Promise<OutputPlace | Refused> {
  const place = await placeOf(wanted, keep);
  if (!place.ok) return place;
  const { path: folder, found } = place;
  if (found !== undefined && !found.isDirectory()) {
    return refusal(
      `「${folder}」はフォルダーではありません。空のフォルダーか、新しい名前を選んでください。`,
      `“${folder}” is not a folder. Choose an empty folder or a new name.`,
    );
  }
  const foreign = found === undefined ? [] : await foreignIn(folder);
  if (foreign === undefined) {
    return refusal(
      `「${folder}」は空ではなく、このツールが書き出したフォルダーでもないため、何も書きませんでした。空のフォルダーか、新しい名前を選んでください。`,
      `“${folder}” is not empty and was not written by this tool, so nothing was written. Choose an empty folder or a new name.`,
    );
  }
  if (foreign.length > 0) {
    const some = firstOf(foreign);
    return {
      ...refusal(
        `「${folder}」に、このツールが書き出していないもの、または書き出した後に変わったものがあるため、何も書きませんでした：${some.ja}。別の場所に移すか、別のフォルダーを選んでください。`,
        `“${folder}” holds what this tool did not write or what was changed since, so nothing was written: ${some.en}. Move it elsewhere, or choose another folder.`,
      ),
      changed: { folder, paths: foreign },
    };
  }
  return place;
}

/** The first names of a list, and how many more there are. */
export function firstOf(names: readonly string[]): Localized {
  const some = names.slice(0, 5);
  const more = names.length - some.length;
  return {
    ja: `${some.join('、')}${more > 0 ? `、ほか ${more} 件` : ''}`,
    en: `${some.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  };
}

/** Renames a folder that was changed since an earlier run wrote it, and returns its new path. */
export async function setAside(folder: string): Promise<string> {
  const kept = besides(folder, 'changed');
  await rename(folder, kept);
  return kept;
}

/** A folder being built. */
export interface StagedOutput {
  /** The folder to write. */
  readonly folder: string;
  /** Where to build it: a new, empty folder beside it. */
  readonly aside: string;
}

/** Creates the folder to build in, for an output that was not refused. */
export async function roomFor(folder: string): Promise<StagedOutput> {
  const aside = besides(folder, 'part');
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(aside);
  return { folder, aside };
}

/** Writes the list and puts the built folder in place. Of the old folder, deletes what its list names. */
export async function swapIn({ folder, aside }: StagedOutput): Promise<void> {
  await writeFile(join(aside, listFile), await listOf(aside));
  if (!existsSync(folder)) {
    await rename(aside, folder);
    return;
  }
  await chmod(aside, (await stat(folder)).mode & 0o7777);
  const old = besides(folder, 'old');
  await rename(folder, old);
  try {
    await rename(aside, folder);
  } catch (problem) {
    await rename(old, folder);
    throw problem;
  }
  await deleteListed(old);
}

/** Deletes what was built, if the output is abandoned. */
export const abandon = ({ aside }: StagedOutput): Promise<void> =>
  rm(aside, { recursive: true, force: true });

/** Where an output would be written. */
export interface OutputPlace {
  readonly ok: true;
  /** Absolute, with symbolic links resolved. */
  readonly path: string;
  /** What exists there, if anything. */
  readonly found: Stats | undefined;
}

/** Resolves where an output would be written, or says why it may not be. */
export async function placeOf(wanted: string, keep: readonly string[]): Promise<OutputPlace | Refused> {
  const absolute = resolve(wanted);
  const path = await followed(absolute);
  if (path === undefined) {
    return refusal(
      `「${absolute}」には書けません。途中がファイルか、行き先のないリンクです。`,
      `“${absolute}” cannot be written: a part of it is a file, or a link that leads nowhere.`,
    );
  }
  const found = await stat(path).catch(ifMissing);
  if (parse(path).root === path || (await isKept(path, keep))) {
    return refusal(
      `「${path}」は書き出し先に使えません。ルート、ホーム、作業フォルダー、このプロジェクト、またはそれらを含むフォルダーだからです。空のフォルダーか、新しい名前を選んでください。`,
      `“${path}” cannot be used: it is the root, your home, the working folder or this project, or a folder around one of them. Choose an empty folder or a new name.`,
    );
  }
  return { ok: true, path, found };
}

/** A refusal with its reason in both languages. */
export const refusal = (ja: string, en: string): Refused => ({ ok: false, reason: { ja, en } });

/** A name beside a file or folder that is not in use. */
export const besides = (path: string, what: 'part' | 'old' | 'changed'): string =>
  join(dirname(path), `${basename(path)}.${what}-${randomBytes(4).toString('hex')}`);

/** For `catch`: returns undefined if there is no such file, and rethrows any other error. */
function ifMissing(problem: unknown): undefined {
  if (isSystemError(problem, 'ENOENT')) return undefined;
  throw problem;
}

const isSystemError = (problem: unknown, ...codes: readonly string[]): boolean =>
  problem instanceof Error && 'code' in problem && codes.includes(String(problem.code));

/**
 * A path with symbolic links resolved, as far as it exists; undefined if it leads through a file or to a broken
 * link.
 */
async function followed(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch (problem) {
    if (isSystemError(problem, 'ENOTDIR', 'ELOOP')) return undefined;
    if (!isSystemError(problem, 'ENOENT')) throw problem;
    // A broken link.
    if ((await lstat(path).catch(ifMissing)) !== undefined) return undefined;
    const parent = await followed(dirname(path));
    return parent === undefined ? undefined : join(parent, basename(path));
  }
}

/** Compares device and inode, so that links, letter case and drive names make no difference. */
async function isKept(path: string, keep: readonly string[]): Promise<boolean> {
  const identity = await identityOf(path);
  if (identity === undefined) return false;
  // npm runs scripts in the project folder; INIT_CWD is where the user typed the command.
  const kept = [homedir(), process.cwd(), process.env['INIT_CWD'] ?? process.cwd(), ...keep];
  for (const one of kept) {
    for (const start of [resolve(one), (await followed(resolve(one))) ?? resolve(one)]) {
      for (const around of upwards(start)) if ((await identityOf(around)) === identity) return true;
    }
  }
  return false;
}

async function identityOf(path: string): Promise<string | undefined> {
  const found = await stat(path, { bigint: true }).catch(ifMissing);
  return found && `${found.dev}:${found.ino}`;
}

const upwards = (path: string): readonly string[] =>
  dirname(path) === path ? [path] : [path, ...upwards(dirname(path))];

// ------------------------------------------------------------------------------------------------- the list

/** Path with `/` → digest. Undefined if the version that wrote the file kept no digest. */
type List = ReadonlyMap<string, string | undefined>;

interface Inside {
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** Everything below a folder, each folder before its content. Symbolic links are not followed. */
async function inside(folder: string, below = ''): Promise<readonly Inside[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const all: Inside[] = [];
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) all.push({ path, kind: 'folder' }, ...(await inside(folder, path)));
    else all.push({ path, kind: entry.isFile() ? 'file' : 'other' });
  }
  return all;
}

/**
 * Paths in a folder that no earlier run wrote in this form. Undefined if no run wrote the folder and it is not
 * empty.
 */
async function foreignIn(folder: string): Promise<readonly string[] | undefined> {
  const all = await inside(folder);
  const list = await listIn(folder);
  if (list === undefined) return all.every(({ path }) => isDropping(basename(path))) ? [] : undefined;
  const foreign: string[] = [];
  for (const one of all) if (!(await isListed(folder, one, list))) foreign.push(one.path);
  return foreign;
}

async function isListed(folder: string, { path, kind }: Inside, list: List): Promise<boolean> {
  switch (kind) {
    case 'other':
      return false;
    case 'folder':
      return [...list.keys()].some((file) => file.startsWith(`${path}/`));
    case 'file': {
      if (isLeftBehind(path, list)) return true;
      const digest = list.get(path);
      return list.has(path) && (digest === undefined || digest === (await digestOf(join(folder, path))));
    }
  }
}

/** Files that file managers create beside a listed file or in any folder. */
function isLeftBehind(path: string, list: List): boolean {
  const name = basename(path);
  return name.startsWith('._')
    ? list.has(join(dirname(path), name.slice(2)).replaceAll('\\', '/'))
    : isDropping(name);
}

async function digestOf(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

async function listOf(folder: string): Promise<string> {
  const files: Record<string, string> = {};
  for (const { path, kind } of await inside(folder)) {
    if (kind === 'file') files[path] = await digestOf(join(folder, path));
  }
  return `${JSON.stringify({ format: 1, files }, null, 1)}\n`;
}

async function listIn(folder: string): Promise<List | undefined> {
  const file = join(folder, listFile);
  const found = await lstat(file).catch(ifMissing);
  if (found === undefined) return listByWorker(folder);
  if (!found.isFile()) return undefined;
  const files = filesNamedIn(await readFile(file, 'utf8'));
  return files && new Map([...Object.entries(files), [listFile, undefined]]);
}

/** The files of a list with their digests; undefined if a text is not a list. */
function filesNamedIn(text: string): Readonly<Record<string, string>> | undefined {
  const json = readJson(text, listFile);
  const parsed = listSchema.safeParse(json.ok ? json.value : undefined);
  return parsed.success ? parsed.data.files : undefined;
}

const listSchema = z.object({ format: z.literal(1), files: z.record(z.string(), z.string()) });

/** Versions without a list named nearly all their files in the service worker. */
async function listByWorker(folder: string): Promise<List | undefined> {
  const worker = await readFile(join(folder, workerFile), 'utf8').catch(ifMissing);
  const [, named] = /^const version = '[0-9a-f]{16}';\nconst files = (\[.*\]);$/m.exec(worker ?? '') ?? [];
  const json = readJson(named ?? '', workerFile);
  const files = z.array(z.string()).safeParse(json.ok ? json.value : undefined);
  return files.success
    ? new Map([...files.data, ...besideTheWorker].map((file) => [file, undefined]))
    : undefined;
}

const workerFile = 'service-worker.js';
const besideTheWorker = [
  workerFile,
  'manifest.webmanifest',
  'icon.svg',
  'embed.js',
  ...['css', 'html', 'js'].map((ending) => `embed-demo.${ending}`),
  'embed.html',
  'embed-game.js',
  'embed-game.css',
  'embed-content.js',
  ...['drill', 'lesson', 'pack', 'round', 'scenario', 'world'].map(
    (name) => `content/schema/${name}.schema.json`,
  ),
];

/** Deletes what the list of a folder names, then the folder. Files added in the meantime stay and are reported. */
async function deleteListed(folder: string): Promise<void> {
  const list = (await listIn(folder)) ?? new Map();
  const all = await inside(folder);
  for (const one of all) {
    if (one.kind === 'file' && (await isListed(folder, one, list))) await unlink(join(folder, one.path));
  }
  try {
    for (const { path, kind } of all.toReversed()) if (kind === 'folder') await rmdir(join(folder, path));
    await rmdir(folder);
  } catch (problem) {
    if (!isSystemError(problem, 'ENOTEMPTY', 'EEXIST')) throw problem;
    throw new Error(
      `書き出しは終わりましたが、その間に古いフォルダーへ入ったファイルが「${folder}」に残っています。\nThe output is written. Files that were added to the old folder meanwhile are still in “${folder}”.`,
      { cause: problem },
    );
  }
}
