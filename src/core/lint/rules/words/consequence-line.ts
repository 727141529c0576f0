import type { Localized } from '../../../scenario/format/text.ts';
import { type Language, languages } from '../../../scenario/format/vocabulary.ts';
import type { Path } from '../../../scenario/read/locate.ts';
import type { Remark, Rule } from '../../rule.ts';

/** Words in English, characters in Japanese: the first sight of a debrief has no room for more. */
const most = { ja: 46, en: 18 } as const satisfies Record<Language, number>;

const timed = {
  ja: /\d{1,2}:\d{2}|\d{1,2}月|\d{1,2}日/,
  en: /\d{1,2}:\d{2}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d/,
} as const satisfies Record<Language, RegExp>;

/** A line of consequence stands at the first sight of a debrief: it is short, and says when, after the present of the scenario. */
export const consequenceLine: Rule = {
  name: 'consequence-line',
  severity: 'warning',
  summary: {
    ja: '長すぎる、時刻のない、または現在時刻 `clock` より前の `consequence`',
    en: 'A `consequence` that is too long, has no time, or lies before `clock`',
  },
  scope: 'message',
  check: ({ solution: { consequence } }, path, { clock }) =>
    Object.entries(consequence ?? {}).flatMap(([verdict, line]) =>
      languages.flatMap((language) => {
        const text = fault(line[language], language, clock);
        return text === undefined ? [] : [{ path: placeOf(path, verdict, language), text } satisfies Remark];
      }),
    ),
};

const placeOf = (path: Path, verdict: string, language: Language): Path => [
  ...path,
  'solution',
  'consequence',
  verdict,
  language,
];

function fault(line: string, language: Language, clock: string): Localized | undefined {
  const length = lengthOf(line, language);
  if (length > most[language]) return tooLong(length);
  if (!timed[language].test(line)) return undated;
  const [, hour, minute] = /^(\d{1,2}):(\d{2})/.exec(line) ?? [];
  const time = `${hour?.padStart(2, '0')}:${minute}`;
  const present = clock.slice(11, 16);
  return hour !== undefined && time <= present ? tooEarly(time, present) : undefined;
}

const lengthOf = (line: string, language: Language): number =>
  language === 'ja' ? line.replaceAll(/\s/g, '').length : line.trim().split(/\s+/).length;

const tooLong = (length: number): Localized => ({
  ja: `${length} あります。日本語は ${most.ja} 文字、英語は ${most.en} 語までにしてください。`,
  en: `It has ${length}. Keep it to ${most.ja} characters in Japanese and ${most.en} words in English.`,
});

const undated: Localized = {
  ja: 'いつのことかが書かれていません。「10:14、…」「20日（金）9:10、…」のように始めてください。',
  en: 'It does not say when. Begin with “10:14 …” or “Friday 20th, 9:10: …”.',
};

const tooEarly = (time: string, present: string): Localized => ({
  ja: `${time} は、このシナリオの現在時刻（${present}）より前です。後の時刻にするか、日付を書いてください。`,
  en: `${time} is not after the scenario’s present (${present}). Give a later time, or the day.`,
});
