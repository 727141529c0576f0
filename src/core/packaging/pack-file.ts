/** A pack as one file to hand over: a zip of the pack's folder, with the ending of bounds.ts. */
import type { Outcome } from '../scenario/read/problem.ts';
import { archiveProblem } from './archive-problem.ts';
import { isDropping } from './droppings.ts';
import { unzip } from './unzip.ts';
import { deflated, zipOf } from './zip.ts';

/** Files of a pack by path from the pack's folder, such as `scenarios/my-inbox.json`. */
export type PackFolder = ReadonlyMap<string, Uint8Array>;

/** The bytes of a pack file; the same for the same files. */
export const packFileOf = (files: PackFolder): Uint8Array =>
  zipOf(new Map([...files].map(([path, bytes]) => [path, deflated(bytes)])));

/** What was found in a pack file. */
export interface PackFileContent {
  readonly files: PackFolder;
  /** Names of entries that no pack has, sorted. They are not in `files`. */
  readonly leftOut: readonly string[];
}

/** Reads a pack file, or a zip of a pack's folder made by hand, which may have folders around it. */
export function readPackFile(archive: Uint8Array): Outcome<PackFileContent> {
  const unzipped = unzip(archive);
  if (!unzipped.ok) return unzipped;
  const names = [...unzipped.files.keys()].filter((name) => !name.split('/').some(isDropping));
  const packs = names.filter((name) => /(^|\/)pack\.json$/.test(name));
  const [pack] = packs;
  if (pack === undefined) return { ok: false, problems: [archiveProblem('no-pack', 0)] };
  if (packs.length > 1) return { ok: false, problems: [archiveProblem('several-packs', 0)] };
  const folder = pack.slice(0, -'pack.json'.length);
  const files = new Map<string, Uint8Array>();
  const leftOut: string[] = [];
  for (const name of names.toSorted()) {
    const bytes = unzipped.files.get(name);
    const path = name.slice(folder.length);
    if (bytes !== undefined && name.startsWith(folder) && ofPack.test(path)) files.set(path, bytes);
    else leftOut.push(name);
  }
  return { ok: true, value: { files, leftOut }, problems: [] };
}

/** Paths that the format has. */
const ofPack =
  /^(pack\.json|world\.json|(scenarios|drills|lessons)\/[a-z][a-z0-9-]*\.json|assets\/[a-z0-9][a-z0-9-]*\.(svg|png|jpg))$/;
