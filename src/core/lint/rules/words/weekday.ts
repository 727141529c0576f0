import { type Language, languages } from '../../../scenario/format/vocabulary.ts';
import { localizedPlaces } from '../../localized-places.ts';
import type { Path } from '../../../scenario/read/locate.ts';
import type { Remark, Rule } from '../../rule.ts';

interface WrittenDate {
  readonly written: string;
  readonly weekday: number;
  readonly day: number;
  /** 1 to 12; absent where only the day is written. */
  readonly month: number | undefined;
  readonly year: number | undefined;
}

/** A weekday beside a date is that of the date. A date without its year or month is the one nearest to the clock. */
export const weekdayOfDate: Rule = {
  name: 'weekday',
  severity: 'warning',
  summary: {
    ja: '日付と合わない曜日（年や月のない日付は、`clock` にいちばん近い日とみる）',
    en: 'A weekday that is not that of its date; a date without year or month is the one nearest to `clock`',
  },
  scope: 'several',
  checks: [
    { scope: 'message', check: (message, path, { clock }) => wrongDates(message, path, clock) },
    {
      scope: 'scenario',
      check: ({ messages: _messages, ...around }) => wrongDates(around, [], around.clock),
    },
  ],
};

const wrongDates = (value: unknown, path: Path, clock: string): readonly Remark[] =>
  [...localizedPlaces(value, path)].flatMap((place) =>
    languages.flatMap((language) =>
      datesIn(place.text[language], language).flatMap((date) => {
        const real = weekdayOf(date, clock);
        if (real === undefined || real === date.weekday) return [];
        return [
          {
            path: [...place.path, language],
            text: {
              ja: `「${date.written}」は${kanji[real]}曜日です。曜日か日付を直してください。`,
              en: `“${date.written}” is a ${names[real]}. Correct the weekday or the date.`,
            },
          },
        ];
      }),
    ),
  );

const kanji = '日月火水木金土';
const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 「2026年11月25日（水）」「25日（水）」「12月2日、水曜日」, once the text is in half-width letters. */
const japaneseDate = new RegExp(
  `(?:(\\d{4})年 ?)?(?:(\\d{1,2})月 ?)?(\\d{1,2})日(?:\\(([${kanji}])\\)|、? ?([${kanji}])曜)`,
  'g',
);
/** “Wednesday, 25 November 2026”, “Wed 25 Nov”, “Friday the 27th”; the number is no hour. */
const englishDate = new RegExp(
  `\\b(${names.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')}),? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.]|\\s?(?:am|pm|o’clock))` +
    `(?: (?:of )?(${months.join('|')})[a-z]*)?(?:,? (\\d{4}))?\\b`,
  'g',
);

function datesIn(text: string, language: Language): readonly WrittenDate[] {
  if (language === 'en')
    return [...text.matchAll(englishDate)].map(([written, name = '', day, month, year]) => ({
      written,
      weekday: names.findIndex((full) => full.startsWith(name)),
      day: Number(day),
      month: month === undefined ? undefined : months.indexOf(month) + 1,
      year: year === undefined ? undefined : Number(year),
    }));
  return [...text.normalize('NFKC').matchAll(japaneseDate)].map(
    ([written, year, month, day, bracketed, spelt]) => ({
      written,
      weekday: kanji.indexOf(bracketed ?? spelt ?? ''),
      day: Number(day),
      month: month === undefined ? undefined : Number(month),
      year: year === undefined ? undefined : Number(year),
    }),
  );
}

/** 0 for Sunday; undefined for a date that no calendar has. */
function weekdayOf({ day, month, year }: WrittenDate, clock: string): number | undefined {
  const present = new Date(clock);
  const around = present.getUTCFullYear();
  const years = year === undefined ? [around - 1, around, around + 1] : [year];
  const possible = years
    .flatMap((y) => (month === undefined ? months.map((_, m) => m) : [month - 1]).map((m) => [y, m] as const))
    .map(([y, m]) => new Date(Date.UTC(y, m, day)))
    .filter((date) => date.getUTCDate() === day);
  const distance = (date: Date): number => Math.abs(date.getTime() - present.getTime());
  return possible.toSorted((one, other) => distance(one) - distance(other))[0]?.getUTCDay();
}
