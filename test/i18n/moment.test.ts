import { describe, expect, it } from 'vitest';
import { listGroup, listTime, locales } from '../../src/i18n/moment.ts';

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

describe('listGroup', () => {
  const clock = '2026-11-24T10:30:00+09:00';

  it.each([
    ['2026-11-24T00:00:00+09:00', 'today', '11月24日(火)', 'Tue 24 Nov'],
    ['2026-11-23T14:59:00Z', 'yesterday', '11月23日(月)', 'Mon 23 Nov'],
    ['2026-11-22T23:59:00+09:00', 'earlier', '11月', 'November'],
    ['2026-10-31T08:00:00+09:00', 'earlier', '10月', 'October'],
  ] as const)('puts %s in the group of its day, or of its month if it is older', (sent, ago, ja, en) => {
    expect(listGroup(sent, clock, 'ja')).toEqual({ ago, date: ja });
    expect(listGroup(sent, clock, 'en')).toEqual({ ago, date: en });
  });
});
