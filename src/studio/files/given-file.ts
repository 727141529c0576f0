/** A draft → the pack file that the author gives away, and back. */
import { packFileEnding } from '../../core/packaging/bounds.ts';
import { packFileOf, readPackFile } from '../../core/packaging/pack-file.ts';
import { isFields, jsonFrom } from '../../core/scenario/read/from-outside.ts';
import type { Outcome } from '../../core/scenario/read/problem.ts';
import type { KeptDraft } from '../draft/shelf.ts';
import type { DraftHead } from '../start/new-draft.ts';

/** The files of a draft. */
export type DraftFiles = Pick<KeptDraft, 'texts' | 'pictures'>;

/** The pack file of a draft, in whatever state that is. */
export function givenFile(draft: DraftFiles): { readonly name: string; readonly bytes: Uint8Array } {
  const [pack = 'pack'] = packsIn(draft);
  return { name: `${pack}${packFileEnding}`, bytes: packFileOf(folderOf(draft, pack)) };
}

/** The ids of the packs of a draft. */
export const packsIn = ({ texts }: Pick<DraftFiles, 'texts'>): readonly string[] =>
  [...texts.keys()].flatMap((path) => /^packs\/([^/]+)\/pack\.json$/.exec(path)?.[1] ?? []).toSorted();

/** The files of a pack by path from its folder, whatever state they are in. */
function folderOf({ texts, pictures }: DraftFiles, pack: string): ReadonlyMap<string, Uint8Array> {
  const folder = `packs/${pack}/`;
  const encoder = new TextEncoder();
  const files = [...[...texts].map(([path, text]) => [path, encoder.encode(text)] as const), ...pictures];
  return new Map(
    files.flatMap(([path, bytes]) =>
      path.startsWith(folder) ? [[path.slice(folder.length), bytes] as const] : [],
    ),
  );
}

/** A draft of the files in a pack file, as they are: what is wrong in them is shown where it is edited. */
export function draftOfPackFile(archive: Uint8Array, head: DraftHead): Outcome<KeptDraft> {
  const read = readPackFile(archive);
  if (!read.ok) return read;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const { files } = read.value;
  const about = jsonFrom(decoder.decode(files.get('pack.json')).replace(/^\uFEFF/, ''));
  const id = isFields(about) ? about['id'] : undefined;
  const pack = typeof id === 'string' && /^[a-z][a-z0-9-]{0,59}$/.test(id) ? id : 'my-pack';
  const placed = [...files].map(([path, bytes]) => [`packs/${pack}/${path}`, bytes] as const);
  const isText = (path: string): boolean => path.endsWith('.json');
  return {
    ok: true,
    value: {
      ...head,
      texts: new Map(
        placed.flatMap(([path, bytes]) => (isText(path) ? [[path, decoder.decode(bytes)]] : [])),
      ),
      pictures: new Map(placed.filter(([path]) => !isText(path))),
      past: [],
      future: [],
    },
    problems: [],
  };
}
