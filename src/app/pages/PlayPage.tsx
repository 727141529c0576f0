import { useCallback } from 'react';
import type { Packs } from '../../packs/content.ts';
import { useAsked, useSettled } from '../../ui/asked.tsx';
import type { Route } from '../route.ts';
import { nextInbox } from './next-inbox.ts';
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
  // Without the index of packs, only the link to the next inbox is missing.
  const index = useSettled(
    useAsked(useCallback(() => packs.index().catch(() => undefined), [packs])).promise,
  );
  const next = index?.ok ? nextInbox(index.value, route) : undefined;
  return (
    <ReadScreen asked={asked} onLeave={() => playing.onGo({ screen: 'start' })}>
      {(round) => (
        <PlayedRound
          round={round}
          route={route}
          next={next && { title: next.title, onGo: () => playing.onGo(next.route) }}
          {...playing}
        />
      )}
    </ReadScreen>
  );
}
