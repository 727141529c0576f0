import { useMemo } from 'react';
import { layBody } from '../core/scenario/layout/blocks.ts';
import type { Lesson } from '../core/scenario/format/pack.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage } from '../i18n/setup.ts';
import { Body } from '../inbox/message/Body.tsx';
import { MarksProvider, unmarked } from '../inbox/marks.tsx';
import { focusOnce } from '../ui/focus-once.ts';
import { titleClass } from '../ui/title-class.ts';

interface LessonScreenProps {
  readonly lesson: Lesson;
  readonly assets: string;
  readonly onLeave: () => void;
}

/** A short illustrated page about one concept. */
export default function LessonScreen({ lesson, assets, onLeave }: LessonScreenProps) {
  const { t, language } = useLanguage();
  const blocks = useMemo(() => layBody(lesson.body, 'lesson'), [lesson]);
  return (
    <main className="sheet lesson-page">
      <h1 tabIndex={-1} ref={focusOnce} className={titleClass(pick(lesson.title, language))}>
        {pick(lesson.title, language)}
      </h1>
      <MarksProvider marks={unmarked}>
        <Body blocks={blocks} assets={assets} />
      </MarksProvider>
      <div className="dialog-actions">
        <button type="button" className="button main" onClick={onLeave}>
          {t('app.back')}
        </button>
      </div>
    </main>
  );
}
