/** The command that checks content: a content folder, a pack, or single files. */
import type { ReadingRule } from '../../core/scenario/read/reading-rules.ts';
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { lintContent, lintPack } from '../../core/lint/lint-pack.ts';
import { inFolder } from '../../core/lint/pack-files.ts';
import { type Content, noContent } from '../../core/lint/rule.ts';
import { goodPackRules } from '../../core/lint/rules.ts';
import { type Sample, samplesOf, tellsOf } from '../../core/lint/tells/tells.ts';
import { type LoadedPack, loadPack, type Read, scenarioFile } from '../../core/lint/load.ts';
import { parseDrill, parseLesson, parsePack, parseScenario, parseWorld } from '../../core/lint/parse.ts';
import type { Outcome, Problem } from '../../core/scenario/read/problem.ts';
import { readJson } from '../../core/scenario/read/read-json.ts';
import { worldFileOf } from '../../core/scenario/world/world-file.ts';
import type { World } from '../../core/scenario/world/world.ts';
import { diskReader, skippedFolders, filesIn, packFolder, packsIn } from '../../build/disk.ts';
import { tellReport } from '../../core/lint/tells/tell-report.ts';
import { indexProblems } from '../index-lint.ts';
import { argumentsOf, type Output, type RunCommand, wrong } from '../command.ts';
import { jsonReport, readableReport } from '../report.ts';
import { sarifReport } from '../sarif.ts';
import { fixFiles } from '../fix.ts';

/** From this many files on, progress is shown on standard error. */
const manyFiles = 200;

export const run: RunCommand = async (args, output) => {
  const read = argumentsOf(args, ['json', 'sarif', 'tells', 'fix']);
  if (read === undefined || (read.has('json') && read.has('sarif'))) return wrong();
  const targets = read.positionals.length > 0 ? read.positionals : ['content'];
  const missing = targets.find((target) => !canLint(target));
  if (missing !== undefined) {
    return wrong(
      `「${missing}」は content フォルダーでもパックでも .json ファイルでもありません。`,
      `${missing} is not a content folder, a pack or a .json file.`,
    );
  }
  const first = await lintAll(targets, output);
  const fixed = read.has('fix') ? await fixFiles(first.flatMap(({ problems }) => problems)) : [];
  for (const { file, count } of fixed) output.error(`${file}：${count} 件を直しました / mended: ${count}\n`);
  const all = fixed.length > 0 ? await lintAll(targets, output) : first;
  const problems = all.flatMap((linted) => linted.problems);
  const files = all.reduce((sum, linted) => sum + linted.files, 0);
  const tells = read.has('tells') ? tellsOf(all.flatMap(({ samples }) => samples)) : undefined;
  if (read.has('json')) output.out(jsonReport(problems, files, tells));
  else if (read.has('sarif')) output.out(sarifReport(problems));
  else
    output.out(
      `${readableReport(problems, files, output)}${tells === undefined ? '' : `\n${tellReport(tells)}`}`,
    );
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
};

async function lintAll(targets: readonly string[], output: Output): Promise<readonly Linted[]> {
  const all: Linted[] = [];
  for (const target of targets)
    all.push(await lint(target, (done) => output.error(`… ${done} ファイル / files\n`)));
  return all;
}

/** The result of a check. */
export interface Linted {
  readonly problems: readonly Problem[];
  readonly files: number;
  /** Countable features of each message, for the figures of `--tells`. */
  readonly samples: readonly Sample[];
}

/** Called with the number of files done and the total. */
export type OnProgress = (done: number) => void;

/** Whether a path is something that can be checked. */
export function canLint(target: string): boolean {
  if (!existsSync(target)) return false;
  if (!statSync(target).isDirectory()) return target.endsWith('.json');
  return existsSync(path.join(target, 'packs')) || isPack(target);
}

/** A pack is checked with the world beside it, so it lies where packs lie. */
const isPack = (target: string): boolean =>
  existsSync(path.join(target, 'pack.json')) && path.basename(path.dirname(path.resolve(target))) === 'packs';

/** Checks a content folder, the folder of one pack, or one file. */
export async function lint(target: string, progress: OnProgress): Promise<Linted> {
  if (!statSync(target).isDirectory()) return lintFile(target);
  if (isPack(target)) {
    const folder = path.resolve(target);
    const content = path.dirname(path.dirname(folder));
    return lintPacks(path.relative('', content) || '.', [path.basename(folder)], progress);
  }
  return lintPacks(target, await packsIn(target), progress, await skippedFolders(target));
}

async function lintPacks(
  content: string,
  packs: readonly string[],
  progress: OnProgress,
  empty: readonly Problem[] = [],
): Promise<Linted> {
  const worlds = new Map<string, Outcome<World>>();
  const logos = await logosIn(content);
  const problems: (readonly Problem[])[] = [];
  const all: LoadedPack[] = [];
  const samples: (readonly Sample[])[] = [];
  let files = 0;
  for (const id of packs) {
    const read = counting(diskReader(content), () => {
      files += 1;
      if (files % manyFiles === 0) progress(files);
    });
    const loaded = await loadPack(read, id);
    all.push(loaded);
    const folder = await packFolder(content, id);
    const file = loaded.pack && worldFileOf(loaded.pack);
    if (file !== undefined && !worlds.has(file)) {
      const world = await worldIn(content, file);
      worlds.set(file, world);
      problems.push(world.problems);
    }
    const world = file === undefined ? undefined : worlds.get(file);
    const disk = { ...inFolder(folder), logos };
    const filed = file !== undefined && world?.ok ? { file, value: world.value } : undefined;
    problems.push(lintPack(loaded, disk, filed));
    for (const scenario of loaded.scenarios) {
      samples.push(samplesOf(scenario, loaded.locate(scenarioFile(id, scenario.id)), filed?.value));
    }
  }
  problems.push(await indexProblems(content, all), empty);
  return {
    problems: problems.flat().map((problem) => ({ ...problem, file: path.join(content, problem.file) })),
    files,
    samples: samples.flat(),
  };
}

function counting(read: Read, count: () => void): Read {
  return async (file) => {
    const text = await read(file);
    count();
    return text;
  };
}

/**
 * The world of a content folder. If it has errors, they are reported and the world is ignored. It may be absent: a
 * pack works without one.
 */
async function worldIn(content: string, file: string): Promise<Outcome<World>> {
  const place = path.join(content, file);
  if (existsSync(place)) return parseWorld(await readFile(place, 'utf8'), file);
  const missing = {
    ja: `「${file}」がないため、公式情報の一覧が出ません。置くか、pack.json の "world" を消してください。`,
    en: `There is no “${file}”, so no directory is shown. Put it there, or remove "world" from pack.json.`,
  };
  return {
    ok: false,
    problems: [
      {
        rule: 'file-missing' satisfies ReadingRule,
        severity: 'warning',
        file,
        path: [],
        line: 1,
        column: 1,
        text: missing,
      },
    ],
  };
}

/** The SVG text of the shared world's logos, by organisation id. */
async function logosIn(content: string): Promise<ReadonlyMap<string, string>> {
  const folder = path.join(content, 'world', 'logos');
  const names = await filesIn(folder, '.svg');
  return new Map(
    await Promise.all(
      names.map(async (name): Promise<[string, string]> => {
        return [name.replace(/\.svg$/, ''), await readFile(path.join(folder, name), 'utf8')];
      }),
    ),
  );
}

// ------------------------------------------------------------------------------------------------- one file

async function lintFile(file: string): Promise<Linted> {
  const text = await readFile(file, 'utf8');
  const content = contentOf(text, file);
  if (!content.ok) return { problems: content.problems, files: 1, samples: [] };
  const json = readJson(text, file);
  if (!json.ok) return { problems: json.problems, files: 1, samples: [] };
  return {
    problems: lintContent(content.value, () => json.locate, goodPackRules),
    files: 1,
    samples: content.value.scenarios.flatMap(({ value }) => samplesOf(value, json.locate)),
  };
}

/** Parses a file as what its name and folder say it is, by the layout of packs. */
function contentOf(text: string, file: string): Outcome<Content> {
  if (path.basename(file) === 'pack.json') return mapped(parsePack(text, file), () => noContent);
  if (path.basename(file) === 'world.json') return mapped(parseWorld(text, file), () => noContent);
  switch (path.basename(path.dirname(path.resolve(file)))) {
    case 'lessons':
      return mapped(parseLesson(text, file), (value) => ({ ...noContent, lessons: [{ file, value }] }));
    case 'drills':
      return mapped(parseDrill(text, file), (value) => ({ ...noContent, drills: [{ file, value }] }));
    default:
      return mapped(parseScenario(text, file), (value) => ({ ...noContent, scenarios: [{ file, value }] }));
  }
}

function mapped<From, To>(outcome: Outcome<From>, map: (value: From) => To): Outcome<To> {
  return outcome.ok ? { ...outcome, value: map(outcome.value) } : outcome;
}
