/**
 * Texts that a browser lays out without stopping. Where a line may not break, engines try every place again: some tens of
 * thousands of commas, which may not begin a line, stop Chromium for half a minute (measured; the time grows with the cube of
 * their number). No honest text holds such a row.
 */
import { isFields } from '../../scenario/read/from-outside.ts';
import type { Path } from '../../scenario/read/locate.ts';
import type { Remark, Rule, TextRule } from '../rule.ts';
import { type Localized, longestText } from '../../scenario/format/text.ts';
import { shown, shownPath } from '../../scenario/read/shown.ts';
import { type Language, languages } from '../../scenario/format/vocabulary.ts';

/** The longest row without a letter, a digit or a line break; a rule of hyphens takes about forty. */
export const mostSigns = 100;
/** The longest row of letters and digits without a space or a sign of punctuation; the key in an address takes about seventy. */
export const mostLetters = 300;
/** The most marks on one letter, such as accents (UAX #15, stream-safe text). */
export const mostMarks = 30;
/** The most characters of one language in all texts of a message, a drill, a lesson, or the rest of a scenario. */
export const mostText = 40_000;

/** No text makes a browser stop responding. */
export const unbreakableText: TextRule = {
  name: 'unbreakable-text',
  severity: 'error',
  summary: {
    ja: 'ブラウザーが折り返せない、長すぎる文字の並び',
    en: 'A row of characters too long for a browser to break',
  },
  scope: 'text',
  check: (value, path) =>
    flowingTexts(value, path).flatMap(({ text, path: at }) => {
      // Other rules report a text that is too long.
      if (text.length > longestText) return [];
      const row = worstRow(text, languageOf(at) !== undefined);
      return row === undefined ? [] : [{ path: at, text: row(shownPath(at)) }];
    }),
};

/** All runs of a line together are no longer than one text may be. For a plain text, the schema checks this. */
export const lineTooLong: TextRule = {
  name: 'too-long',
  severity: 'error',
  summary: { ja: '長すぎる文や多すぎる項目', en: 'A text that is too long, or a list with too many entries' },
  scope: 'text',
  check: (value, path) =>
    flowingTexts(value, path).flatMap(({ text, path: at, runs }) =>
      runs && text.length > longestText ? [{ path: at, text: longLine(at) }] : [],
    ),
};

type Row = (where: string) => Localized;

/** The first kind of row that is too long. An address that is not part of a sentence may hold a long key. */
function worstRow(text: string, isSentence: boolean): Row | undefined {
  const signs = longestOf(text, /[^\p{L}\p{N}\n]+/gu, mostSigns);
  if (signs.length > mostSigns) return (where) => tooManySigns(where, signs);
  const marks = longestOf(text, /\p{M}+/gu, mostMarks);
  if (marks.length > mostMarks) return (where) => tooManyMarks(where, marks.length);
  const letters = isSentence ? longestOf(text, /[\p{L}\p{N}\p{M}]+/gu, mostLetters) : '';
  if (letters.length > mostLetters) return (where) => tooManyLetters(where, letters);
  return undefined;
}

/** The longest row in a text. Empty where the text is too short to hold one of more than `most` characters. */
function longestOf(text: string, rows: RegExp, most: number): string {
  let longest = '';
  if (text.length <= most) return longest;
  for (const [row] of text.matchAll(rows)) if (row.length > longest.length) longest = row;
  return longest;
}

/** The texts of one language in a message, a drill, a lesson or the rest of a scenario are no more than `mostText` together. */
export const tooMuchText: Rule = {
  name: 'too-much-text',
  severity: 'error',
  summary: {
    ja: 'メッセージ・ドリル・講座・シナリオのそれ以外の部分のうち、文が多すぎるもの',
    en: 'Too much text in a message, a drill, a lesson or the rest of a scenario',
  },
  scope: 'several',
  checks: [
    { scope: 'message', check: muchText },
    { scope: 'drill', check: muchText },
    { scope: 'lesson', check: (lesson) => muchText(lesson, []) },
    {
      scope: 'scenario',
      check: ({ messages: _messages, drills: _drills, ...around }) => muchText(around, []),
    },
  ],
};

function muchText(value: unknown, path: Path): readonly Remark[] {
  const lengths = { ja: 0, en: 0 };
  for (const { text, path: at } of flowingTexts(value, path)) {
    const language = languageOf(at);
    if (language !== undefined) lengths[language] += text.length;
  }
  return languages
    .filter((language) => lengths[language] > mostText)
    .map((language) => ({ path, text: tooMuch(path, lengths[language], language) }));
}

interface FlowingText {
  readonly text: string;
  readonly path: Path;
  /** Whether it is made of runs, which flow as one text. */
  readonly runs: boolean;
}

/** Every text of a JSON value as it flows on the screen. */
function flowingTexts(value: unknown, path: Path): readonly FlowingText[] {
  const texts: FlowingText[] = [];
  const collect = (part: unknown, at: Path): void => {
    if (typeof part === 'string') texts.push({ text: part, path: at, runs: false });
    else if (Array.isArray(part)) {
      if (languageOf(at) !== undefined)
        texts.push({ text: part.map(textOfRun).join(''), path: at, runs: true });
      else for (const [index, item] of part.entries()) collect(item, [...at, index]);
    } else if (isFields(part)) for (const [key, item] of Object.entries(part)) collect(item, [...at, key]);
  };
  collect(value, path);
  return texts;
}

function textOfRun(run: unknown): string {
  const text = isFields(run) ? run['text'] : run;
  return typeof text === 'string' ? text : '';
}

const languageOf = (path: Path): Language | undefined => languages.find((name) => name === path.at(-1));

// ------------------------------------------------------------------------------------------------ sentences

const count = (number: number): string => number.toLocaleString('en');

function tooManySigns(where: string, row: string): Localized {
  return {
    ja: `「${where}」に、文字も数字も改行もない並び（「${shown(row)}」）が ${count(row.length)} 文字続いています。ブラウザーの表示が止まるおそれがあるため、${mostSigns} 文字以内にしてください。`,
    en: `“${where}” holds ${count(row.length)} characters in a row without a letter, a digit or a line break (“${shown(row)}”), which can stop a browser. Keep such a row within ${mostSigns} characters.`,
  };
}

function tooManyMarks(where: string, marks: number): Localized {
  return {
    ja: `「${where}」で、1つの文字に結合文字（アクセント記号など）が ${count(marks)} 個重なっています。${mostMarks} 個以内にしてください。`,
    en: `“${where}” heaps ${count(marks)} combining marks, such as accents, on one letter. Keep them within ${mostMarks}.`,
  };
}

function tooManyLetters(where: string, row: string): Localized {
  return {
    ja: `「${where}」に、空白も句読点もない並び（「${shown(row)}」）が ${count(row.length)} 文字続いています。ブラウザーの表示が止まるおそれがあるため、${mostLetters} 文字以内ごとに空白か句読点か改行を入れてください。`,
    en: `“${where}” holds ${count(row.length)} letters in a row without a space or punctuation (“${shown(row)}”), which can stop a browser. Put a space, punctuation or a line break after ${mostLetters} at most.`,
  };
}

function longLine(path: Path): Localized {
  const where = shownPath(path);
  return {
    ja: `「${where}」が長すぎます。全部合わせて ${count(longestText)} 文字以内にしてください。`,
    en: `“${where}” is too long. Keep all its parts together within ${count(longestText)} characters.`,
  };
}

function tooMuch(path: Path, length: number, language: Language): Localized {
  const where = shownPath(path);
  const [ja, en] = language === 'ja' ? ['日本語', 'Japanese'] : ['英語', 'English'];
  return {
    ja: `${where === '' ? 'ファイル全体' : `「${where}」`}の${ja}の文が多すぎます（合わせて ${count(length)} 文字。上限は ${count(mostText)} 文字）。短くするか、分けてください。`,
    en: `The ${en} texts of ${where === '' ? 'the file' : `“${where}”`} are too much for one screen (${count(length)} characters together; the limit is ${count(mostText)}). Shorten them, or split them up.`,
  };
}
