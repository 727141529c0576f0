/** Takes the name of an attachment apart: what it seems to be, what it is, and what a double click would do. */
import { codePoint } from '../../scenario/read/shown.ts';
import { type FileType, fileTypes } from '../../scenario/format/vocabulary.ts';
import { asShown } from './bidi.ts';
import { visible } from '../url/look-alike.ts';

/** A way in which a file name misleads. */
export type NameTrick =
  /** A direction mark reverses part of the name, so that another extension appears last. */
  | { readonly kind: 'reversed'; readonly seems: string }
  /** A false extension stands before the real one. */
  | { readonly kind: 'doubleExtension'; readonly seems: string }
  /** Spaces push the real extension out of sight. */
  | { readonly kind: 'padding'; readonly count: number }
  /** Invisible characters. */
  | { readonly kind: 'invisible'; readonly count: number };

/** A file name, taken apart. */
export interface NameAnatomy {
  /** Character by character, with invisible characters spelled out as ⟨U+202E⟩ or ⟨U+0020 ×40⟩. */
  readonly stored: string;
  /** As a mail program displays it. */
  readonly inMail: string;
  /** As a file list displays it that hides known extensions, the default of Windows. */
  readonly inFolder: string;
  /** Lower case, plain letters, without the dot; empty if there is none. */
  readonly extension: string;
  /** Whether a double click on such a file starts a program, a script or the file's target. */
  readonly runs: boolean;
  readonly tricks: readonly NameTrick[];
}

/** The extensions of each file type. Programs disagree about some, which are listed under several types. */
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

/**
 * Further extensions that run. Few people take them for a file type, so inside a name they do not mislead.
 * Collected from what Outlook blocks and what Chromium warns of, minus files that are only displayed, plus later
 * kinds such as .rdp, .appinstaller and .inetloc:
 *
 * - https://support.office.com/article/Blocked-attachments-in-Outlook-3811cddc-17c3-4279-a30c-060ba0207372
 * - https://source.chromium.org/chromium/chromium/src/+/main:components/safe_browsing/content/resources/download_file_types.asciipb
 */
const moreThatRun = {
  program: [
    // Windows: programs, and files that install or register one
    'cpi drv ocx sys efi msp mst msixbundle appxbundle appinstaller appcontent-ms paf u3p vsix wsb diagcab diagpkg diagcfg',
    'msu ppkg vsto theme themepack deskthemepack webpnp printerexport vsw',
    'inf ins inx isp isu job rgs sct mmc mof grp prg fxp hlp chi oxt wll rdp settingcontent-ms',
    // Scripts
    'vb vbscript ws wsc ps1xml ps2 ps2xml psc1 psc2 psd1 psdm1 psm1 pssc cdxml msh msh1 msh2 mshxml msh1xml msh2xml',
    'py pyc pyd pyo pyw pyz pyzw pl rb bash csh ksh tcsh shar run out',
    // Java, Flash, browsers
    'jnlp class xbap swf spl crx',
    // Access: data and code are in one file
    'accda accdb accde accdr accdu ade adp mda mdb mde mdt mdw mdz',
    // macOS, Linux, Android
    'mpkg dylib applescript scpt scptd osas osax seplugin action caction definition workflow wflow service tool terminal',
    'appimage flatpakref snap apks apkm xpi',
    'mobileconfig configprofile deb rpm pet pup slp dex aab xapk',
  ],
  shortcut: [
    'website rdp settingcontent-ms searchconnector-ms shb shs xnk mad maf mag mam maq mar mas mat mau mav maw',
    'fileloc inetloc internetconnect networkconnect',
  ],
} as const satisfies Partial<Record<FileType, readonly string[]>>;

type Types = ReadonlyMap<string, readonly FileType[]>;

const familiar = typesIn(endings);
const typesByEnding = typesIn({
  ...endings,
  program: [endings.program, ...moreThatRun.program].join(' '),
  shortcut: [endings.shortcut, ...moreThatRun.shortcut].join(' '),
});

function typesIn(table: Readonly<Record<FileType, string>>): Types {
  const types = new Map<string, readonly FileType[]>();
  for (const type of fileTypes) {
    for (const ending of table[type].split(' ')) types.set(ending, [...(types.get(ending) ?? []), type]);
  }
  return types;
}

/** Takes any text apart as a file name; never throws. */
export function nameAnatomy(name: string): NameAnatomy {
  const { stem, extension } = split(name);
  const types = typesByEnding.get(extension) ?? [];
  const inMail = asShown(name);
  return {
    stored: writtenOut(name),
    inMail,
    inFolder: types.length === 0 ? inMail : asShown(stem),
    extension,
    runs: classId.test(extension) || types.some((type) => type === 'program' || type === 'shortcut'),
    tricks: [
      ...reversed(name, inMail, extension),
      ...doubleExtension({ stem, extension }),
      ...padding(name),
      ...invisible(name),
    ],
  };
}

/** Whether a file of this type may have this extension. `unknown`: the extension belongs to no type we know. */
export function typeAgrees(type: FileType, extension: string): 'agrees' | 'differs' | 'unknown' {
  const types = typesByEnding.get(extension);
  if (types === undefined) return 'unknown';
  return types.includes(type) ? 'agrees' : 'differs';
}

/** Full stops and similar characters, after conversion to plain characters. */
const stopThenEnding = /[.\u3002]([a-z0-9]{2,8})$/;

interface Split {
  readonly stem: string;
  readonly extension: string;
}

/** Full-width letters and dots become ASCII when a program converts a name to an older character set. */
const stops = /[.\uff0e\ufe52\u2024]/;
const leftAtTheEnd = /[.\uff0e\ufe52\u2024\p{White_Space}]/u;

function split(name: string): Split {
  const whole = name.slice(0, lengthKept(name));
  const stop = lastStop(whole);
  const written = whole.slice(stop + 1);
  const extension = plain(written);
  const isRead = whole.charAt(stop) === '.' ? isEnding(written) || isKnown(extension) : isKnown(extension);
  return stop >= 0 && isRead ? { stem: whole.slice(0, stop), extension } : { stem: whole, extension: '' };
}

/**
 * The length without trailing characters that do not count: Windows drops spaces and full stops at the end of a
 * name, and other blanks are invisible.
 */
function lengthKept(name: string): number {
  let length = name.length;
  while (length > 0 && leftAtTheEnd.test(name.charAt(length - 1))) length -= 1;
  return length;
}

function lastStop(name: string): number {
  let index = name.length - 1;
  while (index >= 0 && !stops.test(name.charAt(index))) index -= 1;
  return index;
}

const plain = (written: string): string => written.normalize('NFKC').toLowerCase();

/** A Windows class id in place of an extension: Explorer hides it and starts what the class names. */
const classId = /^\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/;

const isKnown = (extension: string): boolean => typesByEnding.has(extension) || classId.test(extension);

/** `Mr. Smith` contains a full stop but has no extension. */
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
  const seems = stopThenEnding.exec(plain(seen(stem).trimEnd().slice(-20)))?.[1];
  if (seems === undefined) return [];
  const pretended = familiar.get(seems) ?? [];
  const truly = typesByEnding.get(extension) ?? [];
  return pretended.length === 0 || pretended.some((type) => truly.includes(type))
    ? []
    : [{ kind: 'doubleExtension', seems }];
}

/** This many spaces in a row are no typing error. */
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

/** Spaces other than a single one between two words: repeated, at either end, or of an unusual kind. */
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
