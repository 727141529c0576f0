/** Moments of clocks and files that may stand anywhere, such as a device's clock in the year 275,760. */

/** The day before the last that is written with four digits for its year, so that no zone leads beyond it. */
const lastMoment = Date.UTC(9999, 11, 30);

/** The nearest moment that every calendar and every standard can write, 1970 to 9999; both in milliseconds since 1970. */
export function datable(at: number): number {
  return Number.isNaN(at) ? 0 : Math.min(lastMoment, Math.max(0, at));
}

/** A moment as ISO 8601 writes it, in UTC; never throws. */
export const isoMoment = (at: number): string => new Date(datable(at)).toISOString();
