/** The name of an attached file taken apart: what it seems to be, what it is, and what a double click would do. */
import { codePoint } from '../../scenario/read/shown.ts';
import { type FileType, fileTypes } from '../../scenario/format/vocabulary.ts';
import { asShown } from './bidi.ts';
import { visible } from '../url/look-alike.ts';

export type NameTrick =
  /** A mark turns part of the name round, so that another ending seems to be the last. */
  | { readonly kind: 'reversed'; readonly seems: string }
  /** An ending that says what the file is not stands before the real one. */
  | { readonly kind: 'doubleExtension'; readonly seems: string }
  /** Spaces push the real ending out of sight. */
  | { readonly kind: 'padding'; readonly count: number }
  /** Characters that nobody sees. */
  | { readonly kind: 'invisible'; readonly count: number };

export interface NameAnatomy {
  /** Character by character, with what cannot be seen written out as in ⟨U+202E⟩ or ⟨U+0020 ×40⟩. */
  readonly stored: string;
  /** As a mail program draws it. */
  readonly inMail: string;
  /** As a file list draws it that hides the endings it knows, which is how Windows comes. */
  readonly inFolder: string;
  /** In lower case, without its dot; empty where there is none. */
  readonly extension: string;
  /** Whether a double click on a file of this ending starts a program. */
  readonly runs: boolean;
  readonly tricks: readonly NameTrick[];
}

/** What each ending says a file is; several where programs disagree. */
const endings: Readonly<Record<FileType, string>> = {
  pdf: 'pdf',
  word: 'doc docx docm dot dotx dotm rtf odt',
  excel: 'xls xlsx xlsm xlsb xlt xltx xltm xlam ods csv',
  text: 'txt csv tsv log md',
  image: 'png jpg jpeg jpe gif bmp webp avif heic tif tiff ico',
  zip: 'zip 7z rar lzh lha gz tgz tar bz2 xz cab',
  html: 'html htm shtml xhtml mht mhtml',
  program:
    'exe scr com pif cpl msi msix appx bat cmd ps1 vbs vbe js jse wsf wsh hta jar reg chm msc xll dll gadget application appref-ms app apk command sh pkg',
  calendar: 'ics vcs',
  message: 'eml msg',
  svg: 'svg svgz',
  shortcut: 'lnk url scf desktop webloc library-ms search-ms',
  'disk-image': 'iso img vhd vhdx udf dmg',
  onenote: 'one onepkg',
  audio: 'mp3 m4a wav ogg wma aac flac',
};

const typesByEnding = fileTypes.reduce((types, type) => {
  for (const ending of endings[type].split(' ')) types.set(ending, [...(types.get(ending) ?? []), type]);
  return types;
}, new Map<string, readonly FileType[]>());

/** A file name, which may be any text at all. */
export function nameAnatomy(name: string): NameAnatomy {
  const { stem, extension } = split(name);
  const types = typesByEnding.get(extension) ?? [];
  const inMail = asShown(name);
  return {
    stored: writtenOut(name),
    inMail,
    inFolder: types.length === 0 ? inMail : asShown(stem),
    extension,
    runs: types.some((type) => type === 'program' || type === 'shortcut'),
    tricks: [
      ...reversed(name, inMail, extension),
      ...doubleExtension({ stem, extension }),
      ...padding(name),
      ...invisible(name),
    ],
  };
}

/** Whether a file of this type may bear this ending; an ending that stands for no type we know says nothing. */
export function typeAgrees(type: FileType, extension: string): 'agrees' | 'differs' | 'unknown' {
  const types = typesByEnding.get(extension);
  if (types === undefined) return 'unknown';
  return types.includes(type) ? 'agrees' : 'differs';
}

/** Full stops and what passes for them. */
const stopThenEnding = /[.\u2024\u3002\ufe52\uff0e\uff61]([a-z0-9]{2,8})$/i;

interface Split {
  readonly stem: string;
  readonly extension: string;
}

function split(name: string): Split {
  const whole = name.slice(0, lengthKept(name));
  const stop = whole.lastIndexOf('.');
  const written = whole.slice(stop + 1);
  return stop >= 0 && isEnding(written)
    ? { stem: whole.slice(0, stop), extension: written.toLowerCase() }
    : { stem: whole, extension: '' };
}

/** Windows drops spaces and full stops at the end of a name. */
function lengthKept(name: string): number {
  let length = name.length;
  while (length > 0 && ' .'.includes(name.charAt(length - 1))) length -= 1;
  return length;
}

/** `Mr. Smith` has a full stop but no ending. */
function isEnding(text: string): boolean {
  return text.length <= 16 && /^[^\p{White_Space}\\/]+$/u.test(text);
}

const isUnseen = (character: string): boolean => visible(character) !== character;

function seen(text: string): string {
  return [...text].filter((character) => !isUnseen(character)).join('');
}

function reversed(name: string, inMail: string, extension: string): readonly NameTrick[] {
  const seems = split(inMail).extension;
  return name.includes('\u202e') && seems !== extension ? [{ kind: 'reversed', seems }] : [];
}

function doubleExtension({ stem, extension }: Split): readonly NameTrick[] {
  const seems = stopThenEnding.exec(seen(stem).trimEnd().slice(-20))?.[1]?.toLowerCase();
  if (seems === undefined) return [];
  const pretended = typesByEnding.get(seems) ?? [];
  const truly = typesByEnding.get(extension) ?? [];
  return pretended.length === 0 || pretended.some((type) => truly.includes(type))
    ? []
    : [{ kind: 'doubleExtension', seems }];
}

/** So many spaces in a row are no slip of the finger. */
const leastPadding = 4;

function padding(name: string): readonly NameTrick[] {
  const count = (name.match(/\p{Zs}+/gu) ?? []).reduce((most, { length }) => Math.max(most, length), 0);
  return count >= leastPadding ? [{ kind: 'padding', count }] : [];
}

function invisible(name: string): readonly NameTrick[] {
  const count = [...name].filter(isUnseen).length;
  return count > 0 ? [{ kind: 'invisible', count }] : [];
}

// ----------------------------------------------------------------------------------------------- written out

/** Spaces that are more than one between two words: several, at an end, or of a kind that nobody types. */
const spaces = /\p{Zs}{2,}|^\p{Zs}|\p{Zs}$|[\u00a0\u1680\u2000-\u200a\u202f\u205f]/gu;
const controls = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu;

function writtenOut(name: string): string {
  return visible(
    name
      .replace(spaces, (run) => run.replace(/(\p{Zs})\1*/gu, counted))
      .replace(controls, (control) => `⟨${codePoint(control)}⟩`),
  );
}

function counted(run: string): string {
  return `⟨${codePoint(run)}${run.length > 1 ? ` ×${run.length}` : ''}⟩`;
}
