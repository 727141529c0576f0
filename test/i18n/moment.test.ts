import { describe, expect, it } from 'vitest';
import { listTime, locales } from '../../src/i18n/moment.ts';

describe('listTime', () => {
  const clock = '2026-12-31T23:59:00+09:00';

  it.each(['ja', 'en'] as const)('writes every day of a year as Intl does, in %s', (language) => {
    const intl = new Intl.DateTimeFormat(locales[language], {
      ...(language === 'ja' ? { month: 'numeric', day: 'numeric' } : { day: 'numeric', month: 'short' }),
      timeZone: 'UTC',
    });
    for (let day = 0; day < 365; day += 1) {
      const date = new Date(Date.UTC(2025, 0, 1 + day));
      expect(listTime(`${date.toISOString().slice(0, 10)}T12:00:00+09:00`, clock, language)).toBe(
        intl.format(date),
      );
    }
  });

  it('writes the time of today, on the clock of the inbox', () => {
    expect(listTime('2026-12-31T00:05:00+09:00', clock, 'ja')).toBe('0:05');
    expect(listTime('2026-12-31T00:12:00+00:00', clock, 'en')).toBe('9:12');
    expect(listTime('2026-12-30T23:59:00+09:00', clock, 'en')).toBe('30 Dec');
  });
});
