import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeValues, openDraft, textsOf } from '../../../src/core/draft/draft.ts';
import type { JsonValue } from '../../../src/core/draft/json.ts';
import { problemsOf } from '../../../src/core/draft/read-file.ts';
import { shiftedDates } from '../../../src/core/draft/shift-dates.ts';
import { shiftedText } from '../../../src/core/draft/written-dates.ts';
import { shippedFiles } from '../../fixtures/shipped.ts';

const clock = '2026-11-18T09:00:00+09:00';
const ja = (text: string, days: number): string => shiftedText(text, 'ja', days, clock).text;
const en = (text: string, days: number): string => shiftedText(text, 'en', days, clock).text;

describe('a date in a text', () => {
  it.each([
    ['期限は11月25日（水）です。', '期限は11月28日（土）です。'],
    ['2026年11月30日（月）まで', '2026年12月3日（木）まで'],
    ['１１月２５日、水曜日', '１１月２８日、土曜日'],
    ['2026/11/05 受付', '2026/11/08 受付'],
    ['12/30(水)に', '1/2(土)に'],
  ])('moves by three days in Japanese: %s', (before, after) => expect(ja(before, 3)).toBe(after));

  it.each([
    ['by Wednesday, 25 November 2026.', 'by Saturday, 28 November 2026.'],
    ['Wed 25 Nov', 'Sat 28 Nov'],
    ['on November 30th, 2026', 'on December 3rd, 2026'],
    ['the 29th of November', 'the 2nd of December'],
  ])('moves by three days in English: %s', (before, after) => expect(en(before, 3)).toBe(after));

  it('that names a wrong weekday keeps it wrong', () =>
    expect(ja('11月25日（金）', 1)).toBe('11月26日（土）'));

  it('that cannot be told is reported and left', () => {
    expect(shiftedText('25日までに、金曜にでも。3分の1、3日間、1/3', 'ja', 1, clock)).toEqual({
      text: '25日までに、金曜にでも。3分の1、3日間、1/3',
      doubtful: ['25日', '金曜'],
    });
    expect(shiftedText('Your March expenses, by Friday', 'en', 1, clock).doubtful).toEqual([
      'March',
      'Friday',
    ]);
    expect(shiftedText('by Friday', 'en', 7, clock).doubtful).toEqual([]);
  });

  it('comes back, and its weekday is that of the day: the law over all dates of 40 years', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: -900, max: 900 }), (date, days) => {
        const later = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + days));
        expect(ja(inJapanese(date), days)).toBe(inJapanese(later));
        expect(ja(inJapanese(later), -days)).toBe(inJapanese(date));
        expect(en(inEnglish(date), days)).toBe(inEnglish(later));
        expect(en(inEnglish(later), -days)).toBe(inEnglish(date));
      }),
      { numRuns: 1000 },
    );
  });
});

const inJapanese = (date: Date): string =>
  `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日（${'日月火水木金土'.charAt(date.getUTCDay())}）`;
const inEnglish = (date: Date): string =>
  date.toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

describe('an inbox', () => {
  const scenarios = [...shippedFiles].filter(([path]) => path.includes('/scenarios/'));

  it('of every pack is as right a week later as before: nothing new is wrong', () => {
    for (const [path, text] of scenarios.filter((_, index) => index % 6 === 0)) {
      const value: JsonValue = JSON.parse(text);
      const draft = openDraft(new Map([[path, text]]));
      const { changes } = shiftedDates(value, 7);
      const moved = changeValues(draft, path, changes);
      const rules = (one: typeof draft | undefined): readonly string[] =>
        [...(one?.files.values() ?? [])]
          .flatMap(problemsOf)
          .map(({ rule, path: at }) => `${rule} ${at.join('/')}`);
      expect(rules(moved)).toEqual(rules(draft));
      expect(textsOf(moved ?? draft).get(path)).not.toBe(text);
    }
  });

  it('that is not moved does not change', () => {
    const [, text = '{}'] = scenarios[0] ?? [];
    expect(shiftedDates(JSON.parse(text), 0)).toEqual({ changes: [], doubtful: [] });
  });

  it('moves its moments and keeps their times and zones', () => {
    const value = { clock, messages: [{ sent: '2026-12-31T23:30:00.5+09:00', id: '2026-12-31' }] };
    expect(shiftedDates(value, 1).changes).toEqual([
      { kind: 'set', path: ['clock'], value: '2026-11-19T09:00:00+09:00' },
      { kind: 'set', path: ['messages', 0, 'sent'], value: '2027-01-01T23:30:00.5+09:00' },
    ]);
  });
});
