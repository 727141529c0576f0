import { useState } from 'react';
import type { RoundRecord } from '../core/record/round-record.ts';
import type { Language } from '../i18n/language.ts';
import { locales } from '../i18n/moment.ts';
import { dateInWords } from '../i18n/number-words.ts';
import { useLanguage, useSentences } from '../i18n/setup.ts';
import { dayOfMonth, localDay, weekdayOf } from '../ui/local-day.ts';

/** Whole weeks of the calendar, this one included. */
const weeks = 5;
/** Rounds shown before the others are unfolded. */
const mostShown = 8;

interface RoundDiaryProps {
  /** Oldest first. */
  readonly records: readonly RoundRecord[];
}

/** On which days rounds were finished, and every round with its date, the latest first. */
export function RoundDiary({ records }: RoundDiaryProps) {
  const { t } = useSentences('progress');
  const latest = records.toReversed();
  return (
    <div className="diary">
      <Calendar records={records} />
      <section className="insight">
        <h2>{t('diary.rounds')}</h2>
        <Rounds records={latest.slice(0, mostShown)} />
        {latest.length > mostShown && (
          <details>
            <summary>{t('diary.earlier', { count: latest.length - mostShown })}</summary>
            <Rounds records={latest.slice(mostShown)} />
          </details>
        )}
      </section>
    </div>
  );
}

function Calendar({ records }: RoundDiaryProps) {
  const { t, language } = useSentences('progress');
  const [today] = useState(() => localDay(Date.now()));
  const first = today - weekdayOf(today) - 7 * (weeks - 1);
  const days = records.map(({ endedAt }) => localDay(endedAt)).filter((day) => day >= first);
  const played = new Set(days);
  return (
    <section className="insight">
      <h2>{t('diary.calendar')}</h2>
      <p>{t('diary.days', { days: played.size, rounds: days.length })}</p>
      {/* The sentence and the list say the same. */}
      <div className="calendar figures" aria-hidden="true">
        {weekdays(language).map((name, at) => (
          <b key={at}>{name}</b>
        ))}
        {Array.from({ length: 7 * weeks }, (_, at) => first + at).map((day) => (
          <span
            key={day}
            className={played.has(day) ? 'stamped' : day === today ? 'today' : day > today ? 'to-come' : ''}
          >
            {dayOfMonth(day)}
          </span>
        ))}
      </div>
    </section>
  );
}

/** The initials of the weekdays, Sunday first. */
function weekdays(language: Language): readonly string[] {
  const format = new Intl.DateTimeFormat(locales[language], { weekday: 'narrow', timeZone: 'UTC' });
  // 1 January 2023 was a Sunday.
  return Array.from({ length: 7 }, (_, at) => format.format(Date.UTC(2023, 0, 1 + at)));
}

function Rounds({ records }: RoundDiaryProps) {
  const { t: tGame, language } = useLanguage();
  const { t } = useSentences('progress');
  return (
    <ol className="diary-rounds">
      {records.map(({ id, mode, endedAt, score, messages }) => (
        <li key={id}>
          <time dateTime={new Date(endedAt).toISOString()}>{dateInWords(endedAt, language)}</time>
          <span>{mode === 'scenario' ? t('diary.scenario') : tGame(`start.mode.${mode}.name`)}</span>
          <span className="figures">
            {t('shareOfMessages', {
              total: messages.length,
              count: messages.filter(({ truth, verdict }) => truth === verdict).length,
            })}
          </span>
          <strong className="figures">{t('diary.score', { score: Math.round(score) })}</strong>
        </li>
      ))}
    </ol>
  );
}
