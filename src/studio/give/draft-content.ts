/** A draft → the content of a package: what the command line ships of the same folder, checked by the same rules. */
import { contentOfPack, lintContent } from '../../core/lint/lint-pack.ts';
import { type LoadedPack, loadPack } from '../../core/lint/load.ts';
import { inFolder, packFiles } from '../../core/lint/pack-files.ts';
import { pictureEnding } from '../../core/lint/picture.ts';
import type { PackFile } from '../../core/lint/rule.ts';
import { shippingRules } from '../../core/lint/rules.ts';
import type { PackageContent } from '../../core/packaging/content-script.ts';
import { shippedFile } from '../../core/packaging/shipped-file.ts';
import type { Scenario } from '../../core/scenario/format/scenario.ts';
import { contentIndexOf, indexText } from '../../core/scenario/read/content-index.ts';
import type { Outcome } from '../../core/scenario/read/problem.ts';
import { worldFileOf } from '../../core/scenario/world/world-file.ts';
import { type DraftFiles, packsIn } from '../files/given-file.ts';

/** The content of a package, and the inbox that its first screen shows. */
export interface DraftContent extends PackageContent {
  readonly pack: string;
  /** Undefined in a pack of drills and lessons alone. */
  readonly first: Scenario | undefined;
}

/** The content for a package of the first pack of a draft. `worldText` gives the text of a world that the pack shares. */
export async function contentOfDraft(
  draft: DraftFiles,
  worldText: (file: string) => Promise<string | undefined>,
): Promise<Outcome<DraftContent>> {
  const files = bytesOf(draft);
  const [pack = ''] = packsIn(draft);
  const loaded = await loadPack((path) => read(draft, path), pack);
  const content = contentOfPack(loaded);
  const problems = [
    ...loaded.problems,
    ...lintContent(content, loaded.locate, shippingRules, inFolder(folderOf(files, pack))),
  ];
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0 || loaded.pack === undefined) return { ok: false, problems: errors };
  const texts = new Map<string, string>([['index.json', indexOf(loaded)]]);
  const pictures = new Map<string, Uint8Array>();
  const world = worldFileOf(loaded.pack);
  const shared = world === undefined || files.has(world) ? undefined : await worldText(world);
  if (world !== undefined && shared !== undefined) files.set(world, encoded(shared));
  const wanted = [...packFiles(content).map((path) => `packs/${pack}/${path}`), ...(world ? [world] : [])];
  for (const path of new Set(wanted)) {
    const bytes = files.get(path);
    const shipped = bytes && shippedFile(path, bytes);
    if (shipped === undefined) continue;
    if (path.endsWith('.json') && typeof shipped === 'string') texts.set(path, shipped);
    else pictures.set(path, typeof shipped === 'string' ? encoded(shipped) : shipped);
  }
  return { ok: true, value: { texts, pictures, pack, first: loaded.scenarios[0] }, problems };
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

const bytesOf = ({ texts, pictures }: DraftFiles): Map<string, Uint8Array> =>
  new Map([...[...texts].map(([path, text]) => [path, encoded(text)] as const), ...pictures]);

function read({ texts }: DraftFiles, path: string): Promise<string> {
  const text = texts.get(path);
  return text === undefined ? Promise.reject(new Error(`no ${path}`)) : Promise.resolve(text);
}

const indexOf = ({ pack, ...loaded }: LoadedPack): string =>
  indexText(contentIndexOf(pack === undefined ? [] : [{ ...loaded, pack }]));

/** What the rules see of the folder of a pack. */
function folderOf(files: ReadonlyMap<string, Uint8Array>, pack: string): ReadonlyMap<string, PackFile> {
  const folder = `packs/${pack}/`;
  return new Map(
    [...files].flatMap(([path, bytes]): [string, PackFile][] => {
      if (!path.startsWith(folder)) return [];
      const name = path.slice(folder.length);
      const isPicture = /^assets\/[^/]+$/.test(name) && pictureEnding.test(name);
      return [[name, isPicture ? { start: [...bytes.subarray(0, 8)], text: utf8(bytes) } : 'other']];
    }),
  );
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
