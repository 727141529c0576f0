/** The text of an untrusted file → a scenario, pack, drill or lesson that can be trusted, or what is wrong with the file. */
import type { ReadingRule } from '../scenario/read/reading-rules.ts';
import type { z } from 'zod';
import { type DrillFile, drillFileSchema } from '../scenario/format/drill.ts';
import {
  type ContentIndex,
  contentIndexSchema,
  type Lesson,
  lessonSchema,
  type Pack,
  packSchema,
} from '../scenario/format/pack.ts';
import { type Scenario, scenarioSchema } from '../scenario/format/scenario.ts';
import { problemsOfIssues, valueAt } from '../scenario/read/explain-zod.ts';
import type { Locate, Path } from '../scenario/read/locate.ts';
import type { Outcome, Problem, UnplacedProblem } from '../scenario/read/problem.ts';
import { readJson } from '../scenario/read/read-json.ts';
import { shown } from '../scenario/read/shown.ts';
import { type World, worldSchema } from '../scenario/world/world.ts';
import { meaningChecks, sizeChecks, textChecks } from './checks.ts';
import { type Content, noContent, problemOf, remarksOf, type Rule } from './rule.ts';

/** The most problems reported for one file. More would hide the first ones. */
export const mostProblems = 50;

/** A scenario file. */
export function parseScenario(text: string, file: string): Outcome<Scenario> {
  return parse(text, file, scenarioSchema, (value) => ({ ...noContent, scenarios: [{ file, value }] }));
}

/** A pack.json. */
export function parsePack(text: string, file: string): Outcome<Pack> {
  return parse(text, file, packSchema, (value) => ({ ...noContent, pack: { file, value } }));
}

/** A drill file. */
export function parseDrill(text: string, file: string): Outcome<DrillFile> {
  return parse(text, file, drillFileSchema, (value) => ({ ...noContent, drills: [{ file, value }] }));
}

/** A lesson file. */
export function parseLesson(text: string, file: string): Outcome<Lesson> {
  return parse(text, file, lessonSchema, (value) => ({ ...noContent, lessons: [{ file, value }] }));
}

/** content/world/world.json, or the world.json of a pack. */
export function parseWorld(text: string, file: string): Outcome<World> {
  return parse(text, file, worldSchema, (value) => ({ ...noContent, world: { file, value } }));
}

/** content/index.json, which the build writes. */
export function parseIndex(text: string, file: string): Outcome<ContentIndex> {
  return parse(text, file, contentIndexSchema, () => noContent);
}

function parse<Value>(
  text: string,
  file: string,
  schema: z.ZodType<Value>,
  contentOf: (value: Value) => Content,
): Outcome<Value> {
  const json = readJson(text, file);
  if (!json.ok) return refused(json.problems);
  const fail = (problems: readonly UnplacedProblem[]): Outcome<Value> =>
    refused(located(problems, file, json.locate, json.value));
  const newer = newerFormat(json.value);
  if (newer !== undefined) return fail([newer]);
  const checked = schema.safeParse(json.value);
  const texts = textChecks.flatMap((rule) =>
    rule.check(json.value, []).map((remark) => problemOf(rule, remark)),
  );
  if (!checked.success) {
    return fail([...problemsOfIssues(checked.error.issues, json.value, schema, mostProblems + 1), ...texts]);
  }
  const content = contentOf(checked.data);
  const found = (rules: readonly Rule[]): readonly UnplacedProblem[] =>
    rules.flatMap((rule) => remarksOf(rule, content).map((remark) => problemOf(rule, remark)));
  const size = found(sizeChecks);
  const meaning = size.length > 0 ? size : found(meaningChecks);
  return texts.length + meaning.length > 0
    ? fail([...texts, ...meaning])
    : { ok: true, value: checked.data, problems: [] };
}

/** Problems with the place of each in the file; `root` is the value of the file. */
export function located(
  problems: readonly UnplacedProblem[],
  file: string,
  locate: Locate,
  root?: unknown,
): readonly Problem[] {
  return problems.map((problem) => ({
    ...problem,
    file,
    ...messageNamed(root, problem.path),
    ...locate(problem.path),
  }));
}

/** The id of the message that a path leads into: people do not count messages from 0. */
export function messageNamed(root: unknown, path: Path): Pick<Problem, 'message'> {
  const [list, index] = path;
  if (list !== 'messages' || typeof index !== 'number') return {};
  const id = valueAt(root, [list, index, 'id']);
  return typeof id === 'string' ? { message: shown(id) } : {};
}

/** An outcome without a value: the problems in the order of the file, at most `mostProblems` of them. */
export function refused(problems: readonly Problem[]): {
  readonly ok: false;
  readonly problems: readonly Problem[];
} {
  const sorted = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  const [first] = sorted.slice(mostProblems);
  if (first === undefined) return { ok: false, problems: sorted };
  return {
    ok: false,
    problems: [
      ...sorted.slice(0, mostProblems),
      { ...first, rule: 'more-problems' satisfies ReadingRule, text: more },
    ],
  };
}

const more = {
  ja: `問題点が多いため、最初の ${mostProblems} 件だけを示しています。ここから先にも問題点があります。`,
  en: `There are more problems from here on; only the first ${mostProblems} are shown.`,
};

/** The problem of a file whose format is newer than this game reads; undefined for any other file. */
export function newerFormat(value: unknown): UnplacedProblem | undefined {
  const format = valueAt(value, ['format']);
  if (typeof format !== 'number' || format <= 1) return undefined;
  return {
    rule: 'newer-format' satisfies ReadingRule,
    severity: 'error',
    path: ['format'],
    text: {
      ja: `このファイルの形式は ${format} で、このゲームが読める形式 1 より新しいものです。ゲームを更新してください。`,
      en: `The format of this file is ${format}, which is newer than this game reads (1). Update the game.`,
    },
  };
}
