import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/core/scenario/format/scenario.ts';
import { shippedFiles, shippedScenarios } from '../fixtures/shipped.ts';

/** The packs in which each kind of lure occurs. */
const packsByKind = new Map<string, Set<string>>();
for (const [path, text] of shippedScenarios) {
  const pack = path.split('/')[1] ?? '';
  const { messages }: Scenario = JSON.parse(text);
  for (const { solution } of messages) {
    if (solution.truth !== 'phish') continue;
    packsByKind.set(solution.archetype, (packsByKind.get(solution.archetype) ?? new Set()).add(pack));
  }
}
const idsIn = (folder: string): ReadonlySet<string> =>
  new Set([...shippedFiles.keys()].flatMap((path) => path.match(`/${folder}/([^/]+)\\.json$`)?.[1] ?? []));

/** What a page names in its tables, row by row: the last two columns. */
function rowsOf(
  page: string,
): readonly { readonly names: readonly string[]; readonly where: readonly string[] }[] {
  const named = (cell: string): readonly string[] =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, id = '']) => id);
  return readFileSync(page, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[ :|-]+\|$/.test(line))
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => ({ names: named(cells.at(-2) ?? ''), where: named(cells.at(-1) ?? '') }));
}

/** Of the advice, whose table is the last: lessons and drills. */
const adviceRows = 7;

describe.each(['docs/threats.md', 'docs/threats.ja.md'])('%s', (page) => {
  const rows = rowsOf(page);
  const threats = rows.slice(0, -adviceRows - 1).filter(({ names }) => names.length > 0);
  const advice = rows.slice(-adviceRows);

  it('names every kind of lure that is shipped, and no other', () => {
    expect(new Set(threats.flatMap(({ names }) => names))).toEqual(new Set(packsByKind.keys()));
  });

  it('names for each threat the packs that have such lures', () => {
    expect(threats.length).toBeGreaterThan(10);
    for (const { names, where } of threats) {
      const packs = new Set(names.flatMap((kind) => [...(packsByKind.get(kind) ?? [])]));
      expect(new Set(where), names.join()).toEqual(packs);
    }
  });

  it('names for each advice lessons and drills that are shipped', () => {
    const lessons = idsIn('lessons');
    const drills = idsIn('drills');
    for (const { names, where } of advice) {
      expect(names.length + where.length).toBeGreaterThan(0);
      expect(names.filter((id) => !lessons.has(id))).toEqual([]);
      expect(where.filter((id) => !drills.has(id))).toEqual([]);
    }
  });
});

it('the map of threats is the same in both languages', () => {
  expect(rowsOf('docs/threats.ja.md')).toEqual(rowsOf('docs/threats.md'));
});
