/** Connects a round to the device and the LMS: stores and reports its moves, its record and its progress. */
import type { Round } from '../../core/round/played-message.ts';
import type { Game } from '../../play/store.ts';
import { persistRound } from './persist-round.ts';
import { roundProgress } from './round-progress.ts';
import { recordRound } from './record-round.ts';
import type { Memory } from '../../device/memory.ts';
import type { Reporter } from './lms-reporter.ts';
import type { RoundProgress } from '../shell/TopBar.tsx';

interface Attaching {
  readonly memory: Memory;
  /** Reports to the LMS or host, if there is one. */
  readonly reporter: Reporter | undefined;
  /** The round's address. */
  readonly hash: string;
  /** The name under which the round is kept. */
  readonly key: string;
  readonly onProgress: (progress: RoundProgress | undefined) => void;
}

/** Returns a cleanup function. */
export function attachRound(game: Game, { memory, reporter, hash, key, onProgress }: Attaching): () => void {
  const stopPersisting = persistRound(memory, key, game);
  const stopReporting = reporter?.follow(hash, game);
  const stopNoting = noteTimeOnLeaving(game);
  let told = '';
  const tell = (): void => {
    const progress = roundProgress(game);
    // Most moves change no mark, and need not redraw the bar.
    const marks = progress.marks.join();
    if (marks === told) return;
    told = marks;
    onProgress(progress);
  };
  const record = (): void => void recordRound(memory, key, game, game.store.getState().moves);
  tell();
  // A round that was left at its end may have been closed before its record was kept.
  if (game.store.getState().finished) record();
  const unsubscribe = game.onEvent(({ kind }) => {
    if (kind === 'finished') record();
    if (kind === 'moved' || kind === 'replaced' || kind === 'opened') tell();
  });
  return () => {
    unsubscribe();
    stopNoting();
    stopReporting?.();
    stopPersisting();
    onProgress(undefined);
  };
}

/** Stores the time when the page is hidden: it may never come back, and the device's clock may be set before the next page opens. */
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

/** What is needed to resume a round. */
export interface Resuming {
  readonly memory: Memory;
  readonly reporter: Reporter | undefined;
  /** Whether the player wants hints. */
  readonly hints: boolean;
  readonly hash: string;
  readonly key: string;
}

/**
 * Where a round was left, and the round with its final rules: place and pass mark of an LMS take precedence over those of the
 * device, and a player may switch hints off.
 */
export async function resumedRound(round: Round, { memory, reporter, hints, hash, key }: Resuming) {
  const here = await memory.round(key);
  const left = reporter?.resumeMoves(hash, round, here.moves);
  if (left !== undefined) await memory.replaceRound(key, left);
  const { moves, open, unread = 0 } = left === undefined ? here : await memory.round(key);
  const passMark = reporter?.passMark ?? round.rules.passMark;
  const rules = { ...round.rules, passMark, hints: round.rules.hints && hints };
  return { moves, open, unread, round: { ...round, rules } };
}
