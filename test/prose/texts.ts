/** The texts of the project that we check: teaching texts, interface, guides; never the mails themselves. */
import { readdirSync, readFileSync } from 'node:fs';
import { localizedPlaces } from '../../src/core/lint/localized-places.ts';
import { teachingTexts, textsOfDrill } from '../../src/core/lint/teaching-texts.ts';
import { parseDrill, parseScenario } from '../../src/core/lint/parse.ts';
import { readJson } from '../../src/core/scenario/read/read-json.ts';
import type { Path } from '../../src/core/scenario/read/locate.ts';
import type { Drill } from '../../src/core/scenario/format/drill.ts';
import type { Scenario } from '../../src/core/scenario/format/scenario.ts';
import type { Localized } from '../../src/core/scenario/format/text.ts';
import type { Language } from '../../src/core/scenario/format/vocabulary.ts';
import { textPlaces } from '../../src/core/scenario/layout/walk.ts';

export interface Passage {
  readonly file: string;
  /** Where it begins; counts from 1. */
  readonly line: number;
  readonly text: string;
  /** Whether it has full sentences, like an explanation, unlike a title or a label. */
  readonly full: boolean;
}

const root = new URL('../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');
const filesBelow = (folder: string, pattern: RegExp): readonly string[] =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}${name.replaceAll('\\', '/')}`)
    .filter((file) => pattern.test(file))
    .toSorted();

/** The teaching texts of the packs, and the texts of the world. */
export function contentPassages(language: Language): readonly Passage[] {
  const scenarios = filesBelow('content/packs/', /\/scenarios\/[^/]+\.json$/).flatMap((file) => {
    const scenario = parseScenario(read(file), file);
    return scenario.ok ? passages(file, language, told(scenario.value)) : [];
  });
  const drills = filesBelow('content/packs/', /\/drills\/[^/]+\.json$/).flatMap((file) => {
    const drill = parseDrill(read(file), file);
    return drill.ok ? passages(file, language, drillTexts(drill.value)) : [];
  });
  const whole = [
    ...filesBelow('content/packs/', /\/lessons\/[^/]+\.json$|\/pack\.json$/),
    'content/world/world.json',
  ].flatMap((file) => passages(file, language, [...localizedPlaces(JSON.parse(read(file)))]));
  return [...scenarios, ...drills, ...whole];
}

/** The English names of people, firms and services in scenarios and the world; their parts are no misspellings. */
export function namesInContent(): readonly string[] {
  const files = [...filesBelow('content/packs/', /\/scenarios\/[^/]+\.json$/), 'content/world/world.json'];
  return files.flatMap((file) =>
    [...textPlaces(JSON.parse(read(file)))].flatMap(({ text, path }) =>
      path.at(-1) === 'en' && path.at(-2) === 'name' ? [text] : [],
    ),
  );
}

/** The sentences of the interface, without their placeholders. */
export function interfacePassages(language: Language): readonly Passage[] {
  return filesBelow(`src/i18n/${language}/`, /\.json$/).flatMap((file) =>
    located(
      file,
      [...textPlaces(JSON.parse(read(file)))].map(({ text, path }) => ({
        // A placeholder stands for a number or a name; a digit can replace both.
        text: text.replace(/\{\{[^}]*\}\}/g, '1').replace(/<[^>]*>/g, ''),
        path,
        full: false,
      })),
    ),
  );
}

/** The guides, section by section, as Markdown. */
export function guides(language: Language): readonly Passage[] {
  const files =
    language === 'ja'
      ? ['README.ja.md', 'content/README.ja.md']
      : ['README.md', 'content/README.md', 'CONTRIBUTING.md'];
  const inEither = filesBelow('docs/', language === 'ja' ? /\.ja\.md$/ : /(?<!\.ja)\.md$/);
  return [...files, ...inEither].flatMap((file) => {
    let line = 1;
    return read(file)
      .split(/\n(?=## )/)
      .map((text) => {
        const passage = { file, line, text, full: false };
        line += text.split('\n').length;
        return passage;
      });
  });
}

interface Told {
  readonly text: Localized;
  readonly path: Path;
  readonly full?: boolean;
}

/** What a scenario says to the player in its own voice. */
function told({
  title,
  story,
  companyRules,
  notices = [],
  drills = [],
  ...scenario
}: Scenario): readonly Told[] {
  return [
    { text: title, path: ['title'] },
    { text: story, path: ['story'] },
    ...companyRules.map((text, index) => ({ text, path: ['companyRules', index] })),
    ...scenario.directory.map(({ role }, index) => ({ text: role, path: ['directory', index, 'role'] })),
    ...scenario.messages.flatMap(({ solution }, index) => {
      const at = ['messages', index, 'solution'];
      const facts = solution.truth === 'phish' ? solution.facts : [];
      return [
        ...facts.map((fact, place) => ({ text: fact.title, path: [...at, 'facts', place, 'title'] })),
        ...(solution.differences ?? []).map(({ text }, place) => ({
          text,
          path: [...at, 'differences', place, 'text'],
        })),
      ];
    }),
    ...notices.map(({ text }, index) => ({ text, path: ['notices', index, 'text'] })),
    ...drills.flatMap((drill, index) => shownOfDrill(drill, ['drills', index])),
    ...teachingTexts({ ...scenario, title, story, companyRules, notices, drills }).map((teaching) => ({
      ...teaching,
      full: true,
    })),
  ];
}

/** All texts of a drill file. */
function drillTexts(drill: Drill): readonly Told[] {
  return [
    ...shownOfDrill(drill, []),
    ...textsOfDrill(drill, []).map((teaching) => ({ ...teaching, full: true })),
  ];
}

/** What a drill shows while it is played; `path` leads to it. */
function shownOfDrill(
  { title, situation, timeline, steps = [], meanwhile = [] }: Drill,
  path: Path,
): readonly Told[] {
  const turns = timeline?.turns ?? [];
  return [
    { text: title, path: [...path, 'title'] },
    { text: situation, path: [...path, 'situation'] },
    ...(timeline === undefined ? [] : [{ text: timeline.since, path: [...path, 'timeline', 'since'] }]),
    ...turns.flatMap((turn, index) => {
      const at = [...path, 'timeline', 'turns', index];
      return [
        { text: turn.text, path: [...at, 'text'] },
        { text: turn.meanwhile, path: [...at, 'meanwhile'] },
        ...turn.options.map(({ label }, option) => ({
          text: label,
          path: [...at, 'options', option, 'label'],
        })),
      ];
    }),
    ...steps.map(({ label }, step) => ({ text: label, path: [...path, 'steps', step, 'label'] })),
    ...meanwhile.map((text, step) => ({ text, path: [...path, 'meanwhile', step] })),
  ];
}

function passages(file: string, language: Language, texts: readonly Told[]): readonly Passage[] {
  return located(
    file,
    texts.map(({ text, path, full = false }) => ({ text: text[language], path: [...path, language], full })),
  );
}

function located(
  file: string,
  texts: readonly { readonly text: string; readonly path: Path; readonly full: boolean }[],
): readonly Passage[] {
  const json = readJson(read(file), file);
  if (!json.ok) return [];
  return texts.map(({ path, ...text }) => ({ file, line: json.locate(path).line, ...text }));
}
