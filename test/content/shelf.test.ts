import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { linePlaces } from '../../src/core/scenario/layout/walk.ts';
import { localizedPlaces } from '../../src/core/lint/localized-places.ts';
import { cueIds } from '../../src/core/scenario/format/cues.ts';
import type { Lesson } from '../../src/core/scenario/format/pack.ts';
import { parseLesson, parsePack } from '../../src/core/lint/parse.ts';
import type { Outcome } from '../../src/core/scenario/read/problem.ts';
import type { Line } from '../../src/core/scenario/format/text.ts';
import { type Language, languages } from '../../src/core/scenario/format/vocabulary.ts';

const packs = new URL('../../content/packs/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, packs), 'utf8');
const filesIn = (folder: string): readonly string[] => readdirSync(new URL(folder, packs)).toSorted();

function parsed<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok)
    throw new Error(outcome.problems.map(({ file, text }) => `${file}: ${text.en}`).join('\n'));
  return outcome.value;
}

const packCalled = (id: string) => parsed(parsePack(read(`${id}/pack.json`), `${id}/pack.json`));
const lessonsOf = (id: string): readonly Lesson[] =>
  (packCalled(id).lessons ?? []).map((file) => parsed(parseLesson(read(`${id}/lessons/${file}`), file)));

const lessons = lessonsOf('shelf');
const byId: readonly (readonly [string, Lesson])[] = lessons.map((lesson) => [lesson.id, lesson]);

const plain = (line: Line): string =>
  typeof line === 'string' ? line : line.map((run) => (typeof run === 'string' ? run : run.text)).join('');

/** All that is read on the page below its title. */
const textOf = ({ body }: Lesson, language: Language): string =>
  linePlaces(body, [])
    .map(({ line }) => plain(line[language]))
    .join('\n');

describe('the shelf of lessons', () => {
  it('lists every file of its lessons folder', () => {
    expect([...(packCalled('shelf').lessons ?? [])].toSorted()).toEqual(filesIn('shelf/lessons'));
  });

  it.each(cueIds)('and the other packs explain the cue %s', (cue) => {
    const explained = filesIn('.')
      .flatMap(lessonsOf)
      .flatMap(({ cues = [] }) => cues);
    expect(explained).toContain(cue);
  });

  it.each(cueIds)('explains %s without the other packs, so that it can be handed out alone', (cue) => {
    expect(lessons.flatMap(({ cues = [] }) => cues)).toContain(cue);
  });

  it.each(byId)('%s can be read in two minutes in either language', (_, lesson) => {
    const words = textOf(lesson, 'en').split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(150);
    expect(words).toBeLessThanOrEqual(300);
    expect(textOf(lesson, 'ja').length).toBeGreaterThanOrEqual(350);
    expect(textOf(lesson, 'ja').length).toBeLessThanOrEqual(750);
  });

  it.each(byId)('%s has one picture of its own, and ends with one thing to try', (id, { body }) => {
    const pictures = body.filter(({ kind }) => kind === 'image');
    expect(pictures).toMatchObject([{ asset: `${id}.svg` }]);
    const last = body.at(-1);
    expect(last).toMatchObject({
      kind: 'panel',
      blocks: [
        { text: { ja: [{ text: '次に試すこと' }], en: [{ text: 'Try next time' }] } },
        { kind: 'text' },
      ],
    });
  });

  it('has the pictures it uses, and no others', () => {
    expect(lessons.map(({ id }) => `${id}.svg`).toSorted()).toEqual(filesIn('shelf/assets'));
  });

  it.each(byId)('%s is written in each language', (_, lesson) => {
    const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
    for (const { text, path } of localizedPlaces(lesson)) {
      expect(plain(text.en), path.join('.')).not.toMatch(japanese);
    }
    for (const language of languages) {
      expect(lesson.summary[language].length).toBeLessThanOrEqual(90);
    }
    expect(textOf(lesson, 'ja')).toMatch(japanese);
  });

  it('gives no telephone numbers except the public short ones', () => {
    const numbers = lessons.flatMap((lesson) =>
      languages.flatMap((language) => textOf(lesson, language).match(/#?\d[\d-]{2,}/g) ?? []),
    );
    expect(new Set(numbers)).toEqual(new Set(['#9110', '188', '7726']));
  });
});
