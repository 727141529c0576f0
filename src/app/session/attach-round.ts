/** Goes on with a round where the device has it, keeps it from there on, and tells how far it is. */
import type { RoundRecord } from '../../core/record/round-record.ts';
import type { Round } from '../../core/round/played-message.ts';
import { answersOf, isClosed } from '../../core/engine/answer.ts';
import type { Game } from '../../play/store.ts';
import { keepGame } from './persist-round.ts';
import type { Memory } from '../../device/memory.ts';
import type { Teller } from './lms-reporter.ts';
import type { Progress } from '../shell/TopBar.tsx';

interface TakingUp {
  readonly memory: Memory;
  /** Whom to tell besides the device, if anybody. */
  readonly teller: Teller | undefined;
  /** The round's address. */
  readonly hash: string;
  /** The name under which the round is kept. */
  readonly key: string;
  /** The message that was open when the round was left. */
  readonly open: string | undefined;
  readonly onProgress: (progress: Progress | undefined) => void;
  readonly onFinished: (record: RoundRecord) => unknown;
}

/** What it gives back ends it. */
export function takeUpGame(
  game: Game,
  { memory, teller, hash, key, open, onProgress, onFinished }: TakingUp,
): () => void {
  const letGo = keepGame(memory, key, game);
  const hush = teller?.follow(hash, game);
  const stopNoting = noteTimeOnLeaving(game);
  if (game.messages.some(({ message: { id } }) => id === open)) game.openMessage(open);
  const answers = () => [...answersOf(game.messages, game.store.getState().moves).values()];
  let told: number | undefined;
  const tell = (): void => {
    const done = answers().filter(isClosed).length;
    // Most moves close nothing, and need not redraw the bar.
    if (done === told) return;
    told = done;
    onProgress({ done, count: game.messages.length });
  };
  tell();
  const unsubscribe = game.store.subscribe(({ moves, finished }, before) => {
    if (finished && !before.finished) {
      void import('../../core/record/finished-round.ts').then(({ finishedRound }) =>
        onFinished(finishedRound(game, moves)),
      );
    }
    if (moves !== before.moves) tell();
  });
  // Nothing is open in a round that is over: it was left at its result.
  if (game.store.getState().open === undefined && answers().every(isClosed)) game.finish();
  return () => {
    unsubscribe();
    stopNoting();
    hush?.();
    letGo();
  };
}

/** A page that is left may not come back, and the device's clock may be set before the next one opens. */
function noteTimeOnLeaving({ noteTime }: Game): () => void {
  const onHidden = (): void => {
    if (document.visibilityState === 'hidden') noteTime();
  };
  addEventListener('pagehide', noteTime);
  document.addEventListener('visibilitychange', onHidden);
  return () => {
    removeEventListener('pagehide', noteTime);
    document.removeEventListener('visibilitychange', onHidden);
  };
}

interface Resuming {
  readonly memory: Memory;
  readonly teller: Teller | undefined;
  /** Whether the player wants hints. */
  readonly hints: boolean;
  readonly hash: string;
  readonly key: string;
}

/**
 * Where a round was left, and the round with the rules that count: an LMS knows the place and the pass mark better than the device,
 * and a player may do without hints.
 */
export async function resumedRound(round: Round, { memory, teller, hints, hash, key }: Resuming) {
  const here = await memory.round(key);
  const left = teller?.movesLeft(hash, round, here.moves);
  if (left !== undefined) await memory.replaceRound(key, left);
  const { moves, open } = left === undefined ? here : await memory.round(key);
  const passMark = teller?.passMark ?? round.rules.passMark;
  const rules = { ...round.rules, passMark, hints: round.rules.hints && hints };
  return { moves, open, round: { ...round, rules } };
}
