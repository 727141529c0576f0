/** All dates of an inbox, moved by some days: its moments, and the dates that its texts spell out. */
import { type Language, languages } from '../scenario/format/vocabulary.ts';
import type { Path } from '../scenario/read/locate.ts';
import type { ValueChange } from './change-text.ts';
import { isList, type JsonValue, memberOf, membersOf } from './json.ts';
import { shiftedText } from './written-dates.ts';

/** Words that may name a day, which only a person can move. */
export interface DoubtfulDate {
  /** Leads from the root of the scenario to the text. */
  readonly path: Path;
  readonly language: Language;
  readonly words: string;
}

/** The changes that move the dates of a scenario, and what could not be moved. */
export interface ShiftedDates {
  readonly changes: readonly ValueChange[];
  readonly doubtful: readonly DoubtfulDate[];
}

/**
 * Moves every date of a scenario by whole days. Times of the day and zones stay. A weekday beside a date moves along, so one that was
 * wrong on purpose stays wrong. Law: moving there and back leaves every text with full dates as it was.
 */
export function shiftedDates(scenario: JsonValue, days: number): ShiftedDates {
  const clock = memberOf(scenario, 'clock');
  const changes: ValueChange[] = [];
  const doubtful: DoubtfulDate[] = [];
  const inText = (text: string, path: Path, language: Language): void => {
    const moved = shiftedText(text, language, days, typeof clock === 'string' ? clock : '');
    if (moved.text !== text) changes.push({ kind: 'set', path, value: moved.text });
    doubtful.push(...moved.doubtful.map((words) => ({ path, language, words })));
  };
  const visit = (value: JsonValue, path: Path): void => {
    if (typeof value === 'string') {
      const moved = shiftedMoment(value, days);
      if (moved !== undefined && moved !== value) changes.push({ kind: 'set', path, value: moved });
    } else if (typeof value === 'object' && value !== null) {
      if (isList(value)) value.forEach((item, index) => visit(item, [...path, index]));
      else for (const [key, member] of membersOf(value)) visitMember(key, member, path);
    }
  };
  const visitMember = (key: string, member: JsonValue, path: Path): void => {
    const language = languages.find((one) => one === key);
    // A quotation follows the text that it quotes.
    if (key === 'quote') return;
    if (language === undefined) visit(member, [...path, key]);
    else if (typeof member === 'string') inText(member, [...path, key], language);
    else if (isList(member)) {
      member.forEach((run, index) => {
        const at = [...path, key, index];
        const text = memberOf(run, 'text');
        if (typeof run === 'string') inText(run, at, language);
        else if (typeof text === 'string') inText(text, [...at, 'text'], language);
      });
    }
  };
  if (days !== 0) visit(scenario, []);
  return { changes, doubtful };
}

/** A moment of the format on another day; undefined for any other text. */
function shiftedMoment(text: string, days: number): string | undefined {
  const [, date, rest] =
    /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))$/.exec(text) ?? [];
  const at = Date.parse(`${date}T00:00:00Z`);
  if (rest === undefined || Number.isNaN(at)) return undefined;
  const moved = new Date(at + days * 86_400_000);
  const year = moved.getUTCFullYear();
  // The format has four digits for a year.
  return year < 1000 || year > 9999 ? undefined : `${moved.toISOString().slice(0, 10)}${rest}`;
}
