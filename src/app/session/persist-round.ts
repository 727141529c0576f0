/** Joins a game being played to what the device keeps of it. */
import type { Game } from '../../play/store.ts';
import type { Memory } from '../../device/memory.ts';

/**
 * Keeps each move of a game as it happens under a round's key, and lets in those made in another tab, until the function it gives
 * back is called.
 */
export function keepGame(memory: Memory, key: string, { store }: Game): () => void {
  let isFromElsewhere = false;
  const unsubscribe = store.subscribe(({ moves, open }, before) => {
    if (isFromElsewhere) return;
    for (const move of moves.slice(before.moves.length)) void memory.keepMove(key, move);
    if (open !== before.open) void memory.keepOpen(key, open);
  });
  let isOver = false;
  const unfollow = memory.follow((change) => {
    if (change.kind === 'round' && change.key !== key) return;
    void memory.round(key).then(({ moves }) => {
      if (isOver) return;
      // Fewer: the round was begun again over there.
      const isBegunAgain = moves.length < store.getState().moves.length;
      isFromElsewhere = true;
      store.setState({ moves, ...(isBegunAgain && { open: undefined, finished: false }) });
      isFromElsewhere = false;
    });
  });
  return () => {
    isOver = true;
    unsubscribe();
    unfollow();
  };
}
