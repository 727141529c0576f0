import fc from 'fast-check';
import { expect, it } from 'vitest';
import { civilTime, instantOf } from '../../../../src/core/email/compose/calendar.ts';

const date = fc.date({ min: new Date('1600-01-01'), max: new Date('9990-01-01'), noInvalidDate: true });

it('instantOf and civilTime agree with the platform', () => {
  fc.assert(
    fc.property(date, (moment) => {
      const whole = new Date(Math.floor(moment.getTime() / 1_000) * 1_000);
      expect(instantOf(whole.toISOString())).toBe(whole.getTime());
      expect(civilTime(whole.getTime())).toEqual({
        year: whole.getUTCFullYear(),
        month: whole.getUTCMonth() + 1,
        date: whole.getUTCDate(),
        weekday: whole.getUTCDay(),
        hours: whole.getUTCHours(),
        minutes: whole.getUTCMinutes(),
        seconds: whole.getUTCSeconds(),
      });
    }),
    { numRuns: 1_000 },
  );
});

it('instantOf uses the offset and refuses other texts', () => {
  expect(instantOf('2026-04-08T10:15:00+09:00')).toBe(Date.parse('2026-04-08T01:15:00Z'));
  expect(instantOf('2026-04-08T10:15-03:30')).toBe(Date.parse('2026-04-08T13:45:00Z'));
  expect(instantOf('yesterday')).toBeNaN();
});
