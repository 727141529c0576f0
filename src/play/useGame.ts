import { useStore } from 'zustand';
import type { Game, GameState } from './store.ts';

/** A part of the round's state. Re-renders when it changes. */
export function useGame<Part>(game: Game, select: (state: GameState) => Part): Part {
  return useStore(game.store, select);
}
