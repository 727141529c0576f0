/** The day of a moment (milliseconds since 1970) where the player is, as a running number. */
export function localDay(moment: number): number {
  const at = new Date(moment);
  return Math.round(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / millisecondsOfDay);
}

/** The day of the month of a running number. */
export const dayOfMonth = (day: number): number => new Date(day * millisecondsOfDay).getUTCDate();

/** The weekday of a running number, 0 being Sunday. */
export const weekdayOf = (day: number): number => new Date(day * millisecondsOfDay).getUTCDay();

const millisecondsOfDay = 86_400_000;
