/** The game, content and settings → the bytes of a package. The command line and the studio make packages by this alone. */
import { strToU8 } from 'fflate';
import { type PackageContent, contentScript } from './content-script.ts';
import type { GameParts } from './game-parts.ts';
import { base64Of, gzipOf } from './gzip.ts';
import { cmi5Structure, type Course, scorm12Manifest, scorm2004Manifest } from './manifests.ts';
import { inScript, pageFor } from './page.ts';
import { type Deflated, deflated, zipOf } from './zip.ts';

/** Packages for a learning system, each a zip. */
export const courseKinds = ['scorm12', 'scorm2004', 'cmi5'] as const;
/** One of them. */
export type CourseKind = (typeof courseKinds)[number];

/** What a package is told. */
export interface PackageChoice {
  /** The title of the page and the course; the game's own if not given. */
  readonly title: string | undefined;
  readonly language: 'ja' | 'en' | 'both';
  /** The round to begin with: the parameters of its address, and its pass mark in percent. */
  readonly round:
    | { readonly parameters: readonly (readonly [string, string])[]; readonly passMark: number | undefined }
    | undefined;
  /** Reports a failed round as incomplete. */
  readonly keepOpen: boolean;
  /** Origins of pages that may receive results when they embed the game. */
  readonly hosts: readonly string[];
  /** The only record store that a cmi5 package may connect to. */
  readonly lrs: string | undefined;
  /** The packs that were named; undefined for all of them, or the usual ones. */
  readonly packs: readonly string[] | undefined;
}

/** What the page of a package is told, as JSON. */
export const settingsFor = (
  standard: CourseKind | 'none',
  { title, language, round, keepOpen, hosts }: PackageChoice,
): object => ({
  standard,
  ...(title !== undefined && { title }),
  ...(language !== 'both' && { language }),
  ...(round && { round: round.parameters }),
  keepOpen,
  hosts,
});

const page = 'index.html';

/** The names of the files beside a page. */
export interface PartFileNames {
  readonly script: string;
  readonly styles: string;
  readonly content: string;
}

const packageNames: PartFileNames = { script: 'game.js', styles: 'game.css', content: 'content.js' };

/** The name of the file with the licences. */
export const noticesFile = 'THIRD-PARTY-NOTICES.txt';

const manifests = {
  scorm12: { name: 'imsmanifest.xml', write: scorm12Manifest },
  scorm2004: { name: 'imsmanifest.xml', write: scorm2004Manifest },
  cmi5: { name: 'cmi5.xml', write: cmi5Structure },
} as const satisfies Record<CourseKind, { name: string; write: (course: Course) => string }>;

/** The zip of a course. `beside` has further files, by name. */
export function coursePackage(
  kind: CourseKind,
  parts: GameParts,
  content: PackageContent,
  choice: PackageChoice,
  beside: ReadonlyMap<string, Uint8Array> = new Map(),
): Uint8Array {
  const files = new Map<string, Deflated>([
    ...pageFiles(parts, content, {
      page,
      names: packageNames,
      title: choice.title,
      settings: settingsFor(kind, choice),
      // The store is known only at launch, and a test may use plain http.
      connectTo: kind === 'cmi5' ? (choice.lrs === undefined ? ['https:', 'http:'] : [choice.lrs]) : [],
    }),
    ...(kind === 'cmi5' ? [[parts.worker, parts.files.reloadWorker] as const] : []),
    ...[...beside].map(([name, bytes]) => [name, deflated(bytes)] as const),
  ]);
  const { name, write } = manifests[kind];
  const course = { ...courseOf(choice), page, files: [...files.keys()].toSorted() };
  return zipOf(files.set(name, deflated(strToU8(write(course)))));
}

function courseOf({ title, language, packs = [], round }: PackageChoice): Omit<Course, 'files' | 'page'> {
  return {
    id: ['mikiwame', ...packs].join('-'),
    title: title === undefined ? { ja: '見極め', en: 'Mikiwame' } : { ja: title, en: title },
    languages: language === 'both' ? ['ja', 'en'] : [language],
    passMark: round?.passMark,
  };
}

interface PageApart {
  readonly page: string;
  readonly names: PartFileNames;
  readonly title: string | undefined;
  readonly settings: object;
  readonly connectTo?: readonly string[];
}

/** The page of the game with its files beside it: script, styles, content, pictures, licences. */
export function pageFiles(
  { apart, files }: GameParts,
  content: PackageContent,
  { page: name, names, ...told }: PageApart,
): ReadonlyMap<string, Deflated> {
  const loaders = `<link rel="stylesheet" href="./${names.styles}">\n    <script defer src="./${names.content}"></script>\n    <script defer src="./${names.script}"></script>`;
  const html = pageFor(apart, told).replace(loadersPlace, () => loaders);
  return new Map<string, Deflated>([
    [name, deflated(strToU8(html))],
    [names.script, files.script],
    [names.styles, files.styles],
    [names.content, deflated(strToU8(contentScript(content, false)))],
    [noticesFile, files.notices],
    ...[...content.pictures].map(([path, bytes]) => [`content/${path}`, deflated(bytes)] as const),
  ]);
}

/** Stands in a page where its script and styles are loaded. */
export const loadersPlace = '<!--mikiwame-loaders-->';
/** Stands in a whole page where its script is. */
export const scriptPlace = '<!--mikiwame-script-->';
/** Stands in a whole page where its content is. */
export const contentPlace = '<!--mikiwame-content-->';
/** Stands in a whole page for the way to the first inbox. */
export const wayPlace = '#/play/mikiwame-way';
/** Stands in a whole page for what draws the first inbox before the game has begun, as JSON. */
export const headsPlace = '"mikiwame-heads"';

/** The first inbox of a whole page: where it is, and its head in each language by `pack/scenario/language`. */
export interface FirstInbox {
  readonly pack: string;
  readonly scenario: string;
  readonly heads: Readonly<Record<string, object>>;
}

/** The page with everything inside. It makes no request. */
export function wholePage(
  { whole, files }: GameParts,
  content: PackageContent,
  choice: PackageChoice,
  first: FirstInbox,
): Uint8Array {
  const script = packedElement('mikiwame-script', files.script);
  const packed = packedElement('mikiwame-content', deflated(strToU8(contentScript(content, true))));
  const html = whole
    .replaceAll(wayPlace, () => `#/play/${first.pack}/${first.scenario}`)
    .replace(headsPlace, () => inScript(JSON.stringify(first.heads)))
    .replace(contentPlace, () => packed)
    .replace(scriptPlace, () => script);
  return strToU8(pageFor(html, { title: choice.title, settings: settingsFor('none', choice) }));
}

/** Packed text is not a script until it is unpacked, so nothing in it can end the element early. */
const packedElement = (id: string, file: Deflated): string =>
  `<script type="text/plain" id="${id}">${base64Of(gzipOf(file))}</script>`;
