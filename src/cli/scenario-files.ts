/** The scenario files that a command looks at, complete or still being written, with what is known around them. */
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { filesIn, packsIn } from '../build/disk.ts';
import { parsePack, parseWorld } from '../core/lint/parse.ts';
import { type KnownOrganization, knownOrganizations } from '../core/scenario/world/organizations.ts';
import { worldFileOf } from '../core/scenario/world/world-file.ts';

/** A scenario file. */
export interface ScenarioOnDisk {
  readonly file: string;
  readonly text: string;
  /** Id of its pack; absent for a file by itself. */
  readonly pack?: string;
  /** The organisations of its world; empty without one. */
  readonly organizations: readonly KnownOrganization[];
}

/** The scenario files of a content folder or a pack, or the file itself. Undefined if the path is none of these. */
export async function scenarioFilesAt(target: string): Promise<readonly ScenarioOnDisk[] | undefined> {
  if (!existsSync(target)) return undefined;
  if (!statSync(target).isDirectory()) return target.endsWith('.json') ? [await fileAt(target)] : undefined;
  if (existsSync(path.join(target, 'pack.json'))) return filesOfPack(target);
  if (!existsSync(path.join(target, 'packs'))) return undefined;
  const packs = await packsIn(target);
  return (await Promise.all(packs.map((id) => filesOfPack(path.join(target, 'packs', id))))).flat();
}

async function filesOfPack(folder: string): Promise<readonly ScenarioOnDisk[]> {
  const names = await filesIn(path.join(folder, 'scenarios'), '.json');
  return Promise.all(names.map((name) => fileAt(path.join(folder, 'scenarios', name))));
}

async function fileAt(file: string): Promise<ScenarioOnDisk> {
  const text = await readFile(file, 'utf8');
  const folder = path.dirname(path.dirname(path.resolve(file)));
  const listing = path.join(folder, 'pack.json');
  if (!existsSync(listing)) return { file, text, organizations: [] };
  const pack = parsePack(await readFile(listing, 'utf8'), listing);
  if (!pack.ok) return { file, text, pack: path.basename(folder), organizations: [] };
  const world = worldFileOf(pack.value);
  return {
    file,
    text,
    pack: pack.value.id,
    organizations: world === undefined ? [] : await organizationsIn(path.join(folder, '..', '..', world)),
  };
}

/** The organisations of a world file; none if it cannot be read. */
export async function organizationsIn(file: string): Promise<readonly KnownOrganization[]> {
  if (!existsSync(file)) return [];
  const world = parseWorld(await readFile(file, 'utf8'), file);
  return world.ok ? knownOrganizations(world.value) : [];
}
