import { useCallback } from 'react';
import type { ContentIndex } from '../../core/scenario/format/pack.ts';
import type { Packs } from '../../packs/content.ts';
import { useAsked } from '../../ui/asked.tsx';
import type { Route } from '../route.ts';
import { nextInbox } from './next-inbox.ts';
import { PlayedRound, type Playing } from './PlayedRound.tsx';
import { readInbox } from './read-inbox.ts';
import { ReadScreen } from './ReadScreen.tsx';

interface PlayPageProps extends Playing {
  readonly route: Extract<Route, { screen: 'play' }>;
  readonly packs: Packs;
  /** Without it, only the link to the next inbox is missing. */
  readonly content: ContentIndex | undefined;
}

/** Plays a whole scenario. */
export function PlayPage({ route, packs, content, ...playing }: PlayPageProps) {
  const asked = useAsked(useCallback(() => readInbox(route, packs), [route, packs]));
  const next = content && nextInbox(content, route);
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
