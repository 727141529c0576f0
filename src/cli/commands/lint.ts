/** The command that checks content: a content folder, a pack, or single files. */
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { lintContent, lintPack } from '../../core/lint/lint-pack.ts';
import type { Content } from '../../core/lint/rule.ts';
import { type Sample, samplesOf } from '../../core/lint/tells/tells.ts';
import {
  lessonFile,
  type LoadedPack,
  loadPack,
  type Read,
  scenarioFile,
} from '../../core/scenario/read/load.ts';
import {
  parseDrill,
  parseLesson,
  parsePack,
  parseScenario,
  parseWorld,
} from '../../core/scenario/read/parse.ts';
import type { Outcome, Problem } from '../../core/scenario/read/problem.ts';
import { readJson } from '../../core/scenario/read/read-json.ts';
import { worldFileOf } from '../../core/scenario/world/world-file.ts';
import type { World } from '../../core/scenario/world/world.ts';
import { bodiesOf, leafPlaces } from '../../core/scenario/layout/walk.ts';
import { diskReader, filesIn, packsIn } from '../../build/disk.ts';
import { indexProblems } from '../index-lint.ts';

/** From this many files on, a line on standard error tells that the check is under way. */
const manyFiles = 200;

export interface Linted {
  readonly problems: readonly Problem[];
  readonly files: number;
  /** What can be counted of each message, for the figures of tells. */
  readonly samples: readonly Sample[];
}

export type Progress = (done: number) => void;

/** Whether a path can be checked at all. */
export function canLint(target: string): boolean {
  if (!existsSync(target)) return false;
  if (!statSync(target).isDirectory()) return target.endsWith('.json');
  return existsSync(path.join(target, 'packs')) || existsSync(path.join(target, 'pack.json'));
}

/** Checks a content folder, the folder of one pack, or one file. */
export async function lint(target: string, progress: Progress): Promise<Linted> {
  if (!statSync(target).isDirectory()) return lintFile(target);
  if (existsSync(path.join(target, 'pack.json'))) {
    const folder = path.resolve(target);
    const content = path.dirname(path.dirname(folder));
    return lintPacks(path.relative('', content) || '.', [path.basename(folder)], progress);
  }
  return lintPacks(target, await packsIn(target), progress);
}

async function lintPacks(content: string, packs: readonly string[], progress: Progress): Promise<Linted> {
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
    const pictures = await textsIn(path.join(content, 'packs', id, 'assets'));
    const file = loaded.pack && worldFileOf(loaded.pack);
    if (file !== undefined && !worlds.has(file)) {
      const world = await worldIn(content, file);
      worlds.set(file, world);
      problems.push(world.problems);
    }
    const world = file === undefined ? undefined : worlds.get(file);
    problems.push(
      lintPack(loaded, { pictures, logos, ...(world?.ok && { world: world.value }) }),
      await onDisk(content, id, loaded, pictures),
    );
    for (const scenario of loaded.scenarios) {
      samples.push(samplesOf(scenario, loaded.locate(scenarioFile(id, scenario.id))));
    }
  }
  problems.push(await indexProblems(content, all));
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

/** A world of a content folder; what is wrong with it is told and leaves it out. A pack plays without, so its absence is no error. */
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
      { rule: 'file-missing', severity: 'warning', file, path: [], line: 1, column: 1, text: missing },
    ],
  };
}

/** The SVG text of the logos of the shared world by the id of their organization. */
async function logosIn(content: string): Promise<ReadonlyMap<string, string>> {
  const drawn = await textsIn(path.join(content, 'world', 'logos'));
  return new Map([...drawn].map(([name, text]) => [name.replace(/\.svg$/, ''), text]));
}

/** The files of a folder by name; of SVGs their text, for all others nothing. */
async function textsIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await filesIn(folder, '');
  return new Map(
    await Promise.all(
      names.map(async (name): Promise<[string, string]> => {
        return [name, name.endsWith('.svg') ? await readFile(path.join(folder, name), 'utf8') : ''];
      }),
    ),
  );
}

// ------------------------------------------------------------------------------- what only the disk can tell

async function onDisk(
  content: string,
  id: string,
  loaded: LoadedPack,
  pictures: ReadonlyMap<string, string>,
): Promise<readonly Problem[]> {
  const { pack } = loaded;
  if (pack === undefined) return [];
  const folder = path.join(content, 'packs', id);
  const bodies = [
    ...loaded.scenarios.flatMap((scenario) =>
      scenario.messages.flatMap((message, index) =>
        bodiesOf(message, ['messages', index]).map(({ blocks, path }) => ({
          file: scenarioFile(id, scenario.id),
          blocks,
          path,
        })),
      ),
    ),
    ...loaded.lessons.map((lesson) => ({
      file: lessonFile(id, lesson.id),
      blocks: lesson.body,
      path: ['body'],
    })),
  ];
  const missing = bodies.flatMap(({ file, blocks, path: at }) =>
    leafPlaces(blocks, at).flatMap(({ leaf, path: where }): readonly Problem[] =>
      leaf.kind !== 'image' || pictures.has(leaf.asset)
        ? []
        : [
            {
              rule: 'asset-missing',
              severity: 'error',
              file,
              path: [...where, 'asset'],
              ...loaded.locate(file)([...where, 'asset']),
              text: {
                ja: `画像「${leaf.asset}」がパックの assets フォルダーにありません。置くか、名前を直してください。`,
                en: `The picture “${leaf.asset}” is not in the pack's assets folder. Put it there, or correct the name.`,
              },
            },
          ],
    ),
  );
  return [
    ...missing,
    ...(await unlisted(folder, id, 'scenarios', pack.scenarios)),
    ...(await unlisted(folder, id, 'drills', pack.drills ?? [])),
    ...(await unlisted(folder, id, 'lessons', pack.lessons ?? [])),
  ];
}

async function unlisted(
  folder: string,
  id: string,
  list: string,
  listed: readonly string[],
): Promise<readonly Problem[]> {
  const there = await filesIn(path.join(folder, list), '.json');
  return there
    .filter((name) => !listed.includes(name))
    .map((name) => ({
      rule: 'file-not-listed',
      severity: 'warning',
      file: `packs/${id}/${list}/${name}`,
      path: [],
      line: 1,
      column: 1,
      text: {
        ja: `このファイルは pack.json の "${list}" に書かれていないため、使われません。書き加えるか、削除してください。`,
        en: `This file is not listed in "${list}" of pack.json, so it is never used. List it, or delete it.`,
      },
    }));
}

// ------------------------------------------------------------------------------------------------- one file

async function lintFile(file: string): Promise<Linted> {
  const text = await readFile(file, 'utf8');
  const content = contentOf(text, file);
  if (!content.ok) return { problems: content.problems, files: 1, samples: [] };
  const json = readJson(text, file);
  if (!json.ok) return { problems: json.problems, files: 1, samples: [] };
  return {
    problems: lintContent(content.value, () => json.locate),
    files: 1,
    samples: content.value.scenarios.flatMap(({ value }) => samplesOf(value, json.locate)),
  };
}

/** What a file holds is told by its name and folder, as packs are laid out. */
function contentOf(text: string, file: string): Outcome<Content> {
  const none: Content = { scenarios: [], drills: [], lessons: [] };
  if (path.basename(file) === 'pack.json') return mapped(parsePack(text, file), () => none);
  if (path.basename(file) === 'world.json') return mapped(parseWorld(text, file), () => none);
  switch (path.basename(path.dirname(path.resolve(file)))) {
    case 'lessons':
      return mapped(parseLesson(text, file), (value) => ({ ...none, lessons: [{ file, value }] }));
    case 'drills':
      return mapped(parseDrill(text, file), (value) => ({ ...none, drills: [{ file, value }] }));
    default:
      return mapped(parseScenario(text, file), (value) => ({ ...none, scenarios: [{ file, value }] }));
  }
}

function mapped<From, To>(outcome: Outcome<From>, map: (value: From) => To): Outcome<To> {
  return outcome.ok ? { ...outcome, value: map(outcome.value) } : outcome;
}
