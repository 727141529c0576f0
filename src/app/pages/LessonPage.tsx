import { useEffect, useState } from 'react';
import type { Lesson } from '../../core/scenario/format/pack.ts';
import type { Outcome } from '../../core/scenario/read/problem.ts';
import LessonScreen from '../../explain/LessonScreen.tsx';
import { useLanguage } from '../../i18n/setup.ts';
import { readLesson } from '../../packs/content.ts';
import ProblemScreen from '../shell/ProblemScreen.tsx';
import type { Route } from '../route.ts';

interface LessonPlaceProps {
  readonly route: Extract<Route, { screen: 'lesson' }>;
  readonly assets: string;
  readonly onLeave: () => void;
}

/** Fetches a lesson and shows it. */
export default function LessonPlace({ route, assets, onLeave }: LessonPlaceProps) {
  const { t } = useLanguage();
  const [loaded, setLoaded] = useState<Outcome<Lesson>>();
  useEffect(() => void readLesson(route.pack, route.lesson).then(setLoaded), [route.pack, route.lesson]);
  if (loaded === undefined) return <p className="waiting">{t('app.loading')}</p>;
  if (!loaded.ok) return <ProblemScreen problems={loaded.problems} onLeave={onLeave} />;
  return <LessonScreen lesson={loaded.value} assets={assets} onLeave={onLeave} />;
}
