import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assessDrill } from '../../src/core/engine/drill/drill.ts';
import { bestWay } from '../../src/core/engine/drill/timeline.ts';
import { localizedPlaces } from '../../src/core/lint/localized-places.ts';
import { parseDrill, parseLesson, parsePack } from '../../src/core/lint/parse.ts';
import type { Outcome } from '../../src/core/scenario/read/problem.ts';
import type { Drill, Timeline } from '../../src/core/scenario/format/drill.ts';
import { languages } from '../../src/core/scenario/format/vocabulary.ts';

const folder = new URL('../../content/packs/first-aid/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

function parsed<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok)
    throw new Error(outcome.problems.map(({ file, text }) => `${file}: ${text.en}`).join('\n'));
  return outcome.value;
}

const pack = parsed(parsePack(read('pack.json'), 'pack.json'));
const drills = (pack.drills ?? []).map((file) => parsed(parseDrill(read(`drills/${file}`), file)));
const byId: readonly (readonly [string, Drill])[] = drills.map((drill) => [drill.id, drill]);
const steps = Array.from({ length: 15 }, (_, index) => `R${index + 1}`);

function timelineOf({ id, timeline }: Drill): Timeline {
  if (timeline === undefined) throw new Error(`${id} has no turns`);
  return timeline;
}

const turns = drills.flatMap((drill) => timelineOf(drill).turns);

describe('the first-aid pack', () => {
  it('lists every file of its drills folder', () => {
    expect((pack.drills ?? []).toSorted()).toEqual(readdirSync(new URL('drills/', folder)).toSorted());
  });

  it('leads from every drill that turns on a lure to a lesson of the shelf', () => {
    const shelf = readdirSync(new URL('../shelf/lessons/', folder)).map((file) =>
      parsed(parseLesson(read(`../shelf/lessons/${file}`), file)),
    );
    const explained = new Set(shelf.flatMap(({ cues = [] }) => cues));
    for (const { id, cues } of drills) {
      if (id === 'report-it-well') continue;
      expect(
        cues?.filter((cue) => !explained.has(cue)),
        id,
      ).toEqual([]);
    }
  });

  it('has one drill for each response step, in their order, then one for each way in by voice or chat', () => {
    const first = drills.map(({ source }) => source.covers?.[0]);
    expect(first.slice(0, steps.length)).toEqual(steps);
    expect(drills.slice(steps.length).map(({ id }) => id)).toEqual([
      'bank-on-the-phone',
      'police-on-video',
      'prompt-approved',
      'remote-desk',
    ]);
    for (const { id, source } of drills) {
      expect(source.covers?.length, id).toBeGreaterThan(1);
      expect(
        source.covers?.filter((step) => !steps.includes(step)),
        id,
      ).toEqual([]);
    }
  });

  it.each(byId)('%s takes four to seven decisions and branches', (_, drill) => {
    const timeline = timelineOf(drill);
    const decisions = bestWay(timeline).length + (drill.steps === undefined ? 0 : 1);
    expect(decisions).toBeGreaterThanOrEqual(4);
    expect(decisions).toBeLessThanOrEqual(7);
    expect(timeline.turns.length).toBeGreaterThan(bestWay(timeline).length);
  });

  it.each(byId)('%s scores 100 when played at its best', (_, drill) => {
    const order = (drill.steps ?? [])
      .flatMap(({ id, rank }) => (rank === undefined ? [] : [{ id, rank }]))
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ id }) => id);
    const choices = bestWay(timelineOf(drill)).map(({ option }) => option.id);
    expect(assessDrill(drill, order, choices).score).toBe(1);
  });

  it.each(byId)('%s says everything in both languages', (_, drill) => {
    const texts = [...localizedPlaces(drill)];
    expect(texts.length).toBeGreaterThan(40);
    for (const { text, path } of texts) {
      expect(text.ja, path.join('.')).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
      expect(text.en, path.join('.')).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
    }
  });

  it.each(['macro-enabled', 'pasted-command', 'my-account-sends', 'remote-desk'])(
    '%s begins with the LAN cable and Wi-Fi',
    (id) => {
      const first = drills.find((drill) => drill.id === id)?.timeline?.turns[0];
      const best = (first?.options ?? []).filter(({ worth }) => worth === 'best');
      expect(best.length).toBeGreaterThan(0);
      for (const { label } of best) expect(label.ja).toMatch(/LAN|Wi-Fi/);
    },
  );

  it('accepts cable and Wi-Fi in either order', () => {
    const first = drills.find(({ id }) => id === 'macro-enabled')?.timeline?.turns[0];
    expect(first?.options.filter(({ worth }) => worth === 'best').map(({ id }) => id)).toEqual([
      'lan',
      'wifi',
    ]);
  });

  it.each(languages)('does not give the best option away by its length, in %s', (language) => {
    const share = (isExtreme: (best: number, others: readonly number[]) => boolean): number =>
      turns.filter(({ options }) =>
        options.some(
          (option) =>
            option.worth === 'best' &&
            isExtreme(
              option.label[language].length,
              options.filter((other) => other !== option).map(({ label }) => label[language].length),
            ),
        ),
      ).length / turns.length;
    expect(share((best, others) => others.every((other) => best > other))).toBeLessThan(0.45);
    expect(share((best, others) => others.every((other) => best < other))).toBeLessThan(0.55);
  });
});
