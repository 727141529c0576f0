/** Goes on with a round where the device has it, keeps it from there on, and tells how far it is. */
import type { RoundRecord } from '../core/record/round-record.ts';
import { answersOf, type Game, isClosed } from '../game/store.ts';
import { keepGame } from './keep-game.ts';
import type { Memory } from './memory.ts';
import type { Progress } from './TopBar.tsx';

interface TakingUp {
  readonly memory: Memory;
  /** The name under which the round is kept. */
  readonly key: string;
  /** The message that was open when the round was left. */
  readonly open: string | undefined;
  readonly onProgress: (progress: Progress | undefined) => void;
  readonly onFinished: (record: RoundRecord) => unknown;
}

/** What it gives back ends it. */
export function takeUpGame(game: Game, { memory, key, open, onProgress, onFinished }: TakingUp): () => void {
  const letGo = keepGame(memory, key, game);
  if (game.messages.some(({ message: { id } }) => id === open)) game.openMessage(open);
  const tell = (): void => {
    const answers = [...answersOf(game.messages, game.store.getState().moves).values()];
    onProgress({ done: answers.filter(isClosed).length, count: answers.length });
  };
  tell();
  const unsubscribe = game.store.subscribe(({ moves, finished }, before) => {
    if (finished && !before.finished) {
      void import('../game/finished-round.ts').then(({ finishedRound }) =>
        onFinished(finishedRound(game, answersOf(game.messages, moves)).record),
      );
    }
    if (moves !== before.moves) tell();
  });
  return () => {
    unsubscribe();
    letGo();
  };
}
