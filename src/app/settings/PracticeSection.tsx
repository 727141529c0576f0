import { useCallback, useState } from 'react';
import { nextPractice, type Practice } from '../../core/record/practice.ts';
import { reminder } from '../../core/record/reminder.ts';
import { dateInWords } from '../../i18n/number-words.ts';
import { useSentences } from '../../i18n/setup.ts';
import type { Memory } from '../../device/memory.ts';
import { type Asked, useAsked, useSettled } from '../../ui/asked.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { saveFile } from '../../ui/leave-page.ts';
import { calendarDay } from './calendar-day.ts';

interface PracticeRead extends Practice {
  /** Milliseconds since 1970. */
  readonly readAt: number;
}

/** When to practise next, and a file that puts it into a calendar. */
export function PracticeSection({ memory }: { readonly memory: Memory }) {
  const asked = useAsked(
    useCallback(
      async (): Promise<PracticeRead> => ({ ...(await memory.practice()), readAt: Date.now() }),
      [memory],
    ),
  );
  return (
    <Loaded onAgain={asked.again}>
      <NextPractice key={asked.attempt} asked={asked} />
    </Loaded>
  );
}

function NextPractice({ asked }: { readonly asked: Asked<PracticeRead> }) {
  const { t, language } = useSentences('settings');
  const practice = useSettled(asked.promise);
  const [isSaved, setSaved] = useState(false);
  if (practice === undefined) return null;
  const due = nextPractice(practice.cards);
  const save = (day: string): void => {
    const text = reminder({
      day,
      writtenAt: Date.now(),
      title: t('practice.entryTitle'),
      text: t('practice.entryText'),
    });
    saveFile('mikiwame-practice.ics', 'text/calendar', [text]);
    setSaved(true);
  };
  return (
    <section>
      <h2>{t('practice.title')}</h2>
      {due === undefined ? (
        <p>{t('practice.none')}</p>
      ) : due <= practice.readAt ? (
        <p>{t('practice.due')}</p>
      ) : (
        <>
          <p>
            {t('practice.next', {
              date: dateInWords(due, language, 'full'),
            })}
          </p>
          <p className="settings-buttons">
            <button type="button" className="button" onClick={() => save(calendarDay(due))}>
              {t('practice.save')}
            </button>
          </p>
          <p role="status" className="soft">
            {isSaved && t('practice.saved')}
          </p>
        </>
      )}
    </section>
  );
}
