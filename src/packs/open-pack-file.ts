/** A pack file → a pack that can be played, checked as the build checks a shipped one. */
import { isFields } from '../core/scenario/read/from-outside.ts';
import { contentOfPack, lintContent } from '../core/lint/lint-pack.ts';
import { loadPack } from '../core/lint/load.ts';
import { inFolder, packFiles } from '../core/lint/pack-files.ts';
import type { PictureFile } from '../core/lint/picture.ts';
import { shippingRules } from '../core/lint/rules.ts';
import { crc32 } from '../core/packaging/crc32.ts';
import { type PackFolder, readPackFile } from '../core/packaging/pack-file.ts';
import { contentIndexOf } from '../core/scenario/read/content-index.ts';
import type { Outcome } from '../core/scenario/read/problem.ts';
import { openedId } from './opened.ts';
import { type ListedPack, textOf } from './opened-shelf.ts';

/** A pack file that was read. `problems` of the outcome tell what of it cannot be played. */
export interface ReadPack {
  readonly listed: ListedPack;
  /** The files that are played, and no others. */
  readonly files: PackFolder;
  readonly checksum: number;
}

/** Reads and checks a pack file. Not ok if nothing of it can be played. */
export async function openPackFile(archive: Uint8Array): Promise<Outcome<ReadPack>> {
  const read = readPackFile(archive);
  if (!read.ok) return read;
  const { files } = read.value;
  const texts = (path: string): Promise<string> => {
    const bytes = files.get(path.replace(/^packs\/[^/]*\//, ''));
    return bytes === undefined ? Promise.reject(new Error(path)) : Promise.resolve(textOf(bytes));
  };
  const loaded = await loadPack(texts, idIn(textOf(files.get('pack.json') ?? new Uint8Array())));
  const { pack, scenarios, drills, lessons } = loaded;
  const content = contentOfPack(loaded);
  const problems = [
    ...loaded.problems,
    ...lintContent(content, loaded.locate, shippingRules, inFolder(folderOf(files))),
  ].filter(({ severity }) => severity === 'error');
  if (pack === undefined || scenarios.length + drills.length + lessons.length === 0)
    return { ok: false, problems };
  const [listed] = contentIndexOf([{ ...loaded, pack }]).packs;
  if (listed === undefined) return { ok: false, problems };
  // A picture that could run something is not kept; its place shows that it is missing.
  const unsafe = new Set(problems.map(({ file }) => file));
  const played = packFiles(content).flatMap((path) => {
    const bytes = files.get(path);
    const isUnsafe = path.startsWith('assets/') && unsafe.has(`packs/${pack.id}/${path}`);
    return bytes === undefined || isUnsafe ? [] : [[path, bytes] as const];
  });
  return {
    ok: true,
    value: {
      listed: { ...listed, id: openedId(pack.id) },
      files: new Map(played),
      checksum: crc32(archive),
    },
    problems,
  };
}

/** The id that pack.json gives itself. Any other value makes the loader report what is wrong with it. */
function idIn(text: string): string {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const id = isFields(value) ? value['id'] : undefined;
    return typeof id === 'string' && /^[a-z][a-z0-9-]{0,59}$/.test(id) ? id : 'pack';
  } catch {
    return 'pack';
  }
}

function folderOf(files: PackFolder): ReadonlyMap<string, PictureFile | 'other'> {
  return new Map(
    [...files].map(([path, bytes]) => [
      path,
      path.startsWith('assets/') ? { start: [...bytes.subarray(0, 8)], text: utf8(bytes) } : 'other',
    ]),
  );
}

function utf8(bytes: Uint8Array): string | undefined {
  const text = textOf(bytes);
  return text.includes('\uFFFD') ? undefined : text;
}
