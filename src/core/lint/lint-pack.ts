/** A pack → everything that is wrong with it. */
import { drillFile, lessonFile, type LoadedPack, packFile, scenarioFile } from './load.ts';
import { messageNamed } from './parse.ts';
import type { Locate } from '../scenario/read/locate.ts';
import type { Problem } from '../scenario/read/problem.ts';
import type { World } from '../scenario/world/world.ts';
import { type Content, type Disk, type Filed, noContent, problemOf, remarksOf, type Rule } from './rule.ts';
import { goodPackRules, rules } from './rules.ts';

/** The problems of a loaded pack: those its files were refused for, and those the rules find in the rest. */
export function lintPack(loaded: LoadedPack, disk: Disk = {}, world?: Filed<World>): readonly Problem[] {
  const content = { ...contentOfPack(loaded), ...(world && { world }) };
  return [...loaded.problems, ...lintContent(content, loaded.locate, goodPackRules, disk)];
}

/** A loaded pack as the rules take it; nothing where its pack.json is wrong. */
export function contentOfPack({ pack, scenarios, drills, lessons }: LoadedPack): Content {
  if (pack === undefined) return noContent;
  return {
    pack: { file: packFile(pack.id), value: pack },
    scenarios: scenarios.map((value) => ({ file: scenarioFile(pack.id, value.id), value })),
    drills: drills.map((value) => ({ file: drillFile(pack.id, value.id), value })),
    lessons: lessons.map((value) => ({ file: lessonFile(pack.id, value.id), value })),
  };
}

/** What the rules, or some of them, find in some content, in the order of its files. `locate` finds the lines of each. */
export function lintContent(
  content: Content,
  locate: (file: string) => Locate,
  only: readonly Rule[] = rules,
  disk: Disk = {},
): readonly Problem[] {
  const scenarios = new Map(content.scenarios.map(({ file, value }) => [file, value]));
  const places = new Map<string, Locate>();
  const inFile = (file: string): Locate => {
    const place = places.get(file) ?? locate(file);
    places.set(file, place);
    return place;
  };
  return only
    .flatMap((rule) =>
      remarksOf(rule, content, disk).map((remark): Problem => ({
        ...problemOf(rule, remark),
        file: remark.file,
        ...messageNamed(scenarios.get(remark.file), remark.path),
        ...inFile(remark.file)(remark.path),
      })),
    )
    .toSorted((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column);
}

/** By code units, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
