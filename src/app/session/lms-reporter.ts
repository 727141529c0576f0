/** Reports a round to the LMS or host, and reads from its stored state which round to resume. */
import { settlingSources, sourcesOf } from '../../core/engine/sources.ts';
import type { Move } from '../../core/engine/answer.ts';
import { layOut } from '../../core/scenario/layout/regions.ts';
import type { Round } from '../../core/round/played-message.ts';
import type { Game } from '../../play/store.ts';
import type { LearningRecord, LmsSession } from '../../lms/port.ts';
import { type Answerable, movesFromSuspendData, roundOf, suspendData } from '../../lms/suspend-data.ts';
import { learningRecord } from './learning-record.ts';

/** Reports rounds to an LMS or host, and resumes them from its state. */
export interface Reporter {
  /** The hash of the unfinished round of an earlier session. */
  readonly leftAt: string | undefined;
  /**
   * The moves of a round when it is first opened, none where an LMS knows of none; undefined where those that the device has are right,
   * as for what was played since. `here` is what the device has.
   */
  readonly resumeMoves: (hash: string, round: Round, here?: readonly Move[]) => readonly Move[] | undefined;
  /** Reports each change until the returned function is called. */
  readonly follow: (hash: string, game: Game) => () => void;
  /** Whether a round with this hash is resumed when it is opened; otherwise it starts from the beginning. */
  readonly goesOn: (hash: string) => boolean;
  /** False in a review or preview, in which nothing is recorded. */
  readonly isRecording: boolean;
  /** The hashes of the rounds that were opened in this session, before a reload as well. */
  readonly opened: () => readonly string[];
  /** The last record. */
  readonly lastRecord: () => LearningRecord | undefined;
  /** 0 to 100; it wins over the round's own. */
  readonly passMark: number | undefined;
}

interface Circumstances {
  /** Whether the session was found only after the learner began to play. */
  readonly isLate?: boolean;
  /** The hashes of the rounds that were opened before the page was loaded again. */
  readonly openedBefore?: ReadonlySet<string>;
}

/** A reporter for a session. `now` gives milliseconds since 1970. */
export function createReporter(
  session: LmsSession,
  now: () => number,
  { isLate = false, openedBefore = new Set() }: Circumstances = {},
): Reporter {
  const { state, passMark } = session.launch;
  const left = state === undefined ? undefined : roundOf(state);
  let last: LearningRecord | undefined;
  const opened = new Set(openedBefore);
  // A new attempt starts from the beginning, whatever the device has stored. A page around the frame may not store anything.
  const untold = session.standard === 'frame' || isLate ? undefined : [];
  return {
    leftAt: left,
    isRecording: session.launch.mode === 'normal',
    passMark,
    resumeMoves: (hash, round, here = []) => {
      // A device without moves has nothing newer.
      if (openedBefore.has(hash) ? here.length > 0 : opened.has(hash)) return undefined;
      opened.add(hash);
      if (state === undefined || left !== hash) return untold;
      const told = movesFromSuspendData(state, answerables(round), now());
      // The earlier answer counts, so the moves of the LMS come first.
      return isLate ? [...told, ...here] : told;
    },
    goesOn: (hash) => untold === undefined || left === hash || opened.has(hash),
    follow: (hash, game) => {
      const messages = answerables(game);
      const tell = (moves: readonly Move[], decided: boolean): void => {
        const text = suspendData({ round: hash, moves }, messages, session.stateLimit);
        if (text !== undefined) session.keep(text);
        if (!decided) return;
        last = learningRecord(game, moves);
        session.record(last);
      };
      tell(game.store.getState().moves, true);
      return game.onEvent((event) => {
        const made =
          event.kind === 'moved' ? event.made : event.kind === 'replaced' ? event.added : undefined;
        if (made === undefined) return;
        const decided = made.length === 0 || made.some(({ kind }) => kind === 'submit' || kind === 'expire');
        tell(game.store.getState().moves, decided);
      });
    },
    opened: () => [...opened],
    lastRecord: () => last,
  };
}

/** Computed once for each round: its regions do not change during play. */
function answerables({ messages }: Round): readonly Answerable[] {
  return messages.map(({ message, sealed, scenario }) => ({
    message: message.id,
    regions: [...new Set(layOut(sealed).regions.map(({ key }) => key))],
    sources: sourcesOf(scenario.directory),
    settling: settlingSources(message),
  }));
}
