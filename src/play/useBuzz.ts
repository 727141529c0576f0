import { useEffect } from 'react';
import { buzz } from '../ui/sound/buzz.ts';
import type { Game } from './store.ts';

/** Makes a stamp felt. */
export function useBuzz(game: Game): void {
  useEffect(
    () =>
      game.onEvent((event) => {
        if (event.kind === 'moved' && event.made.at(-1)?.kind === 'flag') buzz();
      }),
    [game],
  );
}
