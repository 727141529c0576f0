/** Times from clocks and files may be anything: a device's clock can show the year 275,760. */

/** The last day but one with a four-digit year, so that no time zone goes beyond it. */
const lastMoment = Date.UTC(9999, 11, 30);

/** Limits a time to 1970 to 9999, which every calendar and standard can write. In milliseconds since 1970. */
export function datable(at: number): number {
  return Number.isNaN(at) ? 0 : Math.min(lastMoment, Math.max(0, at));
}

/** A time in ISO 8601, in UTC; never throws. */
export const isoMoment = (at: number): string => new Date(datable(at)).toISOString();
