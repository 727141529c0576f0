/** What a sitting is to those who record it. */
import type { Language } from '../../i18n/language.ts';
import type { Host } from '../../lms/frame/host.ts';
import type { Exchange, LmsSession, Trouble } from '../../lms/port.ts';
import { standaloneSession } from '../../lms/standalone.ts';
import type { Teller } from './lms-reporter.ts';

export interface Sitting {
  readonly session: LmsSession;
  /** Absent where nobody records. */
  readonly teller: Teller | undefined;
  /** The page around the frame, which may also change language and theme. */
  readonly host: Host | undefined;
  /** Names the learner's own database on this device; absent where the device is taken to be one person's. */
  readonly owner?: string;
  /** Of the pages around the game, for learners who have chosen none. */
  readonly language?: Language;
  /** Why nobody records what should have been recorded. */
  readonly trouble: Trouble | undefined;
  /** What was tried where there is trouble. */
  readonly attempt: readonly Exchange[];
  /** Goes on looking for who should record; tells of the sitting once there is one, unless it is stopped before. */
  readonly late?: (tell: (sitting: Sitting) => void) => () => void;
}

export type Page = Window & typeof globalThis;

/** A sitting of which nobody is told. */
export const unrecorded: Sitting = {
  session: standaloneSession(),
  teller: undefined,
  host: undefined,
  trouble: undefined,
  attempt: [],
};
