/** Instants and calendar dates without the system clock (proleptic Gregorian, as in ISO 8601 and RFC 5322). */

const day = 86_400_000;

/**
 * Milliseconds since 1970 of an ISO 8601 time with an offset, such as 2026-04-08T10:15:00+09:00; NaN for any other
 * text.
 */
export function instantOf(moment: string): number {
  const found = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|([+-])(\d\d):?(\d\d))$/.exec(
    moment,
  );
  if (found === null) return Number.NaN;
  const [, year, month, date, hours, minutes, seconds = '0', sign = '+', zoneHours = '0', zoneMinutes = '0'] =
    found;
  const days = daysBefore(Number(year), Number(month), Number(date));
  const offset = (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === '-' ? -1 : 1);
  return days * day + ((Number(hours) * 60 + Number(minutes) - offset) * 60 + Number(seconds)) * 1_000;
}

/** Days since 1970-01-01. Years start in March here, so that the leap day is the last day of a year. */
function daysBefore(year: number, month: number, date: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const leaps = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leaps + dayOfYear - 719_468;
}

/** Date and time on a calendar. */
export interface CivilTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly date: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

/** The date and time in UTC at an instant (milliseconds since 1970). */
export function civilTime(instant: number): CivilTime {
  const days = Math.floor(instant / day);
  const secondOfDay = Math.floor((instant - days * day) / 1_000);
  const sinceMarch = days + 719_468;
  const era = Math.floor(sinceMarch / 146_097);
  const dayOfEra = sinceMarch - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((fromMarch + 2) % 12) + 1;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
    weekday: (((days + 4) % 7) + 7) % 7,
    hours: Math.floor(secondOfDay / 3_600),
    minutes: Math.floor(secondOfDay / 60) % 60,
    seconds: secondOfDay % 60,
  };
}
