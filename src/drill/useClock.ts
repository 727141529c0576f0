/** The clock of a drill in words. */
import type { Timeline } from '../core/scenario/format/drill.ts';
import { pick } from '../i18n/language.ts';
import { useSentences } from '../i18n/setup.ts';

/** Returns a function that says how long after the event a minute is: "12 min after the click". */
export function useClock({ since }: Timeline): (minute: number) => string {
  const { t, language } = useSentences('drill');
  const event = pick(since, language);
  const duration = (minute: number): string => {
    // Up to two days are told in hours, as people do.
    if (minute >= 2 * 24 * 60) return t('clock.days', { days: Math.floor(minute / (24 * 60)) });
    const hours = Math.floor(minute / 60);
    const minutes = minute % 60;
    if (hours === 0) return t('clock.minutes', { minutes });
    return minutes === 0 ? t('clock.hours', { hours }) : t('clock.hoursMinutes', { hours, minutes });
  };
  return (minute) =>
    minute === 0
      ? t('clock.start', { since: event })
      : t('clock.after', { since: event, time: duration(minute) });
}
