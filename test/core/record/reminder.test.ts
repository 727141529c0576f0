import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reminder } from '../../../src/core/record/reminder.ts';

const entry = {
  day: '2026-11-30',
  writtenAt: Date.UTC(2026, 10, 24, 10, 5, 6),
  title: '見極め:次の練習',
  text: '5分ほどの練習です。',
};

/** A parser for the grammar of RFC 5545, 3.1 and 3.3.11, written from the RFC and independent of the writer. */
function propertiesOf(file: string): readonly (readonly [name: string, value: string])[] {
  const lines = file.replaceAll('\r\n ', '').split('\r\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => {
    const [, name = '', value = ''] = /^([A-Z0-9-]+(?:;[A-Z0-9-]+=[^:;]+)*):(.*)$/su.exec(line) ?? [];
    return [name, value];
  });
}

const textOf = (value: string): string =>
  value.replaceAll(/\\([\\;,nN])/g, (_, character: string) =>
    character.toLowerCase() === 'n' ? '\n' : character,
  );

const valueOf = (file: string, wanted: string): string | undefined =>
  propertiesOf(file).find(([name]) => name === wanted)?.[1];

describe('the entry for a calendar', () => {
  it('has exactly the bytes that RFC 5545 requires', () => {
    expect(reminder(entry)).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Mikiwame//Practice//EN',
        'METHOD:PUBLISH',
        'BEGIN:VEVENT',
        'UID:5d0c4a5e-9f1b-4c67-8a43-6d696b697761',
        'DTSTAMP:20261124T100506Z',
        'SEQUENCE:29925245',
        'DTSTART;VALUE=DATE:20261130',
        'SUMMARY:見極め:次の練習',
        'DESCRIPTION:5分ほどの練習です。',
        'TRANSP:TRANSPARENT',
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'TRIGGER:PT9H',
        'DESCRIPTION:見極め:次の練習',
        'END:VALARM',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it('keeps its UID and increases its sequence, so that a calendar moves the entry', () => {
    const later = reminder({ ...entry, day: '2026-12-24', writtenAt: entry.writtenAt + 60_000 });
    expect(valueOf(later, 'UID')).toBe(valueOf(reminder(entry), 'UID'));
    expect(Number(valueOf(later, 'SEQUENCE'))).toBeGreaterThan(Number(valueOf(reminder(entry), 'SEQUENCE')));
    expect(Number(valueOf(later, 'SEQUENCE'))).toBeLessThan(2 ** 31);
  });

  it('folds any text into lines of at most 75 bytes, without cutting a character', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 300 })
      .filter((one) => !/[\p{Cc}\p{Cs}]/u.test(one));
    fc.assert(
      fc.property(text, text, (title, more) => {
        const file = reminder({ ...entry, title, text: `${title}\n${more}\\;,` });
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(Buffer.from(line).toString()).toBe(line);
        }
        expect(textOf(valueOf(file, 'SUMMARY') ?? '')).toBe(title);
        expect(textOf(valueOf(file, 'DESCRIPTION') ?? '')).toBe(`${title}\n${more}\\;,`);
      }),
    );
  });

  it('never lets a text start a new line', () => {
    const file = reminder({ ...entry, title: 'a\r\nATTENDEE:mailto:x@example.com\rX:1\u0000' });
    expect(propertiesOf(file).map(([name]) => name)).toEqual(
      propertiesOf(reminder(entry)).map(([name]) => name),
    );
  });

  it.each(['2026-13-01', 'tomorrow', '2026-1-1', ''])('refuses %o as a day', (day) => {
    expect(() => reminder({ ...entry, day })).toThrow(RangeError);
  });
});
