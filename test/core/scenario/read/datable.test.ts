import { describe, expect, it } from 'vitest';
import { movesFrom } from '../../../../src/core/engine/move-log.ts';
import { reminder } from '../../../../src/core/record/reminder.ts';
import { isoMoment } from '../../../../src/core/scenario/read/datable.ts';
import { dateInWords } from '../../../../src/i18n/number-words.ts';
import { cmiTime, timestamp } from '../../../../src/lms/durations.ts';
import { calendarDay } from '../../../../src/app/settings/calendar-day.ts';
import { dayInTokyo } from '../../../../src/app/pages/prepare-round.ts';

const beyond = [8.64e15, -8.64e15, 8.64e15 + 1, 1e300, Infinity, -Infinity, NaN, -1, 253_402_300_799_999];

describe('a moment of a clock with any setting', () => {
  it.each(beyond)('is written in a form that every standard accepts: %s', (at) => {
    expect(isoMoment(at)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(timestamp(at)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\dZ$/);
    expect(cmiTime(at)).toMatch(/^\d\d:\d\d:\d\d$/);
    expect(calendarDay(at)).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(dayInTokyo(at)).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(dateInWords(at, 'ja')).toContain('年');
    expect(reminder({ day: calendarDay(at), writtenAt: at, title: 'x', text: 'x' })).toContain('VEVENT');
  });

  it('is unchanged within the range of calendars', () => {
    expect(isoMoment(Date.UTC(2026, 3, 8, 1, 2, 3, 4))).toBe('2026-04-08T01:02:03.004Z');
    expect(dayInTokyo(Date.UTC(2026, 3, 8, 15))).toBe('2026-04-09');
  });

  it('is no valid time of a move if no Date can hold it', () => {
    const move = { kind: 'open', message: 'notice' };
    expect(
      movesFrom([
        { ...move, at: 8.64e15 },
        { ...move, at: 1e300 },
        { ...move, at: -1 },
      ]),
    ).toEqual([
      { ...move, at: 8.64e15 },
      { ...move, at: -1 },
    ]);
  });
});
