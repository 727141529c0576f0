/** The next practice as an entry for a calendar (iCalendar, RFC 5545): a whole day, a reminder that morning, nothing personal. */
import { datable, isoMoment } from '../scenario/read/datable.ts';

interface Reminder {
  /** The day by the player's own calendar, such as 2026-11-30. */
  readonly day: string;
  /** When the entry was written, in milliseconds since 1970: a later one takes an earlier one's place. */
  readonly writtenAt: number;
  /** In the player's language. */
  readonly title: string;
  readonly text: string;
}

/** Always the same, so that a calendar moves its one entry instead of gathering several. */
const uid = '5d0c4a5e-9f1b-4c67-8a43-6d696b697761';

/** The text of an .ics file; throws a RangeError if `day` is no day. */
export function reminder({ day, writtenAt, title, text }: Reminder): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mikiwame//Practice//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${basic(isoMoment(writtenAt))}`,
    // Calendars update an entry they know only where this has grown.
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

/** RFC 5545, 3.3.11: these have a meaning of their own; other control characters are not allowed. */
function escaped(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n')
    .replaceAll(/\p{Cc}/gu, ' ');
}

/** RFC 5545, 3.1: no line is longer than 75 bytes, and none is cut inside a character. */
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
