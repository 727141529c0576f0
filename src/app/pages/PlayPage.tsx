import { useCallback } from 'react';
import type { ReadIndex } from '../../packs/content.ts';
import { useAsked } from '../../ui/asked.tsx';
import type { Route } from '../route.ts';
import { PlayedRound, type Playing } from './PlayedRound.tsx';
import { readInbox } from './read-inbox.ts';
import { ReadScreen } from './ReadScreen.tsx';

interface PlayPageProps extends Playing {
  readonly route: Extract<Route, { screen: 'play' }>;
  readonly index: ReadIndex;
}

/** Plays a whole scenario. */
export function PlayPage({ route, index, ...playing }: PlayPageProps) {
  const asked = useAsked(useCallback(() => readInbox(route, index), [route, index]));
  return (
    <ReadScreen asked={asked} onLeave={() => playing.onGo({ screen: 'start' })}>
      {(round) => <PlayedRound round={round} route={route} {...playing} />}
    </ReadScreen>
  );
}
