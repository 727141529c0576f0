import { useCallback } from 'react';
import type { Packs } from '../../packs/content.ts';
import { useAsked } from '../../ui/asked.tsx';
import type { Route } from '../route.ts';
import { PlayedRound, type Playing } from './PlayedRound.tsx';
import { readInbox } from './read-inbox.ts';
import { ReadScreen } from './ReadScreen.tsx';

interface PlayPageProps extends Playing {
  readonly route: Extract<Route, { screen: 'play' }>;
  readonly packs: Packs;
}

/** Plays a whole scenario. */
export function PlayPage({ route, packs, ...playing }: PlayPageProps) {
  const asked = useAsked(useCallback(() => readInbox(route, packs), [route, packs]));
  return (
    <ReadScreen asked={asked} onLeave={() => playing.onGo({ screen: 'start' })}>
      {(round) => <PlayedRound round={round} route={route} {...playing} />}
    </ReadScreen>
  );
}
