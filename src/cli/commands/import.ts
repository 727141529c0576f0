/** The command that makes the draft of a scenario from real mails, with reserved names in place of the real ones. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { abandon, outputFolder, roomFor, swapIn } from '../../build/output-folder.ts';
import { draftLosses, lossText } from '../../core/eml/draft/loss.ts';
import { messageDraft, scenarioDraft } from '../../core/eml/draft/scenario-draft.ts';
import { importMail, type ListedMail } from '../../core/eml/import-mail.ts';
import { type MailProblem, mailProblemText } from '../../core/eml/mail-problem.ts';
import type { Anonymous, AnonymousMail } from '../../core/eml/replace/anonymous-mail.ts';
import { joinedSource } from '../../core/eml/source.ts';
import type { Watch } from '../../core/eml/steps.ts';
import type { Localized } from '../../core/scenario/format/text.ts';
import type { Truth } from '../../core/scenario/format/solution.ts';
import type { JsonValue } from '../../core/draft/json.ts';
import { written } from '../../core/draft/write.ts';
import { bothLines as bothSentences, type Output, type RunCommand, wrong } from '../command.ts';
import { playablePack } from '../playable-pack.ts';

/** What is imported, and where to. */
export interface ImportOptions {
  readonly files: readonly string[];
  /** The folder to write. */
  readonly out: string;
  /** Files with a header and a body that were copied apart. */
  readonly apart?: { readonly header: string; readonly body: string };
  /** Which mail of a mailbox file, from 1 on. */
  readonly mail?: number;
  /** Import the mail that was forwarded as an attachment. */
  readonly inner: boolean;
  /** What the mails are, to make a pack that can be played at once. */
  readonly play?: Truth;
}

/** What came of an import: lines for people. Exit code 1 if a file could not be imported. */
export interface Imported {
  readonly written: readonly string[];
  readonly lines: readonly string[];
  readonly failed: boolean;
}

export const run: RunCommand = async (args, output) => {
  const options = importOptions(args);
  if (options === undefined) return wrong();
  const imported = await importMails(options, output);
  if ('ja' in imported) {
    output.error(bothSentences(imported));
    return 2;
  }
  const { lines, written: files, failed } = imported;
  output.out(`${[...lines, ...files].join('\n')}\n`);
  return failed ? 1 : 0;
};

/** Reads the arguments; undefined if they are wrong. */
export function importOptions(args: readonly string[]): ImportOptions | undefined {
  const read = parsed(args);
  if (read === undefined) return undefined;
  const { values, positionals } = read;
  const { out, header, body, mail, play, inner = false } = values;
  const isApart = header !== undefined && body !== undefined;
  const number = mail === undefined ? undefined : Number(mail);
  if (
    isApart ? positionals.length > 0 : positionals.length === 0 || header !== undefined || body !== undefined
  )
    return undefined;
  if (number !== undefined && !(Number.isInteger(number) && number >= 1)) return undefined;
  const truth = play === 'genuine' ? 'legitimate' : play;
  if (truth !== undefined && truth !== 'phish' && truth !== 'legitimate') return undefined;
  const [first = header ?? 'mail'] = positionals;
  return {
    files: positionals,
    out: out ?? path.join(truth === undefined ? 'imported' : path.join('content', 'packs'), idOf(first)),
    ...(isApart && { apart: { header, body } }),
    ...(number !== undefined && { mail: number }),
    inner,
    ...(truth !== undefined && { play: truth }),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        header: { type: 'string' },
        body: { type: 'string' },
        mail: { type: 'string' },
        inner: { type: 'boolean' },
        play: { type: 'string' },
      },
    });
  } catch {
    // parseArgs throws on unknown arguments; the caller prints the usage.
    return undefined;
  }
}

/** Imports mails and writes the draft and what was received. Nothing is written if it was stopped. */
export async function importMails(options: ImportOptions, output: Output): Promise<Imported | Localized> {
  const place = await outputFolder(options.out, []);
  if (!place.ok) return place.reason;
  const lines: string[] = [];
  const found: Anonymous[] = [];
  const signal = output.stopSignal?.();
  let failed = false;
  for (const source of await sourcesOf(options)) {
    if (output.progress === undefined) output.error(`… ${source.name}\n`);
    const read = await mailFrom(source, options, {
      progress: progressLine(source.name, output),
      ...(signal !== undefined && { signal }),
    });
    output.progress?.('');
    lines.push(...read.lines);
    if (signal?.aborted === true) return { written: [], lines, failed: true };
    if (read.mail === undefined) failed = true;
    else found.push(read.mail);
  }
  const mails = found.map(({ mail }) => mail);
  if (mails.length === 0) return { written: [], lines, failed: true };
  const id = idOf(options.out);
  const drafts = mails.map((mail, index) => messageDraft(mail, `mail-${index + 1}`));
  const scenario = scenarioDraft(
    id,
    mails,
    drafts.map(({ message }) => message),
  );
  const playable = options.play === undefined ? undefined : playablePack(id, scenario, options.play);
  const files =
    playable === undefined
      ? { [`${id}.json`]: fileText(scenario), [recordFile]: json(mails) }
      : {
          'pack.json': fileText(playable.pack),
          [`scenarios/${id}.json`]: fileText(playable.scenario),
          [recordFile]: json(mails),
        };
  await writeAll(place.path, files);
  const losses = draftLosses(drafts.flatMap((draft) => draft.losses));
  return {
    written: Object.keys(files).map((name) => path.join(place.path, name)),
    lines: [
      ...lines,
      ...tableLines(found),
      ...evidenceLines(mails),
      ...losses.flatMap((loss) => bothLines(lossText(loss))),
      ...(options.play === undefined
        ? []
        : bothLines(playable === undefined ? unplayable : nextStep(place.path))),
    ],
    failed,
  };
}

async function writeAll(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  const output = await roomFor(folder);
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(output.aside, name)), { recursive: true });
      await writeFile(path.join(output.aside, name), text);
    }
    await swapIn(output);
  } catch (problem) {
    await abandon(output);
    throw problem;
  }
}

const unplayable: Localized = {
  ja: 'このメールはまだ遊べる形になりません。下書きだけを書き出しました。',
  en: 'This mail cannot be played yet. Only its draft was written.',
};
const nextStep = (folder: string): Localized => ({
  ja: `次に：mikiwame preview ${folder} で遊び、そのまま書き直せます。足りない項目は仮の値なので、mikiwame lint ${folder} で確認してください。`,
  en: `Next: play it with “mikiwame preview ${folder}” and edit it as you play. What the mail does not say was filled in; check it with “mikiwame lint ${folder}”.`,
});

/** What was received, without real names. No id of a scenario contains a dot. */
const recordFile = 'as.received.json';

/** As `npm run format` would write it. */
const fileText = (value: JsonValue): string => `${written(value, { indent: 0, before: 0, after: 0 })}\n`;

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** An id from the name of a file or folder. */
function idOf(file: string): string {
  const plain = path
    .basename(file)
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '');
  return plain === '' ? 'imported' : plain.slice(0, 60);
}

// ------------------------------------------------------------------------------------------------ sources

interface Source {
  readonly name: string;
  readonly bytes: Uint8Array | undefined;
}

async function sourcesOf({ files, apart }: ImportOptions): Promise<readonly Source[]> {
  if (apart !== undefined) {
    const [header, body] = await Promise.all([bytesIn(apart.header), bytesIn(apart.body)]);
    const isBoth = header !== undefined && body !== undefined;
    return [{ name: apart.header, bytes: isBoth ? joinedSource(textIn(header), textIn(body)) : undefined }];
  }
  return Promise.all(files.map(async (name) => ({ name, bytes: await bytesIn(name) })));
}

const bytesIn = (file: string): Promise<Uint8Array | undefined> => readFile(file).catch(() => undefined);
const textIn = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

interface Found {
  readonly mail?: Anonymous;
  readonly lines: readonly string[];
}

async function mailFrom({ name, bytes }: Source, options: ImportOptions, watch: Watch): Promise<Found> {
  if (bytes === undefined)
    return { lines: said(name, { ja: 'ファイルがありません。', en: 'There is no such file.' }) };
  const { mail, inner } = options;
  const found = await importMail(bytes, decode, { ...(mail !== undefined && { mail }), inner }, watch);
  switch (found.kind) {
    case 'refused':
      return { lines: problemLines(name, found.problem) };
    case 'choice':
      return { lines: choiceLines(name, found.mails) };
    case 'imported': {
      const lines = found.problems.flatMap((problem) => problemLines(name, problem));
      const offer = {
        ja: '元のメールを取り込むには --inner を付けます。',
        en: 'Add --inner to import the original.',
      };
      return {
        mail: found.anonymous,
        lines: found.hasInner ? [...lines, ...said(name, offer)] : lines,
      };
    }
  }
}

function choiceLines(name: string, mails: readonly ListedMail[]): readonly string[] {
  const ask = {
    ja: `${mails.length} 通のメールがあります。--mail 番号 で選んでください。`,
    en: `It holds ${mails.length} mails. Choose one with --mail NUMBER.`,
  };
  const list = mails.map(
    ({ number, subject, from }) => `  ${number}  ${subject}  ${from?.name ?? ''} <${from?.address ?? ''}>`,
  );
  return [...said(name, ask), ...list];
}

/** Milliseconds between two lines of progress; in between, Node hears Ctrl-C. */
const progressEvery = 80;

/** Shows the share that is done, often enough to see it move. */
function progressLine(name: string, { progress }: Output): (done: number) => void | Promise<void> {
  let last = performance.now();
  return (done) => {
    if (performance.now() - last < progressEvery) return undefined;
    last = performance.now();
    progress?.(`… ${name}  ${Math.round(done * 100)} %`);
    return setImmediate();
  };
}

function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    // An unknown name, or bytes that are not of that set: the caller tries another.
    return undefined;
  }
}

// -------------------------------------------------------------------------------------------------- lines

const bothLines = ({ ja, en }: Localized): readonly string[] => [`- ${ja}`, `  ${en}`];
const said = (name: string, text: Localized): readonly string[] => [`${name}: ${text.ja}`, `  ${text.en}`];
const problemLines = (name: string, problem: MailProblem): readonly string[] =>
  said(`${name} (${problem.place})`, mailProblemText(problem));

function tableLines(mails: readonly Anonymous[]): readonly string[] {
  const rows = mails.flatMap(({ table }) => table);
  if (rows.length === 0) return [];
  const widest = Math.min(48, Math.max(...rows.map(({ original }) => original.length)));
  return [
    '',
    `置き換えたもの：${rows.length} 件（この表はファイルに残りません）`,
    `Replaced: ${rows.length} (this table is stored nowhere)`,
    ...rows.map(
      ({ kind, original, reserved, count }) =>
        `  ${kind.padEnd(8)}${original.padEnd(widest)}  → ${reserved}  ×${count}`,
    ),
  ];
}

function evidenceLines(mails: readonly AnonymousMail[]): readonly string[] {
  const all = mails.flatMap(({ body }) => body.evidence);
  if (all.length === 0) return [''];
  return [
    '',
    'ソースにだけ見えるもの / Seen in the source alone:',
    ...all.slice(0, 20).map(({ kind, text }) => `  ${kind.padEnd(22)}${text.slice(0, 100)}`),
    '',
  ];
}
