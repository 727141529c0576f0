/** What a player says about one message, as the moves of a round folded; later moves win, and none counts after `submit` or `expire`. */
import type { ActionKind } from '../scenario/format/vocabulary.ts';
import type { Truth } from '../scenario/format/solution.ts';

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
  /** The message was looked at, for the first time or when the page was left. */
  | { readonly kind: 'open' }
  /** One more hint was bought. */
  | { readonly kind: 'hint' }
  /** What the player says decided it, after the answer and before the debrief. */
  | { readonly kind: 'reason'; readonly reason: Reason }
  /** The player took ten times as long as the round's timer gives. */
  | { readonly kind: 'extend' }
  /** The round's time ended before the message was answered. */
  | { readonly kind: 'expire' }
);

/** What decided a verdict for the player: one of the own flags, or the message as a whole; `unsaid` if they would rather not tell. */
export type Reason =
  | { readonly kind: 'region'; readonly region: string }
  | { readonly kind: 'whole' }
  | { readonly kind: 'unsaid' };

/** An answer that can still change. */
export interface OpenAnswer {
  readonly flags: ReadonlySet<string>;
  readonly verdict?: Truth;
  /** 0.5 to 1: the chance the player gives the verdict. */
  readonly confidence?: number;
  readonly action?: Action;
  /** How many hints were bought; absent: none. */
  readonly hints?: number;
  /** Present where the round's time ended first: it can no longer change. */
  readonly expired?: true;
  readonly submitted: false;
}

/** An answer that has been given; nothing of it is missing, so it can be assessed. */
export interface CompleteAnswer {
  readonly flags: ReadonlySet<string>;
  readonly verdict: Truth;
  readonly confidence: number;
  readonly action: Action;
  /** How many hints were bought; absent: none. */
  readonly hints?: number;
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
  let hints = 0;
  const heard = (): OpenAnswer => ({
    flags,
    ...judged,
    ...(action && { action }),
    ...(hints > 0 && { hints }),
    submitted: false,
  });
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
        return { ...heard(), ...judged, action, submitted: true };
      case 'hint':
        hints += 1;
        break;
      case 'expire':
        return { ...heard(), expired: true };
      case 'open':
      case 'reason':
      case 'extend':
        break;
    }
  }
  return heard();
}

/** The answers to all messages of a round after its moves, by message id. */
export function answersOf(
  messages: readonly { readonly message: { readonly id: string } }[],
  moves: readonly Move[],
): ReadonlyMap<string, Answer> {
  return new Map(messages.map(({ message: { id } }) => [id, answerTo(id, moves)]));
}

/** Whether an answer can no longer change: given, or out of time. */
export const isClosed = (answer: Answer | undefined): boolean =>
  answer !== undefined && (answer.submitted || answer.expired === true);

/** What the player said decided the verdict on one message, if they were asked and it is answered. */
export function reasonFor(message: string, moves: readonly Move[]): Reason | undefined {
  const said = moves.findLast((move) => move.kind === 'reason' && move.message === message);
  return said?.kind === 'reason' ? said.reason : undefined;
}
