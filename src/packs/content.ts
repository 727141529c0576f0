/**
 * Packs, scenarios, drills and lessons beside the page. A file that differs from what the build checked is checked
 * here.
 */
import { digests } from 'virtual:content-digests';
import type { ContentIndex, Lesson } from '../core/scenario/format/pack.ts';
import type { Outcome, Problem } from '../core/scenario/read/problem.ts';
import type { DrillFile } from '../core/scenario/format/drill.ts';
import type { Scenario } from '../core/scenario/format/scenario.ts';
import type { Localized } from '../core/scenario/format/text.ts';
import { loadOnce } from '../loading/load-once.ts';
import { carriedText, carriesContent } from './bundled.ts';
import { digest } from './digest.ts';

const root = 'content/';

/** Base URL of a pack's pictures, with a trailing slash. */
export const assetsOf = (pack: string): string => `${root}packs/${pack}/assets/`;

/** The parser, for files that the build has not checked. */
export const parsing = loadOnce(() => import('../core/lint/parse.ts'));

/** Returns what there is to play. */
export type ReadIndex = () => Promise<Outcome<ContentIndex>>;

/** Returns a reader of the index. It reads once for all callers; after a failure it reads again. */
export function indexReader(): ReadIndex {
  let known: Promise<Outcome<ContentIndex>> | undefined;
  const forget = (): void => {
    known = undefined;
  };
  return () => {
    if (known === undefined) {
      known = read<ContentIndex>('index.json', async (text, file) =>
        (await parsing()).parseIndex(text, file),
      );
      known.then((outcome) => outcome.ok || forget(), forget);
    }
    return known;
  };
}

export const readScenario = (pack: string, scenario: string): Promise<Outcome<Scenario>> =>
  read<Scenario>(scenarioFile(pack, scenario), async (text, file) =>
    (await parsing()).parseScenario(text, file),
  );

export const readDrill = (pack: string, drill: string): Promise<Outcome<DrillFile>> =>
  read<DrillFile>(`packs/${pack}/drills/${drill}.json`, async (text, file) =>
    (await parsing()).parseDrill(text, file),
  );

export const readLesson = (pack: string, lesson: string): Promise<Outcome<Lesson>> =>
  read<Lesson>(`packs/${pack}/lessons/${lesson}.json`, async (text, file) =>
    (await parsing()).parseLesson(text, file),
  );

/** The text of a round file. A text that is too long counts as missing. */
export async function readRoundText(name: string): Promise<Outcome<string>> {
  const file = `rounds/${name}.json`;
  const text = await textOf(file);
  return text.ok && text.value.length > longestRound ? notRead(file, 'file-missing') : text;
}

const longestRound = 20_000;

type Parse<Value> = (text: string, file: string) => Promise<Outcome<Value>>;

/** A content file, by its path relative to content/. It is checked by `parse` unless the build has done so. */
export async function read<Value>(file: string, parse: Parse<Value>): Promise<Outcome<Value>> {
  const text = await textOf(file);
  if (!text.ok) return text;
  if (digests[file] !== digest(text.value)) return parse(text.value, file);
  // The build parsed exactly this text and found it valid, so its type is known.
  const value: Value = JSON.parse(text.value);
  return { ok: true, value, problems: [] };
}

/** Files fetched before they are needed, each for its first reader. */
const ahead = new Map<string, Promise<Outcome<string>>>();

/** Prefetches a scenario that will be read once the page is ready. A scenario on its way is not asked for again. */
export function fetchAhead(pack: string, scenario: string): void {
  const file = scenarioFile(pack, scenario);
  if (!ahead.has(file)) ahead.set(file, textOf(file));
}

const scenarioFile = (pack: string, scenario: string): string => `packs/${pack}/scenarios/${scenario}.json`;

async function textOf(file: string): Promise<Outcome<string>> {
  const early = ahead.get(file);
  ahead.delete(file);
  if (early !== undefined) return early;
  if (carriesContent()) {
    const text = carriedText(file);
    return text === undefined ? notRead(file, 'file-missing') : { ok: true, value: text, problems: [] };
  }
  const silence = new AbortController();
  try {
    const { response, text } = await fetched(root + file, silence);
    if (response.status === 404 || response.status === 410) return notRead(file, 'file-missing');
    if (!response.ok) return notRead(file, 'file-unreachable');
    if (isPage(text)) return notRead(file, 'file-is-page');
    const kept = response.headers.get('Mikiwame-Kept');
    if (isReadFailure(kept)) tellKept(kept);
    return { ok: true, value: text, problems: [] };
  } catch {
    // Offline, or the server closed the connection.
    return notRead(file, silence.signal.aborted ? 'file-late' : 'file-unreachable');
  }
}

/** In milliseconds without a byte. A slow connection may take as long as it needs. */
const longestSilence = 10_000;

/** Fetches a file. After too long a silence it aborts `silence` and rejects. */
async function fetched(address: string, silence: AbortController) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), longestSilence);
  };
  wait();
  try {
    // `no-cache`: ask the server whether a trainer has edited the file.
    const response = await fetch(address, { cache: 'no-cache', signal: silence.signal });
    const decoder = new TextDecoder();
    const reader = response.body?.getReader();
    let text = '';
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      wait();
      text += decoder.decode(part.value, { stream: true });
    }
    return { response, text: text + decoder.decode() };
  } finally {
    clearTimeout(timer);
  }
}

/** Why the service worker serves kept copies instead of the server's files, once it does. */
let keptFor: ReadFailure | undefined;
const listeners = new Set<(reason: ReadFailure) => void>();

/**
 * Calls the listener with the reason when a file is a kept copy, and whenever the reason changes. Returns a
 * function that unsubscribes.
 */
export function onKeptCopy(listener: (reason: ReadFailure) => void): () => void {
  listeners.add(listener);
  if (keptFor !== undefined) listener(keptFor);
  return () => void listeners.delete(listener);
}

function tellKept(reason: ReadFailure): void {
  if (reason === keptFor) return;
  keptFor = reason;
  for (const listener of listeners) listener(reason);
}

/**
 * Hosts that answer every address with index.html, and sign-in pages, send HTML instead of a file. No JSON starts
 * like this.
 */
const isPage = (text: string): boolean => /^[\s\uFEFF]*</.test(text);

/**
 * Rules of problems for files that could not be read. `file-missing`: the server has no such file. `file-is-page`:
 * it sent a web page instead. `file-unreachable`: no connection, or a server error. `file-late`: no answer in time.
 */
export type ReadFailure = (typeof readFailures)[number];
const readFailures = ['file-missing', 'file-is-page', 'file-unreachable', 'file-late'] as const;

const isReadFailure = (value: unknown): value is ReadFailure =>
  readFailures.some((failure) => failure === value);

/** Why a file could not be read; undefined if it was read and is itself wrong. */
export const readFailureOf = (problems: readonly Problem[]): ReadFailure | undefined => {
  const rule = problems[0]?.rule;
  return isReadFailure(rule) ? rule : undefined;
};

/** The outcome for a file that could not be read. */
export const notRead = (file: string, failure: ReadFailure): Outcome<never> => ({
  ok: false,
  problems: [
    {
      rule: failure,
      severity: 'error',
      file,
      path: [],
      line: 1,
      column: 1,
      text: failureText[failure](file),
    },
  ],
});

const failureText: Readonly<Record<ReadFailure, (file: string) => Localized>> = {
  'file-missing': (file) => ({
    ja: `ファイル「${file}」を読み込めませんでした。サーバーにこのファイルはありません。サーバーに置かれているか、名前が正しいかを確認してください。`,
    en: `The file “${file}” could not be loaded: there is no such file on the server. Check that it is there and that its name is right.`,
  }),
  'file-is-page': (file) => ({
    ja: `サーバーにファイル「${file}」はありません。代わりにWebページが返されました。サインインの画面が出る環境では、サインインしてからもう一度お試しください。`,
    en: `There is no file “${file}” on the server: a web page came in its place. If you have to sign in here first, do so and try again.`,
  }),
  'file-unreachable': (file) => ({
    ja: `サーバーに接続できないか、サーバーがエラーを返したため、ファイル「${file}」を読み込めませんでした。通信の状態を確認して、もう一度お試しください。`,
    en: `The file “${file}” could not be loaded: the server could not be reached, or answered with an error. Check your connection and try again.`,
  }),
  'file-late': (file) => ({
    ja: `サーバーから返事がなく、ファイル「${file}」をまだ読み込めていません。少し待ってから、もう一度お試しください。`,
    en: `The server has not answered yet, so the file “${file}” could not be loaded. Wait a moment and try again.`,
  }),
};
