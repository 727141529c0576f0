/** The interface between the game and whoever records it, in the game's own words. Each standard has an adapter. */
import type { CueCategory } from '../core/scenario/format/cues.ts';
import type { Truth } from '../core/scenario/format/solution.ts';
import type { Localized } from '../core/scenario/format/text.ts';
import type { ActionKind } from '../core/scenario/format/vocabulary.ts';

/** The standard of a session; `frame` is the page around the frame, `standalone` nobody. */
export type Standard = 'scorm12' | 'scorm2004' | 'cmi5' | 'xapi' | 'frame' | 'standalone';

/** A fact of a phishing message, and whether the learner found it. */
export interface FactReport {
  readonly id: string;
  readonly title: Localized;
  readonly found: boolean;
}

/** The learner's answer to one message. A record lists them in the order in which they were given. */
export interface Decision {
  /** Ids of the content: lower-case letters, digits and hyphens. */
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
  /** How long the learner looked at the message. */
  readonly seconds: number;
  /** Present if a source that settles the message was looked at before the answer. */
  readonly checked?: true;
  readonly facts: readonly FactReport[];
}

/** How many facts of one family of cues were found, out of how many. */
export interface Skill {
  readonly family: CueCategory;
  readonly found: number;
  readonly total: number;
}

/** The state of a round for the LMS; the last record of a round is its result. */
export interface LearningRecord {
  /** 0 to 100. */
  readonly score: number;
  /** Applies to the whole round: `unmarked` until it is complete, and where it has no pass mark. */
  readonly standing: 'passed' | 'failed' | 'unmarked';
  /** 0 to 100; absent where the round has no pass mark. */
  readonly passMark?: number;
  readonly complete: boolean;
  /** 0 to 1. */
  readonly progress: number;
  readonly decisions: readonly Decision[];
  readonly skills: readonly Skill[];
}

/** What the LMS, store or host said when the session began. */
export interface Launch {
  /** Nothing is recorded in `browse` and `review`. */
  readonly mode: 'normal' | 'browse' | 'review';
  /** The LMS's name for the learner; used only to keep the learners of one device apart. */
  readonly learner?: string;
  /** The language tag that the learner prefers, such as `ja` or `en-GB`. */
  readonly language?: string;
  /** 0 to 100; replaces the round's own. */
  readonly passMark?: number;
  /** The text that `keep` was last given in an earlier session. */
  readonly state?: string;
  /** An http or https address to which the learner goes after leaving. */
  readonly returnTo?: string;
}

/** Why something did not arrive. The game goes on in every case. */
export type Trouble =
  /** No LMS, store or host was found. */
  | { readonly kind: 'nobody' }
  /** The session has ended already; the learner must start again from the course. */
  | { readonly kind: 'over' }
  /** The other side answered with an error. `code` is its own code. */
  | { readonly kind: 'refused'; readonly call: string; readonly code: string; readonly text: string }
  /** The call threw. */
  | { readonly kind: 'threw'; readonly call: string; readonly text: string }
  /** The answer cannot be read. */
  | { readonly kind: 'odd'; readonly call: string; readonly text: string }
  /** The other side did not answer, or asked to try later. */
  | { readonly kind: 'unreachable'; readonly call: string };

/**
 * `saved`: everything has arrived. `saving`: something is on its way. `failed`: something has not arrived; it is kept and tried again,
 * unless it is `lost`, which means that it was refused for good and nothing else waits. `ended`: the session is over; `trouble` says why
 * its last part did not arrive.
 */
export type RecordDelivery =
  | { readonly state: 'saved' | 'saving' }
  | { readonly state: 'failed'; readonly trouble: Trouble; readonly lost?: true }
  | { readonly state: 'ended'; readonly trouble?: Trouble };

/** One call to the other side and its answer, for the diagnosis page. */
export interface Exchange {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly call: string;
  readonly answer: string;
}

/** An open session. None of its functions throws; all may be called in any order, and again. */
/** Texts that the browser keeps for this tab over a reload, by name; where it keeps none, `read` gives nothing. */
export interface TabStorage {
  readonly read: (name: string) => string | undefined;
  /** Whether it is kept. */
  readonly write: (name: string, value: string) => boolean;
}

/** An open session, whatever the standard. */
export interface LmsSession {
  readonly standard: Standard;
  readonly launch: Launch;
  /** The most characters that `keep` takes. */
  readonly stateLimit: number;
  /** Keeps a text for the next session: printable ASCII, not longer than the limit. After an empty text the next session starts anew. */
  readonly keep: (state: string) => void;
  readonly record: (record: LearningRecord) => void;
  /** Sends at once what was waiting to be sent together. For a page that is hidden and may not come back. */
  readonly hurry: () => void;
  /**
   * Ends the session: `left` by a button of the game, `gone` where the page goes away and nothing can be waited for. `reload` is for a
   * page that is being loaded again: where the standard lets a session outlive its page, the next page goes on with it.
   */
  readonly close: (how: 'left' | 'gone' | 'reload') => void;
  readonly delivery: () => RecordDelivery;
  /** Calls the listener at each change of `delivery`; returns a function that stops it. */
  readonly onDelivery: (listener: () => void) => () => void;
  /** The newest exchange is the last. */
  readonly conversation: () => readonly Exchange[];
}

/** A session, or why there is none. */
export type Connected =
  | { readonly ok: true; readonly session: LmsSession }
  | {
      readonly ok: false;
      readonly trouble: Trouble;
      /** The LMS's name for the learner, as in `Launch`, if the launch names one. */
      readonly learner?: string;
      readonly conversation: readonly Exchange[];
    };

/** Time for the adapters; a test supplies its own. */
export interface Clock {
  /** Milliseconds since 1970, as the device's clock says; it may be set at any time, also back. */
  readonly now: () => number;
  /** Milliseconds that the page has run. It never goes back, so it measures how long something took. */
  readonly counted: () => number;
  /** Runs a function once after so many milliseconds; returns a function that cancels it. */
  readonly later: (milliseconds: number, run: () => void) => () => void;
}
