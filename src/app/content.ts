/** Packs, scenarios, drills and lessons from beside the page. What did not pass the build's check is checked here before use. */
import { digests } from 'virtual:content-digests';
import type { ContentIndex, Lesson } from '../core/scenario/pack.ts';
import type { Outcome, Problem } from '../core/scenario/problem.ts';
import type { DrillFile } from '../core/scenario/format/drill.ts';
import type { Scenario } from '../core/scenario/format/scenario.ts';
import { carriedText, carriesContent } from './carried.ts';
import { digest } from './digest.ts';

const root = 'content/';

/** Where the pictures of a pack lie, ending in a slash. */
export const assetsOf = (pack: string): string => `${root}packs/${pack}/assets/`;

export const readIndex = (): Promise<Outcome<ContentIndex>> =>
  read<ContentIndex>('index.json', async (text, file) =>
    (await import('../core/scenario/parse.ts')).parseIndex(text, file),
  );

export const readScenario = (pack: string, scenario: string): Promise<Outcome<Scenario>> =>
  read<Scenario>(`packs/${pack}/scenarios/${scenario}.json`, async (text, file) =>
    (await import('../core/lint/sound-scenario.ts')).soundScenario(text, file),
  );

export const readDrill = (pack: string, drill: string): Promise<Outcome<DrillFile>> =>
  read<DrillFile>(`packs/${pack}/drills/${drill}.json`, async (text, file) =>
    (await import('../core/scenario/parse.ts')).parseDrill(text, file),
  );

export const readLesson = (pack: string, lesson: string): Promise<Outcome<Lesson>> =>
  read<Lesson>(`packs/${pack}/lessons/${lesson}.json`, async (text, file) =>
    (await import('../core/scenario/parse.ts')).parseLesson(text, file),
  );

/** The text of a round file; undefined if there is none or it is too long to be one. */
export async function readRoundText(name: string): Promise<string | undefined> {
  const text = await textOf(`rounds/${name}.json`);
  return text !== undefined && text.length <= longestRound ? text : undefined;
}

const longestRound = 20_000;

type Parse<Value> = (text: string, file: string) => Promise<Outcome<Value>>;

/** A file below content/, checked by `parse` unless the build did so. */
export async function read<Value>(file: string, parse: Parse<Value>): Promise<Outcome<Value>> {
  const text = await textOf(file);
  if (text === undefined) return { ok: false, problems: [missing(file)] };
  if (digests[file] !== digest(text)) return parse(text, file);
  // The very text that the build parsed and found good, so its type is known without parsing it again.
  const value: Value = JSON.parse(text);
  return { ok: true, value, problems: [] };
}

async function textOf(file: string): Promise<string | undefined> {
  if (carriesContent()) return carriedText(file);
  try {
    const response = await fetch(root + file);
    return response.ok ? await response.text() : undefined;
  } catch {
    // Offline, or a server that hung up: the caller says that the file is missing.
    return undefined;
  }
}

const missing = (file: string): Problem => ({
  rule: 'file-missing',
  severity: 'error',
  file,
  path: [],
  line: 1,
  column: 1,
  text: {
    ja: `ファイル「${file}」を読み込めませんでした。サーバーに置かれているか、名前が正しいかを確認してください。`,
    en: `The file “${file}” could not be loaded. Check that it is on the server and that its name is right.`,
  },
});
