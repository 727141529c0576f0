import { useCallback } from 'react';
import LessonScreen from '../../explain/LessonScreen.tsx';
import { assetsOf, type Packs } from '../../packs/content.ts';
import { useAsked } from '../../ui/asked.tsx';
import type { Route } from '../route.ts';
import { ReadScreen } from './ReadScreen.tsx';

interface LessonPageProps {
  readonly route: Extract<Route, { screen: 'lesson' }>;
  readonly packs: Packs;
  readonly onLeave: () => void;
}

/** Fetches a lesson and shows it. */
export default function LessonPage({ route: { pack, lesson }, packs, onLeave }: LessonPageProps) {
  const asked = useAsked(useCallback(() => packs.lesson(pack, lesson), [packs, pack, lesson]));
  return (
    <ReadScreen asked={asked} onLeave={onLeave}>
      {(value) => <LessonScreen lesson={value} assets={assetsOf(pack)} onLeave={onLeave} />}
    </ReadScreen>
  );
}
