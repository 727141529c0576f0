/**
 * What a player says about one message, derived from the moves of a round. Later moves win; none counts after
 * `submit` or `expire`.
 */
import type { ActionKind, Ink } from '../scenario/format/vocabulary.ts';
import type { Truth } from '../scenario/format/solution.ts';
import type { Source } from './sources.ts';

/** The flagged regions, each with its one ink. */
export type Flags = ReadonlyMap<string, Ink>;

/** The regions flagged in one ink. */
export const inkedIn = (flags: Flags, ink: Ink): ReadonlySet<string> =>
  new Set([...flags.keys()].filter((region) => flags.get(region) === ink));

/** What the player would do. `verify` names a contact of the directory. */
export type Action =
  | { readonly kind: Exclude<ActionKind, 'verify'> }
  | { readonly kind: 'verify'; readonly contact: string };

/** One step of a player. `at` is in milliseconds since 1970 and informational: no score depends on it. */
export type Move = { readonly message: string; readonly at: number } &
  /** Without an ink it is doubt, as in rounds kept before there were two. The other ink replaces it. */
  (
    | { readonly kind: 'flag'; readonly region: string; readonly ink?: Ink }
    | { readonly kind: 'unflag'; readonly region: string }
    | { readonly kind: 'judge'; readonly verdict: Truth; readonly confidence: number }
    | { readonly kind: 'act'; readonly action: Action }
    /** The player looked at a source outside the message. */
    | { readonly kind: 'look'; readonly source: Source }
    | { readonly kind: 'submit' }
    /** The message was viewed: for the first time, or when the page was left. */
    | { readonly kind: 'open' }
    /** One more hint was taken. */
    | { readonly kind: 'hint' }
    /** What decided the verdict, as the player says after the answer and before the debrief. */
    | { readonly kind: 'reason'; readonly reason: Reason }
    /** The player extended the round's timer to ten times its length. */
    | { readonly kind: 'extend' }
    /** The round's time ended before the message was answered. */
    | { readonly kind: 'expire' }
  );

/**
 * What decided a verdict for the player: one of their flags, or the message as a whole; `unsaid` if they would
 * rather not say.
 */
export type Reason =
  | { readonly kind: 'region'; readonly region: string }
  | { readonly kind: 'whole' }
  | { readonly kind: 'unsaid' };

/** An answer that can still change. */
export interface OpenAnswer {
  readonly flags: Flags;
  readonly verdict?: Truth;
  /** The probability that the player gives the verdict, 0.5 to 1. */
  readonly confidence?: number;
  readonly action?: Action;
  /** How many hints were taken; absent means none. */
  readonly hints?: number;
  /** The sources looked at before the answer; absent means none. */
  readonly looked?: ReadonlySet<Source>;
  /** Present if the round's time ended first. The answer can no longer change. */
  readonly expired?: true;
  readonly submitted: false;
}

/** A submitted answer. It is complete, so it can be assessed. */
export interface CompleteAnswer {
  readonly flags: Flags;
  readonly verdict: Truth;
  readonly confidence: number;
  readonly action: Action;
  /** How many hints were taken; absent means none. */
  readonly hints?: number;
  /** The sources looked at before the answer; absent: none. */
  readonly looked?: ReadonlySet<Source>;
  readonly submitted: true;
}

/** An answer; `submitted` tells the two kinds apart. */
export type Answer = OpenAnswer | CompleteAnswer;

/** The answer before the first move. */
export const noAnswer: OpenAnswer = { flags: new Map(), submitted: false };

/** The answer to one message after all its moves. A `submit` without a verdict or an action is ignored. */
export function answerTo(message: string, moves: readonly Move[]): Answer {
  // One map is changed in place: copying it at every flag would take quadratic time for a long log.
  const flags = new Map<string, Ink>();
  const looked = new Set<Source>();
  let judged: Pick<CompleteAnswer, 'verdict' | 'confidence'> | undefined;
  let action: Action | undefined;
  let hints = 0;
  const heard = (): OpenAnswer => ({
    flags,
    ...judged,
    ...(action && { action }),
    ...(hints > 0 && { hints }),
    ...(looked.size > 0 && { looked }),
    submitted: false,
  });
  for (const move of moves) {
    if (move.message !== message) continue;
    switch (move.kind) {
      case 'flag':
        flags.set(move.region, move.ink ?? 'doubt');
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
      case 'look':
        looked.add(move.source);
        break;
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

/** The answers to all messages of a round, by message id. */
export function answersOf(
  messages: readonly { readonly message: { readonly id: string } }[],
  moves: readonly Move[],
): ReadonlyMap<string, Answer> {
  return new Map(messages.map(({ message: { id } }) => [id, answerTo(id, moves)]));
}

/** Whether an answer can no longer change: submitted, or out of time. */
export const isClosed = (answer: Answer | undefined): boolean =>
  answer !== undefined && (answer.submitted || answer.expired === true);

/** What the player says decided the verdict; undefined if they were not asked or have not answered. */
export function reasonFor(message: string, moves: readonly Move[]): Reason | undefined {
  const said = moves.findLast((move) => move.kind === 'reason' && move.message === message);
  return said?.kind === 'reason' ? said.reason : undefined;
}
