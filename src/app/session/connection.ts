/** What the page is connected to: an LMS, a record store, the page around the frame, or nobody. */
import type { Language } from '../../i18n/language.ts';
import type { HostPage } from '../../lms/frame/host.ts';
import type { Exchange, LmsSession, Trouble } from '../../lms/port.ts';
import { standaloneSession } from '../../lms/standalone.ts';
import type { Reporter } from './lms-reporter.ts';

/** The connection of a page. */
export interface Connection {
  readonly session: LmsSession;
  /** Undefined without a recorder. */
  readonly reporter: Reporter | undefined;
  /** The page around the frame, which may also change the language and the theme. */
  readonly host: HostPage | undefined;
  /** Names the learner's own database on this device; absent if the device has only one. */
  readonly owner?: string;
  /** The language of the pages around the game, for learners who have chosen none. */
  readonly language?: Language;
  /** Why nobody records, though somebody should. */
  readonly trouble: Trouble | undefined;
  /** Present if the page around the frame was to record, and not an LMS, but did not answer or may not hear results. */
  readonly isHostMissing?: true;
  /** The calls that were tried, if there is trouble. */
  readonly attempt: readonly Exchange[];
  /** Goes on looking for the LMS and calls `tell` when it is found; returns a function that stops it. */
  readonly late?: (tell: (connection: Connection) => void) => () => void;
}

/** The window of the game. */
export type Page = Window & typeof globalThis;

/** A page that nobody records. */
export const unrecorded: Connection = {
  session: standaloneSession(),
  reporter: undefined,
  host: undefined,
  trouble: undefined,
  attempt: [],
};
