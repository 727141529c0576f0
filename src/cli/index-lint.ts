/** Compares index.json of a content folder on a server, which trainers edit by hand, with its packs. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LoadedPack } from '../core/lint/load.ts';
import type { Path } from '../core/scenario/read/locate.ts';
import type { ContentIndex } from '../core/scenario/format/pack.ts';
import { located, parseIndex } from '../core/lint/parse.ts';
import type { UnplacedProblem, Problem } from '../core/scenario/read/problem.ts';
import { readJson } from '../core/scenario/read/read-json.ts';
import type { Localized } from '../core/scenario/format/text.ts';
import { packsIn } from '../build/disk.ts';

const file = 'index.json';

/**
 * The problems of the index of a content folder, and the `packs` that the start page would not show. None if the folder has no
 * index, as in the repository, where the build writes it.
 */
export async function indexProblems(
  content: string,
  packs: readonly LoadedPack[],
): Promise<readonly Problem[]> {
  const place = path.join(content, file);
  if (!existsSync(place)) return [];
  const text = await readFile(place, 'utf8');
  const index = parseIndex(text, file);
  const json = readJson(text, file);
  if (!index.ok || !json.ok) return index.problems;
  const there = await packsIn(content);
  const problems = [
    ...index.value.packs.flatMap(({ id }, at) => (there.includes(id) ? [] : [withoutFolder(id, at)])),
    ...packs.flatMap((loaded) => unlisted(loaded, index.value)),
  ];
  return located(problems, file, json.locate);
}

function withoutFolder(id: string, at: number): UnplacedProblem {
  return warning(['packs', at, 'id'], 'file-missing', {
    ja: `パック「${id}」のフォルダー packs/${id} がありません。フォルダーを置くか、この id を直してください。`,
    en: `There is no folder packs/${id} for the pack “${id}”. Put it there, or correct this id.`,
  });
}

function unlisted({ pack, scenarios }: LoadedPack, { packs }: ContentIndex): readonly UnplacedProblem[] {
  if (pack === undefined) return [];
  const at = packs.findIndex(({ id }) => id === pack.id);
  const { id, title, description } = pack;
  const lines = scenarios.map((scenario) => ({
    id: scenario.id,
    title: scenario.title,
    messages: scenario.messages.length,
  }));
  if (at < 0) {
    const line = JSON.stringify({ id, title, description, scenarios: lines, lessons: [] });
    return [notListed(['packs'], `パック「${id}」`, `the pack “${id}”`, 'packs', line)];
  }
  const listed = packs[at]?.scenarios.map((scenario) => scenario.id) ?? [];
  return lines
    .filter((scenario) => !listed.includes(scenario.id))
    .map((line) =>
      notListed(
        ['packs', at, 'scenarios'],
        `シナリオ「${line.id}」`,
        `the scenario “${line.id}”`,
        'scenarios',
        JSON.stringify(line),
      ),
    );
}

function notListed(at: Path, ja: string, en: string, list: string, line: string): UnplacedProblem {
  return warning(at, 'not-in-index', {
    ja: `${ja}が最初の画面に出ません。この "${list}" に次の行を足してください：${line}`,
    en: `The start page does not show ${en}. Add this line to "${list}" here: ${line}`,
  });
}

const warning = (at: Path, rule: string, text: Localized): UnplacedProblem => ({
  rule,
  severity: 'warning',
  path: at,
  text,
});
