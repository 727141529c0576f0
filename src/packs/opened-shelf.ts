/** A pack that came from a file, what is kept of it, and the source that plays it. */
import { parseIndex } from '../core/lint/parse.ts';
import type { PackFolder } from '../core/packaging/pack-file.ts';
import type { ContentIndex } from '../core/scenario/format/pack.ts';
import { indexText } from '../core/scenario/read/content-index.ts';
import { isFields } from '../core/scenario/read/from-outside.ts';
import { contentRoot } from './ahead.ts';
import { isOpened } from './opened.ts';
import { notRead } from './read-failure.ts';
import type { PackSource } from './source.ts';

/** A pack as the start page lists it. */
export type ListedPack = ContentIndex['packs'][number];

/** What is kept of an opened pack beside its files. */
export interface OpenedPack {
  /** Its line of the index, with the id under which it is played. */
  readonly listed: ListedPack;
  /** The name of the file. */
  readonly fileName: string;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
  /** Tells files apart that have the same pack. */
  readonly checksum: number;
}

/** What the source reads. Nothing rejects. */
export interface OpenedFiles {
  readonly list: () => Promise<readonly OpenedPack[]>;
  /** The bytes of a file, by its path from the pack's folder; undefined if it is not there. */
  readonly file: (id: string, path: string) => Promise<Uint8Array | undefined>;
  readonly files: (id: string) => Promise<PackFolder>;
}

/** What was kept of a pack, in a value from outside; undefined if it is not that. */
export function openedPackFrom(value: unknown): OpenedPack | undefined {
  if (!isFields(value)) return undefined;
  const { listed, fileName, openedAt, checksum } = value;
  const read = parseIndex(JSON.stringify({ format: 1, packs: [listed] }), 'index.json');
  const [pack] = read.ok ? read.value.packs : [];
  const isWhole =
    typeof fileName === 'string' && typeof openedAt === 'number' && typeof checksum === 'number';
  return pack === undefined || !isWhole || !isOpened(pack.id)
    ? undefined
    : { listed: pack, fileName, openedAt, checksum };
}

/** The packs that were opened, as a source. Everything in it is checked when it is read. */
export function openedSource(shelf: OpenedFiles): PackSource {
  const pictures = new Map<string, string>();
  return {
    read: async (file) => {
      if (file === 'index.json') return { ok: true, value: await indexOf(shelf), problems: [] };
      const [, id = '', path = ''] = /^packs\/([^/]+)\/(.+)$/.exec(file) ?? [];
      const bytes = await shelf.file(id, path);
      if (bytes === undefined) return notRead(file, 'file-missing');
      for (const [name, picture] of await shelf.files(id)) {
        const address = `${contentRoot}packs/${id}/${name}`;
        if (name.startsWith('assets/') && !pictures.has(address))
          pictures.set(address, pictureAddress(name, picture));
      }
      return { ok: true, value: textOf(bytes), problems: [] };
    },
    isChecked: () => false,
    picture: (path) => pictures.get(path) ?? path,
    isServed: false,
  };
}

/** The text of a file. Bytes that are no UTF-8 become U+FFFD, which the parser reports. */
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const indexOf = async (shelf: OpenedFiles): Promise<string> =>
  indexText({ format: 1, packs: (await shelf.list()).map(({ listed }) => listed) });

const types: Readonly<Record<string, string>> = { svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg' };

/** In characters per call of `fromCharCode`, which has a limit. */
const step = 8_192;

/** A data: URL. An address of the page's own origin would let a picture be opened as a page of it. */
function pictureAddress(name: string, bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += step) {
    binary += String.fromCharCode(...bytes.subarray(at, at + step));
  }
  return `data:${types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'};base64,${btoa(binary)}`;
}
