/** Loads a pack through one function that reads files, so that browser, disk and tests share it. */
import type { ReadingRule } from '../scenario/read/reading-rules.ts';
import { atStart, type Locate } from '../scenario/read/locate.ts';
import type { Lesson, Pack } from '../scenario/format/pack.ts';
import { parseDrill, parseLesson, parsePack, parseScenario } from './parse.ts';
import type { Outcome, Problem } from '../scenario/read/problem.ts';
import { readJson } from '../scenario/read/read-json.ts';
import type { DrillFile } from '../scenario/format/drill.ts';
import type { Scenario } from '../scenario/format/scenario.ts';
import { shown } from '../scenario/read/shown.ts';

/** The text of a file of the content folder, by its path from there; rejects if there is none. */
export type Read = (path: string) => Promise<string>;

export interface LoadedPack {
  /** Absent if pack.json is missing or wrong; then nothing else is loaded. */
  readonly pack?: Pack;
  /** In playing order, without those that have errors. */
  readonly scenarios: readonly Scenario[];
  readonly drills: readonly DrillFile[];
  readonly lessons: readonly Lesson[];
  readonly problems: readonly Problem[];
  /** Where the parts of each file stand, by the path it was read from. */
  readonly locate: (file: string) => Locate;
}

export const packFile = (pack: string): string => `packs/${pack}/pack.json`;
export const scenarioFile = (pack: string, scenario: string): string =>
  `packs/${pack}/scenarios/${scenario}.json`;
export const drillFile = (pack: string, drill: string): string => `packs/${pack}/drills/${drill}.json`;
export const lessonFile = (pack: string, lesson: string): string => `packs/${pack}/lessons/${lesson}.json`;

/** Loads a pack with every file that is valid. A bad or missing file is reported as a problem; the others are still loaded. */
export async function loadPack(read: Read, id: string): Promise<LoadedPack> {
  const texts = new Map<string, string>();
  const keep: Read = async (path) => {
    const text = await read(path);
    texts.set(path, text);
    return text;
  };
  const locate = (file: string): Locate => {
    const json = readJson(texts.get(file) ?? '', file);
    return json.ok ? json.locate : atStart;
  };
  const file = packFile(id);
  const pack = named(await readOne(keep, file, parsePack), file, id, locate);
  if (!pack.ok) return { scenarios: [], drills: [], lessons: [], problems: pack.problems, locate };
  const { scenarios: listed, drills: drillsListed = [], lessons: lessonsListed = [] } = pack.value;
  const from = { read: keep, pack: id, locate };
  const scenarios = await readAll(from, 'scenarios', listed, scenarioFile, parseScenario);
  const drills = await readAll(from, 'drills', drillsListed, drillFile, parseDrill);
  const lessons = await readAll(from, 'lessons', lessonsListed, lessonFile, parseLesson);
  return {
    pack: pack.value,
    scenarios: scenarios.values,
    drills: drills.values,
    lessons: lessons.values,
    problems: [...scenarios.problems, ...drills.problems, ...lessons.problems],
    locate,
  };
}

type Parse<Value> = (text: string, file: string) => Outcome<Value>;

interface Source {
  readonly read: Read;
  readonly pack: string;
  readonly locate: (file: string) => Locate;
}

async function readAll<Value extends { readonly id: string }>(
  { read, pack, locate }: Source,
  list: string,
  files: readonly string[],
  pathOf: (pack: string, name: string) => string,
  parse: Parse<Value>,
): Promise<{ readonly values: readonly Value[]; readonly problems: readonly Problem[] }> {
  const outcomes = await Promise.all(
    files.map(async (name, index) => {
      const stem = name.replace(/\.json$/, '');
      const file = pathOf(pack, stem);
      const text = await textOf(read, file);
      return text === undefined
        ? notThere(packFile(pack), [list, index], name, locate)
        : named(parse(text, file), file, stem, locate);
    }),
  );
  return {
    values: outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])),
    problems: outcomes.flatMap(({ problems }) => problems),
  };
}

async function readOne<Value>(read: Read, file: string, parse: Parse<Value>): Promise<Outcome<Value>> {
  const text = await textOf(read, file);
  return text === undefined ? { ok: false, problems: [missing(file)] } : parse(text, file);
}

const textOf = (read: Read, file: string): Promise<string | undefined> => read(file).catch(() => undefined);

/** The problem of a file that pack.json lists and that does not exist. It points at the line of pack.json, where the name may be wrong. */
function notThere(
  file: string,
  path: readonly [list: string, index: number],
  name: string,
  locate: Source['locate'],
): Outcome<never> {
  const [list] = path;
  const text = {
    ja: `「${shown(name)}」がパックの ${list} フォルダーにありません。ファイルを置くか、ここの名前を直してください。`,
    en: `“${shown(name)}” is not in the folder ${list} of the pack. Put the file there, or correct its name here.`,
  };
  return {
    ok: false,
    problems: [
      {
        rule: 'file-missing' satisfies ReadingRule,
        severity: 'error',
        file,
        path,
        ...locate(file)(path),
        text,
      },
    ],
  };
}

/** Links and saved rounds find a file by its id, so the two must be the same. */
function named<Value extends { readonly id: string }>(
  outcome: Outcome<Value>,
  file: string,
  expected: string,
  locate: Source['locate'],
): Outcome<Value> {
  if (!outcome.ok || outcome.value.id === expected) return outcome;
  const { id } = outcome.value;
  const text = {
    ja: `id は「${id}」ですが、置き場所の名前は「${expected}」です。同じにしてください。`,
    en: `The id is “${id}”, but the place of the file says “${expected}”. Make them the same.`,
  };
  return {
    ok: false,
    problems: [
      {
        rule: 'file-name' satisfies ReadingRule,
        severity: 'error',
        file,
        path: ['id'],
        ...locate(file)(['id']),
        text,
      },
    ],
  };
}

function missing(file: string): Problem {
  return {
    rule: 'file-missing' satisfies ReadingRule,
    severity: 'error',
    file,
    path: [],
    line: 1,
    column: 1,
    text: {
      ja: `ファイル「${shown(file)}」がありません。名前と置き場所を確認してください。`,
      en: `The file “${shown(file)}” is not there. Check its name and place.`,
    },
  };
}
