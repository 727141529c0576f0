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

/** An answer that can still change. */
export interface OpenAnswer {
  readonly flags: ReadonlySet<string>;
  readonly verdict?: Truth;
  /** 0.5 to 1: the chance the player gives the verdict. */
  readonly confidence?: number;
  readonly action?: Action;
  readonly submitted: false;
}

/** An answer that has been given; nothing of it is missing, so it can be assessed. */
export interface CompleteAnswer {
  readonly flags: ReadonlySet<string>;
  readonly verdict: Truth;
  readonly confidence: number;
  readonly action: Action;
  readonly submitted: true;
}

/** `if (answer.submitted)` tells the two apart. */
export type Answer = OpenAnswer | CompleteAnswer;

/** The answer before the first move. */
export const noAnswer: OpenAnswer = { flags: new Set(), submitted: false };

/** The answer to one message after all its moves; a `submit` without a verdict or an action is passed over. */
export function answerTo(message: string, moves: readonly Move[]): Answer {
  // One set is changed in place while folding: copying it at every flag would make a long log quadratic.
  const flags = new Set<string>();
  let judged: Pick<CompleteAnswer, 'verdict' | 'confidence'> | undefined;
  let action: Action | undefined;
  for (const move of moves) {
    if (move.message !== message) continue;
    switch (move.kind) {
      case 'flag':
        flags.add(move.region);
        break;
      case 'unflag':
        flags.delete(move.region);
        break;
      case 'judge':
        judged = { verdict: move.verdict, confidence: move.confidence };
        break;
      case 'act':
        action = move.action;
        break;
      case 'submit':
        if (judged === undefined || action === undefined) break;
        return { flags, ...judged, action, submitted: true };
    }
  }
  return { flags, ...judged, ...(action && { action }), submitted: false };
}
