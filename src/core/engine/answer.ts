/** What a player says about one message, as the moves of a round folded; later moves win, and none counts after `submit`. */
import type { ActionKind } from '../scenario/vocabulary.ts';
import type { Truth } from '../scenario/schema.ts';

/** `verify` names the contact of the directory. */
export type Action =
  | { readonly kind: Exclude<ActionKind, 'verify'> }
  | { readonly kind: 'verify'; readonly contact: string };

/** One step of a player; `at` is milliseconds since 1970, as information only: no score depends on it. */
export type Move = { readonly message: string; readonly at: number } & (
  | { readonly kind: 'flag'; readonly region: string }
  | { readonly kind: 'unflag'; readonly region: string }
  | { readonly kind: 'judge'; readonly verdict: Truth; readonly confidence: number }
  | { readonly kind: 'act'; readonly action: Action }
  | { readonly kind: 'submit' }
);

export interface Answer {
  readonly flags: ReadonlySet<string>;
  readonly verdict?: Truth;
  /** 0.5 to 1: the chance the player gives the verdict. */
  readonly confidence?: number;
  readonly action?: Action;
  readonly submitted: boolean;
}

export const noAnswer: Answer = { flags: new Set(), submitted: false };

/** The answer to one message after all its moves. */
export function answerTo(message: string, moves: readonly Move[]): Answer {
  return moves.filter((move) => move.message === message).reduce(afterMove, noAnswer);
}

function afterMove(answer: Answer, move: Move): Answer {
  if (answer.submitted) return answer;
  switch (move.kind) {
    case 'flag':
      return { ...answer, flags: new Set([...answer.flags, move.region]) };
    case 'unflag':
      return { ...answer, flags: new Set([...answer.flags].filter((region) => region !== move.region)) };
    case 'judge':
      return { ...answer, verdict: move.verdict, confidence: move.confidence };
    case 'act':
      return { ...answer, action: move.action };
    case 'submit':
      return { ...answer, submitted: answer.verdict !== undefined && answer.action !== undefined };
  }
}
