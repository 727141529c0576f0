import { useEffect } from 'react';
import { playTone } from '../ui/sound/sound.ts';
import type { Game } from './store.ts';
import { toneAfter } from './tone-after.ts';

/** Draws nothing; plays the sounds of a round. Moves made in another tab stay silent here. */
export default function Sounds({ game }: { readonly game: Game }) {
  useEffect(
    () =>
      game.onEvent((event) => {
        const tone = toneAfter(game, event, game.store.getState().moves);
        if (tone !== undefined && !document.hidden) void playTone(tone);
      }),
    [game],
  );
  return null;
}
