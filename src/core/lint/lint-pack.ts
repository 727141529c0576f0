/** A pack → everything that is wrong with it. */
import { drillFile, lessonFile, type LoadedPack, packFile, scenarioFile } from '../scenario/read/load.ts';
import type { Locate } from '../scenario/read/locate.ts';
import type { Problem } from '../scenario/read/problem.ts';
import { type Content, remarksOf, type Rule, type Surroundings } from './rule.ts';
import { rules } from './rules.ts';

/** The problems of a loaded pack: those its files were refused for, and those the rules find in the rest. */
export function lintPack(loaded: LoadedPack, surroundings: Surroundings = {}): readonly Problem[] {
  return [...loaded.problems, ...lintContent({ ...contentOfPack(loaded), surroundings }, loaded.locate)];
}

/** A loaded pack as the rules take it; nothing where its pack.json is wrong. */
export function contentOfPack({ pack, scenarios, drills, lessons }: LoadedPack): Content {
  if (pack === undefined) return { scenarios: [], drills: [], lessons: [] };
  return {
    pack: { file: packFile(pack.id), value: pack },
    scenarios: scenarios.map((value) => ({ file: scenarioFile(pack.id, value.id), value })),
    drills: drills.map((value) => ({ file: drillFile(pack.id, value.id), value })),
    lessons: lessons.map((value) => ({ file: lessonFile(pack.id, value.id), value })),
  };
}

/** What the rules, or some of them, find in some content; `locate` finds the lines of each of its files. */
export function lintContent(
  content: Content,
  locate: (file: string) => Locate,
  only: readonly Rule[] = rules,
): readonly Problem[] {
  const places = new Map<string, Locate>();
  const inFile = (file: string): Locate => {
    const place = places.get(file) ?? locate(file);
    places.set(file, place);
    return place;
  };
  return only
    .flatMap((rule) =>
      remarksOf(rule, content).map(({ file, path, text }): Problem => ({
        rule: rule.name,
        severity: rule.severity,
        file,
        path,
        ...inFile(file)(path),
        text,
      })),
    )
    .toSorted((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column);
}

/** By code units, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
