/** Reads content from disk. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Read } from '../core/scenario/read/load.ts';

/** A `Read` below a content folder. */
export function diskReader(content: string): Read {
  return (file) => readFile(path.join(content, file), 'utf8');
}

/** The names of the files with an ending in a folder, sorted; none if there is no such folder. */
export async function filesIn(folder: string, ending: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map(({ name }) => name)
    .toSorted();
}

/** The names of the folders in `content/packs`, each a pack, sorted. */
export async function packsIn(content: string): Promise<readonly string[]> {
  const folder = path.join(content, 'packs');
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}

/** Whether a name is one that macOS or Windows leaves in folders by itself: no content, and never a pack. */
export const isDropping = (name: string): boolean =>
  /^(\.ds_store|\._.*|__macosx|thumbs\.db|desktop\.ini)$/i.test(name);
