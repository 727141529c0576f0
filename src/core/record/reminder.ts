/**
 * The next practice as a calendar entry (iCalendar, RFC 5545): an all-day event with a reminder that morning, and
 * nothing personal.
 */
import { datable, isoMoment } from '../scenario/read/datable.ts';

interface Reminder {
  /** In the player's own calendar, such as 2026-11-30. */
  readonly day: string;
  /** When the entry was written, in milliseconds since 1970. A later entry replaces an earlier one. */
  readonly writtenAt: number;
  /** In the player's language. */
  readonly title: string;
  readonly text: string;
}

/** Always the same, so that a calendar moves its one entry instead of collecting several. */
const uid = '5d0c4a5e-9f1b-4c67-8a43-6d696b697761';

/** The text of an .ics file. Throws a RangeError if `day` is not a date. */
export function reminder({ day, writtenAt, title, text }: Reminder): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mikiwame//Practice//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${basic(isoMoment(writtenAt))}`,
    // Calendars update a known entry only if this number has grown.
    `SEQUENCE:${Math.floor(datable(writtenAt) / 60_000)}`,
    `DTSTART;VALUE=DATE:${basicDay(day)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:PT9H',
    `DESCRIPTION:${escaped(title)}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** 2026-11-24T10:00:00.000Z → 20261124T100000Z. */
const basic = (moment: string): string => moment.replaceAll(/[-:]|\.\d+/g, '');

function basicDay(day: string): string {
  const moment = Date.parse(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !Number.isFinite(moment)) throw new RangeError(`no day: ${day}`);
  return basic(day);
}

/** RFC 5545, 3.3.11: these characters are special; other control characters are not allowed. */
function escaped(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n')
    .replaceAll(/\p{Cc}/gu, ' ');
}

/** RFC 5545, 3.1: no line is longer than 75 bytes, and no character is split. */
function folded(line: string): string {
  let written = '';
  let room = 75;
  for (const character of line) {
    const size = sizeOf(character);
    if (size > room) {
      written += '\r\n ';
      room = 74;
    }
    written += character;
    room -= size;
  }
  return written;
}

/** Bytes in UTF-8. */
function sizeOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
