/** What a site or package contains of a content folder: the files the game reads, checked, and nothing else. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contentOfPack, lintContent } from '../core/lint/lint-pack.ts';
import { inFolder, packFiles } from '../core/lint/pack-files.ts';
import type { Content, Disk } from '../core/lint/rule.ts';
import { shippingRules } from '../core/lint/rules.ts';
import type { Pack } from '../core/scenario/format/pack.ts';
import { contentIndexOf, indexText } from '../core/scenario/read/content-index.ts';
import { type LoadedPack, loadPack } from '../core/lint/load.ts';
import { parseWorld } from '../core/lint/parse.ts';
import { shippedFile } from '../core/packaging/shipped-file.ts';
import type { Problem } from '../core/scenario/read/problem.ts';
import { worldFileOf } from '../core/scenario/world/world-file.ts';
import { diskReader, skippedFolders, filesIn, packFolder, packsIn, readBelow } from './disk.ts';

/** The list of packs, relative to content/. */
export const indexFile = 'index.json';

/** Path relative to content/ → what is shipped there. */
export type Shipped = ReadonlyMap<string, string | Uint8Array>;

/** The files to ship, and problems. */
export interface ShippedContent {
  readonly files: Shipped;
  /** Errors in the content, and warnings about files that were left out. */
  readonly problems: readonly Problem[];
}

/** The content of all packs of a folder, or of some. If any problem is an error, nothing may be shipped. */
export async function shippedContent(
  folder: string,
  only: readonly string[] | undefined,
): Promise<ShippedContent> {
  const ids = (await packsIn(folder)).filter((id) => only === undefined || only.includes(id));
  const packs = await Promise.all(ids.map((id) => packOnDisk(folder, id)));
  const worlds = new Set(
    packs
      .flatMap(({ loaded: { pack } }) => (pack && worldFileOf(pack)) ?? [])
      .filter((file) => existsSync(join(folder, file))),
  );
  const problems = [
    ...packs.flatMap(({ loaded, content, disk }) => [
      ...loaded.problems,
      ...lintContent(content, loaded.locate, shippingRules, disk),
    ]),
    ...(await worldProblems(folder, worlds)),
    ...(await skippedFolders(folder)),
  ];
  if (problems.some(({ severity }) => severity === 'error')) return { files: new Map(), problems };
  const paths = [
    ...packs.flatMap(({ loaded: { pack }, content }) =>
      pack === undefined ? [] : packFiles(content).map((path) => `packs/${pack.id}/${path}`),
    ),
    ...worlds,
    ...(await schemasIn(folder)),
  ].filter((path) => existsSync(join(folder, path)));
  const files = new Map<string, string | Uint8Array>();
  for (const path of new Set(paths)) files.set(path, await fileToShip(folder, path));
  files.set(indexFile, indexOf(packs.map(({ loaded }) => loaded)));
  return { files, problems };
}

/** The text of content/index.json for the packs of a folder, as far as they are readable. */
export async function indexIn(folder: string): Promise<string> {
  const ids = await packsIn(folder);
  return indexOf(await Promise.all(ids.map((id) => loadPack(diskReader(folder), id))));
}

/** Paths relative to content/ that the game may read of a pack, even if some of them are unreadable. */
export async function readableFiles(folder: string, id: string): Promise<ReadonlySet<string>> {
  const { content } = await packOnDisk(folder, id);
  return new Set(packFiles(content).map((path) => `packs/${id}/${path}`));
}

interface PackOnDisk {
  readonly loaded: LoadedPack;
  readonly content: Content;
  readonly disk: Disk;
}

async function packOnDisk(folder: string, id: string): Promise<PackOnDisk> {
  const loaded = await loadPack(diskReader(folder), id);
  return {
    loaded,
    content: contentOfPack(loaded),
    disk: inFolder(await packFolder(folder, id)),
  };
}

export function indexOf(packs: readonly LoadedPack[]): string {
  return indexText(contentIndexOf(packs.filter(hasPack)));
}

const hasPack = (loaded: LoadedPack): loaded is LoadedPack & { readonly pack: Pack } =>
  loaded.pack !== undefined;

async function worldProblems(folder: string, worlds: ReadonlySet<string>): Promise<readonly Problem[]> {
  const outcomes = await Promise.all(
    [...worlds].map(async (file) => parseWorld((await readBelow(folder, file)).toString('utf8'), file)),
  );
  return outcomes.flatMap(({ problems }) => problems);
}

const schemasIn = async (folder: string): Promise<readonly string[]> =>
  (await filesIn(join(folder, 'schema'), '.schema.json')).map((name) => `schema/${name}`);

async function fileToShip(folder: string, path: string): Promise<string | Uint8Array> {
  const file = shippedFile(path, await readBelow(folder, path));
  if (file === undefined) throw new Error(`${path} could be read before, but not any more.`);
  return file;
}
