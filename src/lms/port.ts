/** The port to whoever records: one interface with a filling for each standard, in the game's own words. */
import type { CueCategory } from '../core/scenario/format/cues.ts';
import type { Truth } from '../core/scenario/format/solution.ts';
import type { Localized } from '../core/scenario/format/text.ts';
import type { ActionKind } from '../core/scenario/format/vocabulary.ts';

export type Standard = 'scorm12' | 'scorm2004' | 'cmi5' | 'xapi' | 'frame' | 'standalone';

/** One fact of a lure, or one honest thing flagged in vain. */
export interface FactReport {
  readonly id: string;
  readonly title: Localized;
  readonly found: boolean;
}

/** What the learner said of one message; there is one for each answer, in the order they were given. */
export interface Decision {
  /** Ids of the content, which are small letters, digits and hyphens. */
  readonly pack: string;
  readonly scenario: string;
  readonly message: string;
  readonly title: Localized;
  readonly truth: Truth;
  readonly verdict: Truth;
  /** 0.5 to 1. */
  readonly confidence: number;
  readonly action: ActionKind;
  readonly correct: boolean;
  /** 0 to 100. */
  readonly score: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** How long the message was looked at. */
  readonly seconds: number;
  readonly facts: readonly FactReport[];
}

/** Facts found out of those there were, of one family of cues. */
export interface Skill {
  readonly family: CueCategory;
  readonly found: number;
  readonly total: number;
}

/** What the game tells of a round so far; the last one is its result. */
export interface LearningRecord {
  /** 0 to 100. */
  readonly score: number;
  /** Of the whole round, so `unmarked` until it is complete or where it has no pass mark. */
  readonly standing: 'passed' | 'failed' | 'unmarked';
  /** 0 to 100: what the score is measured by; absent where the round has no pass mark. */
  readonly passMark?: number;
  readonly complete: boolean;
  /** 0 to 1. */
  readonly progress: number;
  readonly decisions: readonly Decision[];
  readonly skills: readonly Skill[];
}

/** What the other side said at the start. */
export interface Launch {
  /** In `browse` and `review` nothing is recorded. */
  readonly mode: 'normal' | 'browse' | 'review';
  /** Who learns, as the LMS tells people apart; only to keep what the device keeps apart as well. */
  readonly learner?: string;
  /** A language tag the learner prefers, such as `ja` or `en-GB`. */
  readonly language?: string;
  /** 0 to 100; it wins over the round's own. */
  readonly passMark?: number;
  /** What `keep` was last given, in an earlier sitting. */
  readonly state?: string;
  /** An http address the learner is sent to after leaving. */
  readonly returnTo?: string;
}

/** Why something did not arrive; the game goes on whatever it is. */
export type Trouble =
  /** Nobody is there to record. */
  | { readonly kind: 'nobody' }
  /** The sitting was ended before, as by a reload; it must be started again from the course. */
  | { readonly kind: 'over' }
  /** The other side answered with an error of its own. */
  | { readonly kind: 'refused'; readonly call: string; readonly code: string; readonly text: string }
  /** It threw. */
  | { readonly kind: 'threw'; readonly call: string; readonly text: string }
  /** It answered with something that is no answer. */
  | { readonly kind: 'odd'; readonly call: string; readonly text: string }
  /** It did not answer, or said to come back later, and was asked often enough. */
  | { readonly kind: 'unreachable'; readonly call: string };

/**
 * `saved`: all that was told has arrived. `failed`: something has not; it is kept and tried
 * again or, where it is `lost`, was refused for good while nothing else waits. `ended`: nothing more can be
 * told, and `trouble` says why the last of it did not arrive.
 */
export type Delivery =
  | { readonly state: 'saved' | 'saving' }
  | { readonly state: 'failed'; readonly trouble: Trouble; readonly lost?: true }
  | { readonly state: 'ended'; readonly trouble?: Trouble };

/** One exchange with the other side, for the diagnosis page. */
export interface Exchange {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly call: string;
  readonly answer: string;
}

/** An open connection; none of its functions throws, and all may be called in any order and again. */
export interface LmsSession {
  readonly standard: Standard;
  readonly launch: Launch;
  /** The most characters `keep` can be given. */
  readonly stateLimit: number;
  /** Keeps a text for the next sitting: printable ASCII, no longer than the limit; given an empty one, the next sitting starts anew. */
  readonly keep: (state: string) => void;
  readonly record: (record: LearningRecord) => void;
  /** Sends at once what was waiting for more; for a page that is put aside and may not come back. */
  readonly hurry: () => void;
  /**
   * Ends the session: `left` by a button of the game, `gone` where the page goes away and nothing can be waited for. `reload` is for a
   * page that is being loaded again: where the standard lets a session outlive its page, the next page goes on with it.
   */
  readonly close: (how: 'left' | 'gone' | 'reload') => void;
  readonly delivery: () => Delivery;
  /** Tells of each change of `delivery`; gives back how to stop it. */
  readonly onDelivery: (listener: () => void) => () => void;
  /** Newest last. */
  readonly conversation: () => readonly Exchange[];
}

export type Connected =
  | { readonly ok: true; readonly session: LmsSession }
  | {
      readonly ok: false;
      readonly trouble: Trouble;
      /** Who learns, where the launch says so; as in `Launch`. */
      readonly learner?: string;
      readonly conversation: readonly Exchange[];
    };

/** Time as the adapters need it, so that a test can turn the hands. */
export interface Clock {
  /** Milliseconds since 1970, as the device's clock says; it may be set at any time, also back. */
  readonly now: () => number;
  /** Milliseconds that the page has run. It never goes back, so it measures how long something took. */
  readonly counted: () => number;
  /** Runs once after so many milliseconds; gives back how to call it off. */
  readonly later: (milliseconds: number, run: () => void) => () => void;
}
