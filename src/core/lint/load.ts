/** Loads a pack through one function that reads files, so that browser, disk and tests share it. */
import type { ReadingRule } from '../scenario/read/reading-rules.ts';
import { atStart, type Locate, type Path } from '../scenario/read/locate.ts';
import type { Lesson, Pack } from '../scenario/format/pack.ts';
import type { Localized } from '../scenario/format/text.ts';
import { parseDrill, parseLesson, parsePack, parseScenario } from './parse.ts';
import type { Outcome, Problem } from '../scenario/read/problem.ts';
import { readJson } from '../scenario/read/read-json.ts';
import type { DrillFile } from '../scenario/format/drill.ts';
import type { Scenario } from '../scenario/format/scenario.ts';
import { shown } from '../scenario/read/shown.ts';

/** The text of a file of the content folder, by its path from there; rejects if there is none, by `UnfollowedLink` for that reason. */
export type Read = (path: string) => Promise<string>;

/** A file is not read because of a symbolic link that leads out of the content folder or to nothing. */
export class UnfollowedLink extends Error {
  /** The path of the link from the content folder. */
  readonly link: string;

  constructor(link: string) {
    super(`${link} is a link that leads outside of the content folder or to nothing.`);
    this.link = link;
  }
}

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
      return typeof text === 'string'
        ? named(parse(text, file), file, stem, locate)
        : notRead(packFile(pack), [list, index], locate, text ?? notInFolder(list, name));
    }),
  );
  return {
    values: outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])),
    problems: outcomes.flatMap(({ problems }) => problems),
  };
}

async function readOne<Value>(read: Read, file: string, parse: Parse<Value>): Promise<Outcome<Value>> {
  const text = await textOf(read, file);
  return typeof text === 'string'
    ? parse(text, file)
    : notRead(file, [], () => atStart, text ?? missing(file));
}

/** Why a file has no text. */
interface Unread {
  readonly rule: ReadingRule;
  readonly text: Localized;
}

/** The text of a file; undefined if there is none, or what keeps it from being read. */
const textOf = (read: Read, file: string): Promise<string | Unread | undefined> =>
  read(file).catch((error: unknown) =>
    error instanceof UnfollowedLink ? { rule: 'file-is-link', text: leadsAway(error.link) } : undefined,
  );

/** The problem of a file that was not read. For one that pack.json lists, it points at the line of pack.json, where the name may be wrong. */
function notRead(file: string, path: Path, locate: Source['locate'], { rule, text }: Unread): Outcome<never> {
  return {
    ok: false,
    problems: [{ rule, severity: 'error', file, path, ...locate(file)(path), text }],
  };
}

const leadsAway = (link: string): Localized => ({
  ja: `「${shown(link)}」はシンボリックリンクで、content フォルダーの外か、存在しない場所を指しています。リンクの代わりに、リンク先そのものを置いてください。`,
  en: `“${shown(link)}” is a symbolic link that leads out of the content folder or to nothing. Put what it leads to in its place.`,
});

const notInFolder = (list: string, name: string): Unread => ({
  rule: 'file-missing',
  text: {
    ja: `「${shown(name)}」がパックの ${list} フォルダーにありません。ファイルを置くか、ここの名前を直してください。`,
    en: `“${shown(name)}” is not in the folder ${list} of the pack. Put the file there, or correct its name here.`,
  },
});

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

const missing = (file: string): Unread => ({
  rule: 'file-missing',
  text: {
    ja: `ファイル「${shown(file)}」がありません。名前と置き場所を確認してください。`,
    en: `The file “${shown(file)}” is not there. Check its name and place.`,
  },
});
