/** Dates that a text spells out in Japanese or English. */
import type { Language } from '../scenario/format/vocabulary.ts';

/** A text whose dates were moved, and the words in it that may name a day but were left. */
export interface ShiftedText {
  readonly text: string;
  readonly doubtful: readonly string[];
}

/** Moves the dates of a text. A date without its year is the one nearest to `clock`. */
export function shiftedText(text: string, language: Language, days: number, clock: string): ShiftedText {
  const doubtful: string[] = [];
  // What is between two dates is searched for days that are named in another way.
  const rest = (stretch: string): string => {
    doubtful.push(...[...stretch.matchAll(vague[language])].map(([words]) => words));
    if (days % 7 !== 0) doubtful.push(...[...stretch.matchAll(weekdays[language])].map(([words]) => words));
    return stretch;
  };
  let moved = '';
  let from = 0;
  for (const found of text.matchAll(language === 'ja' ? japanese : english)) {
    const next = language === 'ja' ? movedJapanese(found, days, clock) : movedEnglish(found, days, clock);
    if (next === undefined) continue;
    moved += rest(text.slice(from, found.index)) + next;
    from = found.index + found[0].length;
  }
  return { text: moved + rest(text.slice(from)), doubtful };
}

const kanji = '日月火水木金土';
const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** 「2026年11月25日（水）」「12月2日、水曜日」「11/25(水)」「2026/11/25」; a slash alone may be a fraction. */
const japanese = new RegExp(
  `(?:([0-9０-９]{4})年( ?))?([0-9０-９]{1,2})月( ?)([0-9０-９]{1,2})日([(（][${kanji}][)）]|、? ?[${kanji}]曜)?` +
    `|(?<![0-9/])(?:(\\d{4})/)?(\\d{1,2})/(\\d{1,2})(?![0-9/])([(（][${kanji}][)）])?`,
  'g',
);

const weekdayName = names.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|');
const monthName = months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|');
/** “Wednesday, 25 November 2026”, “Wed 25 Nov”, “November 25, 2026”, “the 25th of November”. */
const english = new RegExp(
  `\\b(?:(${weekdayName})(,? (?:the )?))?(?:(\\d{1,2})(st|nd|rd|th)?( (?:of )?)(${monthName})\\b(?:(,? )(\\d{4})\\b)?` +
    `|(${monthName})( )(\\d{1,2})(st|nd|rd|th)?\\b(?![:.]\\d)(?:(,? )(\\d{4})\\b)?)`,
  'g',
);

/** Days and months that stand alone. */
const vague = {
  ja: /(?<![0-9０-９])[0-9０-９]{1,2}(?:月(?!間)|日(?![間前後]|以内|分))/g,
  en: new RegExp(
    `\\b(?:${months.filter((name) => name !== 'May').join('|')})\\b|\\bthe \\d{1,2}(?:st|nd|rd|th)\\b`,
    'g',
  ),
} as const satisfies Readonly<Record<Language, RegExp>>;

const weekdays = {
  ja: new RegExp(`[${kanji}]曜`, 'g'),
  en: new RegExp(`\\b(?:${names.join('|')})s?\\b`, 'g'),
} as const satisfies Readonly<Record<Language, RegExp>>;

function movedJapanese(found: RegExpExecArray, days: number, clock: string): string | undefined {
  const [
    ,
    longYear,
    gap = '',
    month,
    gapBefore = '',
    day,
    weekday = '',
    slashYear,
    slashMonth,
    slashDay,
    slashWeekday = '',
  ] = found;
  const isSlash = slashMonth !== undefined;
  // 1/2 without a year or a weekday may be anything.
  if (isSlash && slashYear === undefined && slashWeekday === '') return undefined;
  const year = isSlash ? slashYear : longYear;
  const date = dayAt(
    numberOf(year),
    numberOf(isSlash ? slashMonth : month),
    numberOf(isSlash ? slashDay : day),
    clock,
  );
  if (date === undefined) return undefined;
  const next = dayAfter(date, days);
  const like = (model: string, value: number): string => inWidthOf(model, value);
  const turn = (words: string): string =>
    words.replace(new RegExp(`[${kanji}](?=曜|[)）])`), (old) =>
      kanji.charAt(turned(kanji.indexOf(old), days)),
    );
  if (isSlash) {
    const head = slashYear === undefined ? '' : `${next.year}/`;
    return `${head}${padded(slashMonth, next.month)}/${padded(slashDay ?? '', next.day)}${turn(slashWeekday)}`;
  }
  const head = longYear === undefined ? '' : `${like(longYear, next.year)}年${gap}`;
  return `${head}${like(month ?? '', next.month)}月${gapBefore}${like(day ?? '', next.day)}日${turn(weekday)}`;
}

function movedEnglish(found: RegExpExecArray, days: number, clock: string): string | undefined {
  const [
    ,
    weekday,
    afterWeekday = '',
    day1,
    suffix1,
    gap1 = '',
    month1,
    comma1 = '',
    year1,
    month2,
    gap2 = '',
    day2,
    suffix2,
    comma2 = '',
    year2,
  ] = found;
  const isDayFirst = day1 !== undefined;
  const [monthWord = '', year] = isDayFirst ? [month1, year1] : [month2, year2];
  const month = months.findIndex((name) => name.startsWith(monthWord.slice(0, 3))) + 1;
  const date = dayAt(numberOf(year), month, Number(day1 ?? day2), clock);
  if (date === undefined) return undefined;
  const next = dayAfter(date, days);
  const head =
    weekday === undefined
      ? ''
      : `${named(names, weekday, turned(indexIn(names, weekday), days))}${afterWeekday}`;
  const nextMonth = named(months, monthWord, next.month - 1);
  const number = `${next.day}${(isDayFirst ? suffix1 : suffix2) === undefined ? '' : ordinal(next.day)}`;
  const tail = year === undefined ? '' : `${isDayFirst ? comma1 : comma2}${next.year}`;
  return `${head}${isDayFirst ? `${number}${gap1}${nextMonth}` : `${nextMonth}${gap2}${number}`}${tail}`;
}

interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** The day that was meant; undefined for one that no calendar has. */
function dayAt(
  year: number | undefined,
  month: number | undefined,
  day: number | undefined,
  clock: string,
): Day | undefined {
  if (month === undefined || day === undefined) return undefined;
  const now = Date.parse(clock);
  const around = Number.isNaN(now) ? 2000 : new Date(now).getUTCFullYear();
  const possible = (year === undefined ? [around - 1, around, around + 1] : [year])
    .map((one) => ({ year: one, month, day, at: Date.UTC(one, month - 1, day) }))
    .filter(({ at }) => {
      const date = new Date(at);
      return date.getUTCDate() === day && date.getUTCMonth() === month - 1;
    });
  return possible.toSorted((one, other) => Math.abs(one.at - now) - Math.abs(other.at - now))[0];
}

function dayAfter({ year, month, day }: Day, days: number): Day {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const turned = (weekday: number, days: number): number => (((weekday + days) % 7) + 7) % 7;

const numberOf = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits.normalize('NFKC'));

/** A number in full-width digits where the model has them. */
const inWidthOf = (model: string, value: number): string =>
  /[０-９]/.test(model)
    ? String(value).replace(/\d/g, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0))
    : padded(model, value);

/** A number with a zero before it where the model has one. */
const padded = (model: string, value: number): string =>
  model.startsWith('0') ? String(value).padStart(2, '0') : String(value);

const indexIn = (all: readonly string[], word: string): number =>
  all.findIndex((name) => name.startsWith(word.slice(0, 3)));

/** A name as long as another one: “Wed” for “Tue”, “Wednesday” for “Tuesday”. */
function named(all: readonly string[], model: string, index: number): string {
  const name = all[index] ?? model;
  // “May” is both; the short form would look odd in a text that spells out the others.
  return model.length === 3 && model !== 'May' ? name.slice(0, 3) : name;
}

function ordinal(day: number): string {
  if (day > 10 && day < 20) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}
