/** Durations and times as the standards write them. */
import { isoMoment } from '../core/scenario/read/datable.ts';

/** Milliseconds as `HHHH:MM:SS.SS` (SCORM 1.2 RTE, CMITimespan), from 0 to 9999 hours. */
export function timespan(milliseconds: number): string {
  const hundredths = Math.min(Math.max(0, Math.round(milliseconds / 10)), 9999 * 360_000 + 359_999);
  const hours = Math.floor(hundredths / 360_000);
  const minutes = Math.floor(hundredths / 6_000) % 60;
  const seconds = (hundredths % 6_000) / 100;
  return `${pad(hours, 4)}:${pad(minutes, 2)}:${seconds.toFixed(2).padStart(5, '0')}`;
}

/** Milliseconds as `PT1H2M3.45S`: ISO 8601 with at most two decimals, as SCORM 2004 and xAPI require. Below 0 counts as 0. */
export function duration(milliseconds: number): string {
  const hundredths = Math.max(0, Math.round(milliseconds / 10));
  const hours = Math.floor(hundredths / 360_000);
  const minutes = Math.floor(hundredths / 6_000) % 60;
  const seconds = (hundredths % 6_000) / 100;
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${seconds}S`;
}

/** The time of day in UTC as `HH:MM:SS` (SCORM 1.2 RTE, CMITime). `at` is in milliseconds since 1970. */
export function cmiTime(at: number): string {
  return isoMoment(at).slice(11, 19);
}

/** A time in UTC as `2026-01-31T12:00:00.00Z`: Moodle accepts no more than two decimals in SCORM 2004. `at` is in milliseconds since 1970. */
export function timestamp(at: number): string {
  return `${isoMoment(at).slice(0, 22)}Z`;
}

const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');
