/** The game without content: what every package has in common, as the build publishes it beside the site. */
import { isFields } from '../scenario/read/from-outside.ts';
import type { Deflated } from './zip.ts';

/** The folder of the parts, from the page of the site. */
export const partsFolder = 'package/';
/** The list of the parts, in that folder. */
export const partsFile = 'parts.json';

/** The compressed files of a package. */
export const partNames = ['script', 'styles', 'notices', 'reloadWorker'] as const;
/** One of them. */
export type PartName = (typeof partNames)[number];

/** The pages of packages, before anything of one package is in them. */
export interface GamePages {
  /** With script, styles and content as files beside it. */
  readonly apart: string;
  /** With everything inside; see `wholePage` for the places that are left for the content. */
  readonly whole: string;
  /** The name of the worker of a cmi5 package. */
  readonly worker: string;
}

/** The game without content. */
export interface GameParts extends GamePages {
  readonly files: Readonly<Record<PartName, Deflated>>;
}

/** Where the bytes of a part are, and what they are. */
export interface ListedPart extends Omit<Deflated, 'bytes'> {
  /** The name of its file in the folder of the parts. */
  readonly file: string;
  /** The length of that file, in bytes. */
  readonly length: number;
}

/** What parts.json says. */
export interface PartsList extends GamePages {
  readonly files: Readonly<Record<PartName, ListedPart>>;
}

/** The list of the parts from its text; undefined where that is of another version or damaged. */
export function partsListFrom(value: unknown): PartsList | undefined {
  if (!isFields(value)) return undefined;
  const { apart, whole, worker, files } = value;
  const areTexts = typeof apart === 'string' && typeof whole === 'string' && typeof worker === 'string';
  if (!areTexts || !isFields(files)) return undefined;
  const [script, styles, notices, reloadWorker] = partNames.map((name) => listedPart(files[name]));
  if (!script || !styles || !notices || !reloadWorker) return undefined;
  return { apart, whole, worker, files: { script, styles, notices, reloadWorker } };
}

function listedPart(value: unknown): ListedPart | undefined {
  if (!isFields(value)) return undefined;
  const { file, length, size, checksum } = value;
  const isListed =
    typeof file === 'string' &&
    /^[\w.-]+$/.test(file) &&
    typeof length === 'number' &&
    typeof size === 'number' &&
    typeof checksum === 'number';
  return isListed ? { file, length, size, checksum } : undefined;
}
