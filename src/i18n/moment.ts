/**
 * Times as a mail client shows them: in the time zone of the inbox, relative to its clock. `moment` and `clock` are
 * ISO 8601.
 */
import type { Language } from './language.ts';

/** English dates are British (day first), in messages and around them. */
export const locales = { ja: 'ja-JP', en: 'en-GB' } satisfies Record<Language, string>;

const hour = 3_600_000;
const day = 24 * hour;

/** Minutes east of UTC, from the end of an ISO 8601 time. */
function offsetMinutes(moment: string): number {
  const zone = /([+-])(\d\d):(\d\d)$/.exec(moment);
  if (zone === null) return 0;
  const minutes = Number(zone[2]) * 60 + Number(zone[3]);
  return zone[1] === '-' ? -minutes : minutes;
}

/** The moment shifted so that its UTC fields read as the wall clock of the inbox. */
function wallClock(moment: string, clock: string): Date {
  return new Date(Date.parse(moment) + offsetMinutes(clock) * 60_000);
}

const format = (language: Language, options: Intl.DateTimeFormatOptions, date: Date): string =>
  new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' }).format(date);

/** Short form for a list: the time if today, otherwise the day. Made without `Intl`, which would delay the first list. */
export function listTime(moment: string, clock: string, language: Language): string {
  const sent = wallClock(moment, clock);
  const now = wallClock(clock, clock);
  if (sent.toISOString().slice(0, 10) === now.toISOString().slice(0, 10)) {
    return `${sent.getUTCHours()}:${String(sent.getUTCMinutes()).padStart(2, '0')}`;
  }
  const [month, day] = [sent.getUTCMonth(), sent.getUTCDate()];
  return language === 'ja' ? `${month + 1}/${day}` : `${day} ${shortMonths[month]}`;
}

/** Where a message stands in a list grouped by time. */
export interface ListGroup {
  readonly ago: 'today' | 'yesterday' | 'earlier';
  /** The day, or the month of an earlier one. */
  readonly date: string;
}

/** The group of a message in a list. Made without `Intl`, which would delay the first list. */
export function listGroup(moment: string, clock: string, language: Language): ListGroup {
  const sent = wallClock(moment, clock);
  const [now, then] = [wallClock(clock, clock), sent].map((date) => Math.floor(date.getTime() / day));
  const ago = now === then ? 'today' : (now ?? 0) - (then ?? 0) === 1 ? 'yesterday' : 'earlier';
  const month = sent.getUTCMonth();
  if (ago === 'earlier')
    return { ago, date: language === 'ja' ? `${month + 1}月` : (longMonths[month] ?? '') };
  const [date, weekday] = [sent.getUTCDate(), sent.getUTCDay()];
  return {
    ago,
    date:
      language === 'ja'
        ? `${month + 1}月${date}日(${'日月火水木金土'[weekday]})`
        : `${shortDays[weekday]} ${date} ${shortMonths[month]}`,
  };
}

const shortDays = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');
const longMonths =
  'January February March April May June July August September October November December'.split(' ');

/** Months as British English shortens them. */
const shortMonths = 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'.split(' ');

/** The day without the time. */
export function dayOf(moment: string, clock: string, language: Language): string {
  return format(
    language,
    { year: 'numeric', month: language === 'ja' ? 'long' : 'short', day: 'numeric' },
    wallClock(moment, clock),
  );
}

/** Units for an age, each with the age below which it reads best. */
const units = [
  { unit: 'hour', length: hour, below: day },
  { unit: 'day', length: day, below: 60 * day },
  { unit: 'month', length: 30.44 * day, below: 730 * day },
  { unit: 'year', length: 365.25 * day, below: Infinity },
] as const;

/** How long before the clock something happened, such as 3日前 or "3 days ago", rounded down. */
export function timeSince(moment: string, clock: string, language: Language): string {
  const passed = Date.parse(clock) - Date.parse(moment);
  const { unit, length } = units.find(({ below }) => Math.abs(passed) < below) ?? units[0];
  const words = new Intl.RelativeTimeFormat(locales[language]).format(-Math.trunc(passed / length), unit);
  return language === 'ja' ? words.replaceAll(/\s/g, '') : words;
}

/** Day, weekday and time, for an open message. */
export function fullTime(moment: string, clock: string, language: Language): string {
  const sent = wallClock(moment, clock);
  const day = format(
    language,
    { year: 'numeric', month: language === 'ja' ? 'long' : 'short', day: 'numeric', weekday: 'short' },
    sent,
  );
  return `${day} ${timeOfDay(moment, clock, language)}`;
}

/** Hours and minutes. */
export function timeOfDay(moment: string, clock: string, language: Language): string {
  return format(language, { hour: 'numeric', minute: '2-digit', hour12: false }, wallClock(moment, clock));
}

/** A day split into the parts of a tear-off calendar page. */
export function calendarLeaf(
  moment: string,
  clock: string,
  language: Language,
): { readonly month: string; readonly day: string; readonly weekday: string } {
  const date = wallClock(moment, clock);
  return {
    month: format(language, { month: 'short' }, date),
    day: String(date.getUTCDate()),
    weekday: format(language, { weekday: 'short' }, date),
  };
}
