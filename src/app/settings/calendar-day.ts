import { datable } from '../../core/scenario/read/datable.ts';

/** The day of a moment (milliseconds since 1970) by the calendar of this device, such as 2026-11-30. */
export function calendarDay(moment: number): string {
  const date = new Date(datable(moment));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
