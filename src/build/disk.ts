/** Reads content from disk. */
import type { ReadingRule } from '../core/scenario/read/reading-rules.ts';
import { isUtf8 } from 'node:buffer';
import { existsSync } from 'node:fs';
import { readdir, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { isDropping } from '../core/packaging/droppings.ts';
import { pictureEnding, type PictureFile } from '../core/lint/picture.ts';
import type { Problem } from '../core/scenario/read/problem.ts';
import type { Read } from '../core/lint/load.ts';

/** A `Read` that resolves paths below a content folder. */
export function diskReader(content: string): Read {
  return async (file) => (await readBelow(content, file)).toString('utf8');
}

/** The bytes of a file of a content folder. Rejects for a link to a file outside, which a stranger's pack could ship. */
export async function readBelow(content: string, file: string): Promise<Buffer> {
  const place = await realpath(path.join(content, file));
  const way = path.relative(await realpath(content), place);
  if (path.isAbsolute(way) || way.split(path.sep)[0] === '..')
    throw new Error(`${file} lies outside of the content folder.`);
  return readFile(place);
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

/** The sorted names of the packs in `content/packs`: its folders, except empty ones. */
export async function packsIn(content: string): Promise<readonly string[]> {
  return (await foldersIn(content)).flatMap(({ name, isEmpty }) => (isEmpty ? [] : [name]));
}

/** A warning for each empty folder in `content/packs`, which is skipped. */
export async function emptyFolders(content: string): Promise<readonly Problem[]> {
  return (await foldersIn(content)).flatMap(({ name, isEmpty }): readonly Problem[] =>
    isEmpty
      ? [
          {
            rule: 'folder-empty' satisfies ReadingRule,
            severity: 'warning',
            file: `packs/${name}`,
            path: [],
            line: 1,
            column: 1,
            text: {
              ja: 'このフォルダーは空なので、パックとして扱いません。pack.json を置くか、削除してください。',
              en: 'This folder is empty, so it is no pack. Put a pack.json into it, or delete it.',
            },
          },
        ]
      : [],
  );
}

/** The folders in `content/packs`, without those that file managers and archive programs leave behind. */
async function foldersIn(
  content: string,
): Promise<readonly { readonly name: string; readonly isEmpty: boolean }[]> {
  const folder = path.join(content, 'packs');
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.flatMap((entry) =>
    entry.isDirectory() && !isPassedOver(entry.name) ? [entry.name] : [],
  );
  return Promise.all(
    names.toSorted().map(async (name) => ({
      name,
      isEmpty: (await filesBelow(path.join(folder, name))).length === 0,
    })),
  );
}

/**
 * Everything in a pack's folder by relative path, with the text of pictures in assets/. Symbolic links are not
 * followed.
 */
export async function packFolder(
  content: string,
  id: string,
): Promise<ReadonlyMap<string, PictureFile | 'other'>> {
  const folder = path.join(content, 'packs', id);
  const files = await filesBelow(folder);
  return new Map(
    await Promise.all(
      files.map(async ({ name, isFile }): Promise<[string, PictureFile | 'other']> => {
        const isPicture = isFile && /^assets\/[^/]+$/.test(name) && pictureEnding.test(name);
        return [name, isPicture ? pictureOf(await readFile(path.join(folder, name))) : 'other'];
      }),
    ),
  );
}

interface Below {
  /** Relative path with `/`. */
  readonly name: string;
  /** False for a symbolic link or a special file. */
  readonly isFile: boolean;
}

/** Everything below a folder that is not a folder itself, sorted. */
async function filesBelow(folder: string, below = ''): Promise<readonly Below[]> {
  const entries = await readdir(path.join(folder, below), { withFileTypes: true });
  const seen = entries.filter(({ name }) => !isPassedOver(name));
  const found = await Promise.all(
    seen.map(async (entry): Promise<readonly Below[]> => {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(folder, name) : [{ name, isFile: entry.isFile() }];
    }),
  );
  return found.flat().toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

function pictureOf(bytes: Buffer): PictureFile {
  return { start: [...bytes.subarray(0, 8)], text: isUtf8(bytes) ? bytes.toString('utf8') : undefined };
}

/** Hidden files and files that macOS or Windows creates: never content, never a pack. */
const isPassedOver = (name: string): boolean => name.startsWith('.') || isDropping(name);
