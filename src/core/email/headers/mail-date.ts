/** Dates of header fields (RFC 5322, 3.3), also in the older and sloppier forms that mail programs write. */
import { instantOf } from '../compose/calendar.ts';

/** A date of a header field. */
export interface MailDate {
  /** Milliseconds since 1970. */
  readonly instant: number;
  /** Such as +0900; -0000 if the zone is unknown (RFC 5322, 3.3). */
  readonly zone: string;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** RFC 5322, 4.3, and JST, which Japanese programs wrote. Any other name says nothing. */
const zones: Readonly<Record<string, string>> = {
  UT: '+0000',
  UTC: '+0000',
  GMT: '+0000',
  Z: '+0000',
  EST: '-0500',
  EDT: '-0400',
  CST: '-0600',
  CDT: '-0500',
  MST: '-0700',
  MDT: '-0600',
  PST: '-0800',
  PDT: '-0700',
  JST: '+0900',
};
const longest = 200;
const written =
  /(\d{1,2})[ -]+([a-z]{3})[a-z]*[ -]+(\d{4}|\d{2})[ ,]+(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?(?:\.\d{1,9})? *([+-]\d{4}|[a-z]{1,5})?/i;

/** Reads the date of a field; undefined if it names no date and time. */
export function mailDateOf(text: string): MailDate | undefined {
  const found = written.exec(text.slice(-longest).replaceAll(/\s+/g, ' '));
  if (found === null) return undefined;
  const [, date = '', name = '', year = '', hours = '', minutes = '', seconds = '0', zone = ''] = found;
  const month = months.indexOf(name.toLowerCase()) + 1;
  const offset = /^[+-]/.test(zone) ? zone : (zones[zone.toUpperCase()] ?? '-0000');
  const instant = instantOf(
    `${fullYear(year)}-${two(String(month))}-${two(date)}T${two(hours)}:${two(minutes)}:${two(seconds)}${offset}`,
  );
  const possible =
    month > 0 &&
    isUpTo(date, 31) &&
    isUpTo(hours, 24) &&
    isUpTo(minutes, 59) &&
    isUpTo(offset.slice(1), 1_459);
  return possible && !Number.isNaN(instant) ? { instant, zone: offset } : undefined;
}

const two = (digits: string): string => digits.padStart(2, '0');
const isUpTo = (digits: string, most: number): boolean => Number(digits) <= most;

/** RFC 5322, 4.3: two digits are of 1950 to 2049. */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) < 50 ? `20${year}` : `19${year}`;
}
