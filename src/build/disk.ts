/** Reads content from disk. */
import type { ReadingRule } from '../core/scenario/read/reading-rules.ts';
import { isUtf8 } from 'node:buffer';
import { existsSync } from 'node:fs';
import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { isDropping } from '../core/packaging/droppings.ts';
import { pictureEnding, type PictureFile } from '../core/lint/picture.ts';
import type { PackFile } from '../core/lint/rule.ts';
import type { Localized } from '../core/scenario/format/text.ts';
import type { Problem } from '../core/scenario/read/problem.ts';
import { type Read, UnfollowedLink } from '../core/lint/load.ts';

/** A `Read` that resolves paths below a content folder. */
export function diskReader(content: string): Read {
  return async (file) => (await readBelow(content, file)).toString('utf8');
}

/**
 * The bytes of a file of a content folder. Rejects with `UnfollowedLink` for a link to a file outside, which a stranger's
 * pack could ship, and for one to nothing.
 */
export async function readBelow(content: string, file: string): Promise<Buffer> {
  const written = path.join(content, file);
  const place = await realpath(written).catch(() => undefined);
  if (place !== undefined && isBelow(await realpath(content), place)) return readFile(place);
  const link = await firstLink(content, file);
  if (link !== undefined) throw new UnfollowedLink(link);
  throw new Error(`${written} is not there, or lies outside of the content folder.`);
}

function isBelow(folder: string, place: string): boolean {
  const way = path.relative(folder, place);
  return !path.isAbsolute(way) && way.split(path.sep)[0] !== '..';
}

/** The first part of a path below a folder that is a symbolic link; undefined if none is. */
async function firstLink(folder: string, file: string): Promise<string | undefined> {
  const names = file.split('/');
  for (const [index] of names.entries()) {
    const way = names.slice(0, index + 1).join('/');
    const found = await lstat(path.join(folder, way)).catch(() => undefined);
    if (found === undefined) return undefined;
    if (found.isSymbolicLink()) return way;
  }
  return undefined;
}

/** The sorted names of files in a folder with an extension; empty if the folder does not exist. */
export async function filesIn(folder: string, ending: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map(({ name }) => name)
    .toSorted();
}

/** The sorted names of the packs in `content/packs`: its folders, except empty ones and links. */
export async function packsIn(content: string): Promise<readonly string[]> {
  return (await foldersIn(content)).flatMap(({ name, kind }) => (kind === 'pack' ? [name] : []));
}

/** A warning for each empty folder and each symbolic link in `content/packs`, which are skipped. */
export async function skippedFolders(content: string): Promise<readonly Problem[]> {
  return (await foldersIn(content)).flatMap(({ name, kind }): readonly Problem[] => {
    if (kind === 'pack') return [];
    const place = { file: `packs/${name}`, path: [], line: 1, column: 1 };
    return [{ severity: 'warning', ...place, ...whySkipped[kind] }];
  });
}

const whySkipped = {
  empty: {
    rule: 'folder-empty',
    text: {
      ja: 'このフォルダーは空なので、パックとして扱いません。pack.json を置くか、削除してください。',
      en: 'This folder is empty, so it is no pack. Put a pack.json into it, or delete it.',
    },
  },
  link: {
    rule: 'file-is-link',
    text: {
      ja: 'シンボリックリンクなので、パックとして扱いません。フォルダーそのものを置くか、削除してください。',
      en: 'This is a symbolic link, so it is no pack. Put the folder itself there, or delete it.',
    },
  },
} as const satisfies Readonly<Record<string, { rule: ReadingRule; text: Localized }>>;

interface PackFolder {
  readonly name: string;
  readonly kind: 'pack' | keyof typeof whySkipped;
}

/** The folders and links in `content/packs`, without those that file managers and archive programs leave behind. */
async function foldersIn(content: string): Promise<readonly PackFolder[]> {
  const folder = path.join(content, 'packs');
  if (!existsSync(folder)) return [];
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !isPassedOver(name));
  const found = await Promise.all(
    entries.map(async (entry): Promise<readonly PackFolder[]> => {
      const { name } = entry;
      if (entry.isSymbolicLink()) return [{ name, kind: 'link' }];
      if (!entry.isDirectory()) return [];
      return [{ name, kind: (await filesBelow(path.join(folder, name))).length === 0 ? 'empty' : 'pack' }];
    }),
  );
  return found.flat().toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/**
 * Everything in a pack's folder by relative path, with the text of pictures in assets/. Symbolic links are not
 * followed.
 */
export async function packFolder(content: string, id: string): Promise<ReadonlyMap<string, PackFile>> {
  const folder = path.join(content, 'packs', id);
  const files = await filesBelow(folder);
  return new Map(
    await Promise.all(
      files.map(async ({ name, kind }): Promise<[string, PackFile]> => {
        if (kind !== 'file') return [name, kind];
        const isPicture = /^assets\/[^/]+$/.test(name) && pictureEnding.test(name);
        return [name, isPicture ? pictureOf(await readFile(path.join(folder, name))) : 'other'];
      }),
    ),
  );
}

interface Below {
  /** Relative path with `/`. */
  readonly name: string;
  /** What it is; `other` is a special file. */
  readonly kind: 'file' | 'link' | 'other';
}

/** Everything below a folder that is not a folder itself, sorted. */
async function filesBelow(folder: string, below = ''): Promise<readonly Below[]> {
  const entries = await readdir(path.join(folder, below), { withFileTypes: true });
  const seen = entries.filter(({ name }) => !isPassedOver(name));
  const found = await Promise.all(
    seen.map(async (entry): Promise<readonly Below[]> => {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(folder, name);
      return [{ name, kind: entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'link' : 'other' }];
    }),
  );
  return found.flat().toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

function pictureOf(bytes: Buffer): PictureFile {
  return { start: [...bytes.subarray(0, 8)], text: isUtf8(bytes) ? bytes.toString('utf8') : undefined };
}

/** Hidden files and files that macOS or Windows creates: never content, never a pack. */
const isPassedOver = (name: string): boolean => name.startsWith('.') || isDropping(name);
