/** The text of an untrusted file → a scenario, pack, drill or lesson that can be trusted, or what is wrong with the file. */
import type { z } from 'zod';
import { attachmentFlaws } from '../check/attachments.ts';
import { channelFlaws } from '../check/channels.ts';
import { differenceFlaws } from '../check/differences.ts';
import { drillFlaws } from '../check/drill.ts';
import { evidenceFlaws } from '../check/evidence.ts';
import { hiddenCharacters } from '../check/hidden-characters.ts';
import { tooMuchText, unlayableTexts } from '../check/layable.ts';
import type { Locate } from './locate.ts';
import { siteFlaws } from '../check/official-site.ts';
import {
  type ContentIndex,
  contentIndexSchema,
  type Lesson,
  lessonSchema,
  type Pack,
  packSchema,
} from '../format/pack.ts';
import type { Flaw, Outcome, Problem } from './problem.ts';
import { qrFlaws } from '../check/qr.ts';
import { readJson } from './read-json.ts';
import { brokenReferences } from '../check/references.ts';
import { type DrillFile, drillFileSchema } from '../format/drill.ts';
import { type Scenario, scenarioSchema } from '../format/scenario.ts';
import { shown } from './shown.ts';
import { duplicateIds, duplicateIdsOfDrill } from '../check/unique-ids.ts';
import { leafPlaces, pageBlockPlaces } from '../layout/walk.ts';
import { type World, worldSchema } from '../world/world.ts';
import { worldFlaws } from '../check/world.ts';
import { flawsOfIssues, valueAt } from './explain-zod.ts';

/** The most problems told about one file; more would only hide the first. */
export const mostProblems = 50;

/** A scenario file. */
export function parseScenario(text: string, file: string): Outcome<Scenario> {
  return parse(text, file, scenarioSchema, (scenario) => [
    ...tooMuchInScenario(scenario),
    ...duplicateIds(scenario),
    ...brokenReferences(scenario),
    ...channelFlaws(scenario),
    ...attachmentFlaws(scenario),
    ...qrFlaws(scenario),
    ...evidenceFlaws(scenario),
    ...differenceFlaws(scenario),
    ...siteFlaws(scenario),
    ...(scenario.drills ?? []).flatMap((drill, index) => drillFlaws(drill, ['drills', index])),
  ]);
}

/** A pack.json. */
export function parsePack(text: string, file: string): Outcome<Pack> {
  return parse(text, file, packSchema, (pack) => [
    ...listedTwice(pack.scenarios, 'scenarios'),
    ...listedTwice(pack.drills ?? [], 'drills'),
    ...listedTwice(pack.lessons ?? [], 'lessons'),
    ...holdsNothing(pack),
  ]);
}

/** A drill file. */
export function parseDrill(text: string, file: string): Outcome<DrillFile> {
  return parse(text, file, drillFileSchema, (drill) => [
    ...tooMuchText(drill, []),
    ...duplicateIdsOfDrill(drill, []),
    ...drillFlaws(drill, []),
  ]);
}

/** A lesson file. */
export function parseLesson(text: string, file: string): Outcome<Lesson> {
  return parse(text, file, lessonSchema, (lesson) => [...tooMuchText(lesson, []), ...formsInLesson(lesson)]);
}

/** content/world/world.json. */
export function parseWorld(text: string, file: string): Outcome<World> {
  return parse(text, file, worldSchema, worldFlaws);
}

/** content/index.json, which the build writes. */
export function parseIndex(text: string, file: string): Outcome<ContentIndex> {
  return parse(text, file, contentIndexSchema, () => []);
}

function parse<Value>(
  text: string,
  file: string,
  schema: z.ZodType<Value>,
  meaning: (value: Value) => readonly Flaw[],
): Outcome<Value> {
  const json = readJson(text, file);
  if (!json.ok) return refused(json.problems);
  const fail = (flaws: readonly Flaw[]): Outcome<Value> => refused(located(flaws, file, json.locate));
  const format = valueAt(json.value, ['format']);
  if (typeof format === 'number' && format > 1) return fail([newer(format)]);
  const checked = schema.safeParse(json.value);
  const texts = [...hiddenCharacters(json.value), ...unlayableTexts(json.value)];
  if (!checked.success) {
    return fail([...flawsOfIssues(checked.error.issues, json.value, schema, mostProblems + 1), ...texts]);
  }
  const flaws = [...texts, ...meaning(checked.data)];
  return flaws.length > 0 ? fail(flaws) : { ok: true, value: checked.data, problems: [] };
}

/** Flaws with the place of each in the file. */
export function located(flaws: readonly Flaw[], file: string, locate: Locate): readonly Problem[] {
  return flaws.map((flaw) => ({ ...flaw, file, ...locate(flaw.path) }));
}

/** The problems in the order of the file, the first of many; a file that has any is not played. */
export function refused(problems: readonly Problem[]): {
  readonly ok: false;
  readonly problems: readonly Problem[];
} {
  const sorted = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  const [first] = sorted.slice(mostProblems);
  if (first === undefined) return { ok: false, problems: sorted };
  return {
    ok: false,
    problems: [...sorted.slice(0, mostProblems), { ...first, rule: 'more-problems', text: more }],
  };
}

const more = {
  ja: `問題点が多いため、最初の ${mostProblems} 件だけを示しています。ここから先にも問題点があります。`,
  en: `There are more problems from here on; only the first ${mostProblems} are shown.`,
};

/** Each message and drill is looked at by itself; everything else of a scenario stands around all of them. */
function tooMuchInScenario({ messages, drills = [], ...around }: Scenario): readonly Flaw[] {
  return [
    ...messages.flatMap((message, index) => tooMuchText(message, ['messages', index])),
    ...drills.flatMap((drill, index) => tooMuchText(drill, ['drills', index])),
    ...tooMuchText(around, []),
  ];
}

function newer(format: number): Flaw {
  return {
    rule: 'newer-format',
    severity: 'error',
    path: ['format'],
    text: {
      ja: `このファイルの形式は ${format} で、このゲームが読める形式 1 より新しいものです。ゲームを更新してください。`,
      en: `The format of this file is ${format}, which is newer than this game reads (1). Update the game.`,
    },
  };
}

function listedTwice(files: readonly string[], list: string): readonly Flaw[] {
  return files.flatMap((name, index): readonly Flaw[] =>
    files.indexOf(name) === index
      ? []
      : [
          {
            rule: 'listed-twice',
            severity: 'error',
            path: [list, index],
            text: {
              ja: `「${shown(name)}」が2回書かれています。どちらか一方を削除してください。`,
              en: `“${shown(name)}” is listed twice. Remove one of the two.`,
            },
          },
        ],
  );
}

function holdsNothing({ scenarios, drills = [], lessons = [] }: Pack): readonly Flaw[] {
  if (scenarios.length + drills.length + lessons.length > 0) return [];
  return [
    {
      rule: 'empty-pack',
      severity: 'error',
      path: ['scenarios'],
      text: {
        ja: 'このパックには何も入っていません。"scenarios"、"drills"、"lessons" のどれかにファイル名を書いてください。',
        en: 'This pack holds nothing. List a file in "scenarios", "drills" or "lessons".',
      },
    },
  ];
}

function formsInLesson(lesson: Lesson): readonly Flaw[] {
  const leaves = leafPlaces(lesson.body, ['body']).flatMap(({ leaf: { kind }, path }) =>
    kind === 'form' || kind === 'button' || kind === 'qr' ? [{ kind, path }] : [],
  );
  const pageBlocks = pageBlockPlaces(lesson.body, ['body']).map(({ block: { kind }, path }) => ({
    kind,
    path,
  }));
  return [...leaves, ...pageBlocks].map(({ kind, path }) => ({
    rule: 'block-in-lesson',
    severity: 'error',
    path: [...path, 'kind'],
    text: {
      ja: `「${kind}」はレッスンには置けません。文や画像で説明してください。`,
      en: `A “${kind}” cannot stand in a lesson. Explain it in words or with a picture.`,
    },
  }));
}
