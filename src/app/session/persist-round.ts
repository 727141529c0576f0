/** Connects a running game to its stored moves. */
import type { Game } from '../../play/store.ts';
import type { Memory } from '../../device/memory.ts';

/**
 * Keeps each move of a game as it happens under a round's key, and takes over those made in another tab, or after this page while it
 * lay in the browser's back-forward cache, until the returned function is called.
 */
export function persistRound(memory: Memory, key: string, game: Game): () => void {
  const unsubscribe = game.onEvent((event) => {
    if (event.kind === 'moved') for (const move of event.made) void memory.keepMove(key, move);
    if (event.kind === 'opened') void memory.keepOpen(key, event.message);
  });
  let isOver = false;
  const takeOver = (): void =>
    void memory.round(key).then(({ moves }) => {
      if (!isOver) game.replaceMoves(moves);
    });
  const unfollow = memory.follow((change) => {
    if (change.kind === 'everything' || change.key === key) takeOver();
  });
  const onShown = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) takeOver();
  };
  addEventListener('pageshow', onShown);
  return () => {
    isOver = true;
    unsubscribe();
    unfollow();
    removeEventListener('pageshow', onShown);
  };
}
