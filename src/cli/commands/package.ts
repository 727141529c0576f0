/** The command that packages the game for an LMS, as one file, or as a site. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inflateRawSync } from 'node:zlib';
import { type AskedRound, parametersFor, readRoundFile, rulesOf } from '../../core/round/round-settings.ts';
import type { Localized } from '../../core/scenario/format/text.ts';
import { packsIn } from '../../build/disk.ts';
import { outputFile, putIn } from '../../build/output-file.ts';
import { outputFolder } from '../../build/output-folder.ts';
import { firstInboxOf } from '../../build/first-screen-plugin.ts';
import { checkedContent } from '../../build/content-plugin.ts';
import { buildSite } from '../../build/build-site.ts';
import { buildGame } from '../../build/package-build.ts';
import { sbomFile, sbomOf } from '../../build/sbom.ts';
import type { PackageContent } from '../../core/packaging/content-script.ts';
import {
  coursePackage,
  noticesFile,
  type PackageChoice,
  pageFiles,
  type PartFileNames,
  settingsFor,
  wholePage,
} from '../../core/packaging/package.ts';
import { bothLines, type RunCommand } from '../command.ts';

export const run: RunCommand = async (args, output) => {
  const read = await packageOptions(args, 'content');
  if (!read.ok) return { wrong: read.reason };
  const root = process.cwd();
  const refusal = await outputRefusal(read.options, root);
  if (refusal !== undefined) {
    output.error(bothLines(refusal));
    return 2;
  }
  const { file, bytes } = await makePackage(read.options, root, (step) => output.error(`${step}\n`));
  output.out(bytes === undefined ? `${file}\n` : `${file}  ${Math.ceil(bytes / 1000)} kB\n`);
  return 0;
};

/** The kinds of package. */
export const kinds = ['scorm12', 'scorm2004', 'cmi5', 'html', 'site'] as const;
/** A kind of package. */
export type Kind = (typeof kinds)[number];

/** Shipped packs that are in a package only if they are asked for; with them, one for an LMS is larger than 1 MB. A site has all. */
const leftOut: ReadonlySet<string> = new Set([
  'everyday-japan',
  'sakura-2019',
  'sakura-today',
  'toolbox',
  'exam',
]);

/** Which of the known packs a package holds: those named, else those for a first course and what its round deals from. */
export const packsOf = (
  { kind, packs, round }: Pick<PackageOptions, 'kind' | 'packs' | 'round'>,
  known: readonly string[],
): readonly string[] => {
  if (packs === 'all' || (packs === undefined && kind === 'site')) return known;
  return packs ?? known.filter((pack) => !leftOut.has(pack) || round?.packs?.includes(pack) === true);
};

/** Validated arguments of the command. */
export interface PackageOptions {
  readonly kind: Kind;
  /** Undefined for the usual ones, see `packsOf`. */
  readonly packs: readonly string[] | 'all' | undefined;
  readonly round: AskedRound | undefined;
  readonly language: 'ja' | 'en' | 'both';
  readonly title: string | undefined;
  readonly out: string | undefined;
  readonly keepOpen: boolean;
  readonly hosts: readonly string[];
  /** The only record store that a cmi5 package may connect to. */
  readonly lrs: string | undefined;
  /** Add a software bill of materials. */
  readonly sbom?: boolean;
}

/** Options, or the reason why the arguments are wrong. */
export type PackageArguments =
  | { readonly ok: true; readonly options: PackageOptions }
  /** What is wrong and what is allowed, in both languages. */
  | { readonly ok: false; readonly reason: Localized };

/** Parses the arguments. An error names what is allowed. */
export async function packageOptions(args: readonly string[], content: string): Promise<PackageArguments> {
  const wrong = (ja: string, en: string): PackageArguments => ({ ok: false, reason: { ja, en } });
  const parsed = read(args);
  if (typeof parsed === 'string')
    return wrong(`引数が正しくありません：${parsed}`, `Wrong arguments: ${parsed}`);
  const { values, positionals } = parsed;
  const [given = '', ...more] = positionals;
  const kind = kinds.find((one) => one === given);
  if (kind === undefined || more.length > 0) {
    return wrong(
      `「${positionals.join(' ')}」は種類の名前ではありません。使えるのは ${kinds.join('、')} です。`,
      `“${positionals.join(' ')}” is no kind of package. There are ${kinds.join(', ')}.`,
    );
  }
  if (kind === 'html' && values.sbom === true) {
    return wrong(
      '--sbom は html では使えません。1つのファイルには部品表を添えられないため、site などを選んでください。',
      '--sbom does not go with html: a single file has no room for a list of its parts. Choose another kind, such as site.',
    );
  }
  const known = await packsIn(content);
  const named = values.packs?.split(',').map((pack) => pack.trim());
  const packs = named?.length === 1 && named[0] === 'all' ? 'all' : named;
  const unknown = packs === 'all' ? undefined : packs?.find((pack) => !known.includes(pack));
  if (unknown !== undefined) {
    return wrong(
      `パック「${unknown}」はありません。あるのは ${known.join('、')} で、all はそのすべてです。`,
      `There is no pack “${unknown}”. There are ${known.join(', ')}; “all” means all of them.`,
    );
  }
  const { lang = 'both' } = values;
  if (lang !== 'ja' && lang !== 'en' && lang !== 'both') {
    return wrong(
      `--lang は ja、en、both のどれかです（「${lang}」は使えません）。`,
      `--lang is ja, en or both, not “${lang}”.`,
    );
  }
  const host = values.hosts?.split(',').find((origin) => !isOrigin(origin));
  if (host !== undefined) {
    return wrong(
      `--hosts は https://lms.example のような形です（「${host}」は使えません）。`,
      `--hosts takes origins such as https://lms.example, not “${host}”.`,
    );
  }
  if (values.lrs !== undefined && !isOrigin(values.lrs)) {
    return wrong(
      `--lrs は https://lrs.example のような形です（「${values.lrs}」は使えません）。`,
      `--lrs takes an origin such as https://lrs.example, not “${values.lrs}”.`,
    );
  }
  const round = values.round === undefined ? undefined : await roundFrom(values.round);
  if (round !== undefined && 'ja' in round) {
    return wrong(
      `ラウンドのファイル「${values.round}」が使えません。${round.ja}`,
      `The round file “${values.round}” cannot be used: ${round.en}`,
    );
  }
  return {
    ok: true,
    options: {
      kind,
      packs,
      round,
      language: lang,
      title: values.title,
      out: values.out,
      keepOpen: values['keep-open'] === true,
      hosts: values.hosts?.split(',') ?? [],
      lrs: values.lrs,
      sbom: values.sbom === true,
    },
  };
}

/** Builds the package. Returns where it is and, for a single file, its size in bytes. */
export async function makePackage(
  options: PackageOptions,
  root: string,
  progress: (step: string) => void,
): Promise<{ readonly file: string; readonly bytes: number | undefined }> {
  const { kind } = options;
  const packs = packsOf(options, await packsIn(join(root, 'content')));
  progress('組み立てています… / building…');
  const { parts, packages } = await buildGame(root);
  const content = await contentIn(join(root, 'content'), packs);
  progress('詰めています… / packing…');
  const choice = choiceOf(options);
  const sbom =
    options.sbom === true
      ? new Map([[sbomFile, new TextEncoder().encode(sbomOf(packages, root))]])
      : new Map<string, Uint8Array>();
  const target = targetOf(options);
  if (kind === 'site') {
    const settings = settingsFor('none', choice);
    const told = { title: options.title, settings };
    const embedded = pageFiles(parts, content, { page: 'embed.html', names: embedNames, ...told });
    const files = [...embedded].flatMap(([name, { bytes }]): [string, Uint8Array][] =>
      name.startsWith('content/') || name === noticesFile ? [] : [[name, inflateRawSync(bytes)]],
    );
    await buildSite({ root, packs, ...told, folder: target, beside: new Map([...files, ...sbom]) });
    return { file: target, bytes: undefined };
  }
  const bytes =
    kind === 'html'
      ? wholePage(parts, content, choice, await firstInboxOf(root, content))
      : coursePackage(kind, parts, content, choice, sbom);
  const place = await outputFile(target, [root]);
  if (!place.ok) throw new Error(`${place.reason.ja}\n${place.reason.en}`);
  await putIn(place.path, bytes);
  return { file: target, bytes: bytes.length };
}

/** What a package is told, as the core takes it. */
const choiceOf = ({
  packs,
  round,
  title,
  language,
  keepOpen,
  hosts,
  lrs,
}: PackageOptions): PackageChoice => ({
  title,
  language,
  round: round && { parameters: parametersFor(round), passMark: rulesOf(round).passMark },
  keepOpen,
  hosts,
  lrs,
  packs: packs === 'all' ? undefined : packs,
});

/** The content of a package. Rejects if it has errors. */
export async function contentIn(folder: string, packs: readonly string[]): Promise<PackageContent> {
  const files = [...(await checkedContent(folder, packs, (text) => console.warn(text)))]
    // Schemas are for editors only.
    .filter(([path]) => !path.startsWith('schema/'));
  const isText = (path: string): boolean => path.endsWith('.json');
  const encoder = new TextEncoder();
  return {
    texts: new Map(
      files.flatMap(([path, source]): [string, string][] =>
        isText(path) && typeof source === 'string' ? [[path, source]] : [],
      ),
    ),
    pictures: new Map(
      files.flatMap(([path, source]): [string, Uint8Array][] =>
        isText(path) ? [] : [[path, typeof source === 'string' ? encoder.encode(source) : source]],
      ),
    ),
  };
}

/** Why a package may not be written to the requested place; undefined if it may. */
export async function outputRefusal(options: PackageOptions, root: string): Promise<Localized | undefined> {
  const check = options.kind === 'site' ? outputFolder : outputFile;
  const place = await check(targetOf(options), [root]);
  return place.ok ? undefined : place.reason;
}

const targetOf = ({ kind, out }: PackageOptions): string => out ?? join('packages', defaultNames[kind]);

const defaultNames = {
  scorm12: 'mikiwame-scorm12.zip',
  scorm2004: 'mikiwame-scorm2004.zip',
  cmi5: 'mikiwame-cmi5.zip',
  html: 'mikiwame.html',
  site: 'site',
} as const satisfies Record<Kind, string>;

/** Placed beside the site's own page: the same game for frames that allow scripts and nothing else. */
const embedNames: PartFileNames = {
  script: 'embed-game.js',
  styles: 'embed-game.css',
  content: 'embed-content.js',
};

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        packs: { type: 'string' },
        round: { type: 'string' },
        lang: { type: 'string' },
        title: { type: 'string' },
        out: { type: 'string' },
        hosts: { type: 'string' },
        lrs: { type: 'string' },
        'keep-open': { type: 'boolean' },
        sbom: { type: 'boolean' },
      },
    });
  } catch (problem) {
    return problem instanceof Error ? problem.message : 'unknown';
  }
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

/** The round that a file describes, or in words why it describes none. */
async function roundFrom(file: string): Promise<AskedRound | Localized> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return { ja: 'ファイルがありません。', en: 'there is no such file.' };
  const { asked, mistakes } = readRoundFile(text, file);
  if (mistakes.length === 0) return asked;
  return {
    ja: mistakes.map(({ ja }) => ja).join('\n'),
    en: mistakes.map(({ en }) => en).join('\n'),
  };
}
