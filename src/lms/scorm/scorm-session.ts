/** One session with a SCORM LMS, 1.2 or 2004, once the API has opened it. */
import type { Language } from '../../core/scenario/format/vocabulary.ts';
import type { Clock, Launch, LearningRecord, LmsSession, TabStorage, Trouble } from '../port.ts';
import { createStatus, type DeliveryStatus } from '../status.ts';
import { type ScormCalls, valueOf } from './scorm-calls.ts';
import { numberWithin, type Pair, type ScormDialect, type Status, statuses } from './scorm-dialect.ts';
import { type Appender, createAppender, createObjectives } from './scorm-lists.ts';

/** How a SCORM session reports. */
export interface ScormOptions {
  /** The language of the interactions' descriptions. */
  readonly language: Language;
  /** Reports a failed round as incomplete, since many LMSs end the attempt at `failed`. */
  readonly keepOpen: boolean;
  /** Where a page that is loaded again finds how long the session has lasted. */
  readonly tab: TabStorage;
}

interface ScormParts {
  readonly dialect: ScormDialect;
  readonly calls: ScormCalls;
  readonly options: ScormOptions;
  readonly clock: Clock;
  /** Whether a page before this one opened the session. */
  readonly isOpenAlready: boolean;
  readonly conversation: LmsSession['conversation'];
}

/** Milliseconds. Commit is a blocking request in real LMSs, so changes that lie close together go together. */
const gather = 2_000;
/** Milliseconds until an answer is committed: after the next picture, and before the learner has time to reload. */
const afterAnswer = 300;
/** Milliseconds between tries after a failure; after the last the outbox waits for something new to tell. */
const tryAgainAfter = [5_000, 15_000, 45_000, 120_000];

/** The session; reads what the LMS holds, and asks at once for the attempt to be resumed after a crash. */
export function openScormSession(parts: ScormParts): LmsSession {
  const { dialect, calls, conversation } = parts;
  const status = createStatus();
  const time = createSessionTime(parts);
  const held = readHeld(dialect, calls);
  const { launch } = held;
  const recording = launch.mode === 'normal';
  let ended = false;
  const outbox = createOutbox(parts, status, () => recording && !ended);
  const report = createReport(parts, held, outbox);
  if (recording) {
    // Right away, so that a session cut off by a crash can still be resumed.
    outbox.put([[dialect.exit, 'suspend']]);
    if (held.best === 'begun') outbox.put(dialect.begun);
    outbox.flush();
  }
  return {
    standard: dialect.standard,
    launch,
    // The number of reported decisions precedes the state.
    stateLimit: dialect.stateLimit - 10,
    keep: (next) => {
      if (ended || !recording) return;
      report.keep(next);
      outbox.send(gather);
    },
    record: (record) => {
      if (ended || !recording) return;
      report.record(record);
      outbox.send(record.complete ? 0 : afterAnswer);
    },
    hurry: outbox.hurry,
    close: (how) => {
      if (ended) return;
      if (recording) outbox.put([[dialect.sessionTime, dialect.sessionTimeOf(time.spent())]]);
      if (how === 'left') outbox.offer(dialect.leave);
      const trouble = outbox.flush();
      ended = true;
      outbox.stop();
      if (how === 'reload') {
        time.handOver();
        status.become({ state: 'ended' });
        return;
      }
      // Even after a refused commit: some LMSs answer it with nothing while the page goes away.
      const closed = calls.terminate();
      const last = trouble ?? (closed.ok ? undefined : closed.trouble);
      status.become({ state: 'ended', ...(last && recording && { trouble: last }) });
    },
    delivery: status.current,
    onDelivery: status.listen,
    conversation,
  };
}

const timeName = 'mikiwame.scorm.time';

/** The milliseconds that the session has lasted, those before a reload too: the LMS takes the last number it is told. */
function createSessionTime({ clock, options: { tab }, isOpenAlready }: ScormParts) {
  const before = isOpenAlready ? Number(tab.read(timeName)) : 0;
  tab.write(timeName, '');
  const begunAt = clock.counted() - (before > 0 && before < Infinity ? before : 0);
  const spent = (): number => clock.counted() - begunAt;
  return { spent, handOver: () => void tab.write(timeName, String(Math.round(spent()))) };
}

// ------------------------------------------------------------------------------------------------- what the LMS holds

interface Held {
  readonly launch: Launch;
  readonly kept: Kept;
  /** The best status so far. */
  readonly best: Status;
  /** The best score so far, 0 to 100. */
  readonly bestScore: number | undefined;
}

function readHeld(dialect: ScormDialect, calls: ScormCalls): Held {
  const read = (element: string): string => valueOf(calls.get(element));
  /** A word of the standard, which some LMSs write in capitals. */
  const readWord = (element: string): string => read(element).trim().toLowerCase();
  const mode = modeFrom(readWord(dialect.mode));
  const kept = splitState(read('cmi.suspend_data'));
  const learner = valueOf(calls.getUnshown(dialect.learner));
  const language = read(dialect.language);
  const passMark = dialect.passMarkFrom(read(dialect.passMark));
  return {
    launch: {
      mode,
      ...(learner !== '' && { learner }),
      ...(language !== '' && { language }),
      ...(passMark !== undefined && { passMark }),
      ...(kept.state !== '' && { state: kept.state }),
    },
    kept,
    best: dialect.statusFrom(dialect.statusElements.map(readWord)),
    bestScore: numberWithin(read(dialect.rawScore), 0, 100),
  };
}

// ------------------------------------------------------------------------------------------------- what goes to the LMS

/** Values on their way to the LMS. */
interface Outbox {
  /** Puts in what must arrive; it stays until the LMS has taken it. */
  readonly put: (pairs: readonly Pair[]) => void;
  /** Sets what an LMS may lack without harm: a refusal is noted and passed over. */
  readonly offer: (pairs: readonly Pair[]) => void;
  /** Sends everything after so many milliseconds; 0 is now. */
  readonly send: (milliseconds: number) => void;
  /** Sends now what was waiting. */
  readonly hurry: () => void;
  /** Sends everything now and commits. Returns why something did not arrive. */
  readonly flush: () => Trouble | undefined;
  readonly stop: () => void;
}

function createOutbox(
  { dialect, calls, clock }: ScormParts,
  status: DeliveryStatus,
  isOpen: () => boolean,
): Outbox {
  const due = new Map<string, Pair>();
  let tries = 0;
  let callOff: (() => void) | undefined;
  const soon = (milliseconds: number): void => {
    callOff?.();
    callOff = clock.later(milliseconds, flush);
  };
  function flush(): Trouble | undefined {
    callOff?.();
    callOff = undefined;
    if (!isOpen()) return undefined;
    let trouble: Trouble | undefined;
    for (const pair of inOrder(due.values(), dialect)) {
      const set = calls.set(...pair);
      if (set.ok) due.delete(pair[0]);
      else trouble ??= set.trouble;
    }
    const committed = calls.commit();
    if (!committed.ok) trouble ??= committed.trouble;
    if (trouble === undefined) {
      tries = 0;
      status.become({ state: 'saved' });
      return undefined;
    }
    const wait = tryAgainAfter[tries];
    tries += 1;
    if (wait !== undefined) soon(wait);
    // The rest was committed, and what the LMS has refused so often it will not take.
    const isLost = wait === undefined && committed.ok && trouble.kind === 'refused';
    status.become({ state: 'failed', trouble, ...(isLost && { lost: true }) });
    return trouble;
  }
  return {
    put: (pairs) => {
      for (const pair of pairs) due.set(pair[0], pair);
    },
    offer: (pairs) => {
      for (const pair of pairs) calls.set(...pair);
    },
    send: (milliseconds) => {
      tries = 0;
      if (milliseconds === 0) {
        flush();
        return;
      }
      status.become({ state: 'saving' });
      soon(milliseconds);
    },
    hurry: () => {
      if (callOff !== undefined) flush();
    },
    flush,
    stop: () => callOff?.(),
  };
}

/** Turns records of a round into values for the outbox. */
interface Report {
  readonly keep: (state: string) => void;
  readonly record: (record: LearningRecord) => void;
}

function createReport(
  { dialect, calls, options: { language, keepOpen } }: ScormParts,
  { kept, ...held }: Held,
  outbox: Outbox,
): Report {
  const interactions = createAppender(calls, 'cmi.interactions', kept.next);
  const objectives = createObjectives(dialect, calls);
  let { state, sent } = kept;
  let { best, bestScore } = held;
  const keepState = (): void => {
    outbox.put([['cmi.suspend_data', joinState({ sent, state, next: interactions.own() })]]);
  };
  const recordOutcome = ({ score, standing, passMark: mark, skills }: LearningRecord): void => {
    const reached = standing === 'unmarked' ? 'completed' : standing;
    // A learner who comes back never loses what they had.
    if (rank(reached) >= rank(best)) {
      best = reached;
      outbox.put(dialect.statusPairs(reached, keepOpen));
    }
    if (bestScore === undefined || score > bestScore) {
      bestScore = score;
      outbox.put(dialect.scorePairs(score, wholeScore(score, mark)));
      outbox.offer(dialect.scoreBounds);
    }
    for (const skill of skills) if (skill.total > 0) objectives.set(skill);
  };
  return {
    keep: (next) => {
      state = next;
      keepState();
    },
    record: (record) => {
      // Fewer decisions than were reported: another round has begun.
      if (record.decisions.length < sent) sent = 0;
      appendDecisions(record, sent, { dialect, language, interactions });
      sent = record.decisions.length;
      keepState();
      outbox.offer(dialect.progressPairs(record));
      if (record.complete) recordOutcome(record);
    },
  };
}

interface Appending {
  readonly dialect: ScormDialect;
  readonly language: Language;
  readonly interactions: Appender;
}

/** Appends the decisions after the first `sent`. */
function appendDecisions(
  { decisions }: LearningRecord,
  sent: number,
  { dialect, language, interactions }: Appending,
): void {
  const told = decisions.slice(0, sent).reduce((count, { facts }) => count + 1 + facts.length, 0);
  for (const decision of decisions.slice(sent)) {
    const first = interactions.next(told);
    if (first === undefined) continue;
    for (const pairs of dialect.interactions(decision, language, first)) interactions.append(pairs);
  }
}

const rank = (status: Status): number => statuses.indexOf(status);

function modeFrom(value: string): 'normal' | 'browse' | 'review' {
  return value === 'browse' || value === 'review' ? value : 'normal';
}

/** The content of `cmi.suspend_data`: the state of the round, and how much of it was reported. */
interface Kept {
  /** The number of reported decisions. */
  readonly sent: number;
  /** The number of the next interaction, where the LMS does not count them. */
  readonly next: number | undefined;
  readonly state: string;
}

/** `<decisions told>.<state>` or `<decisions told>-<next interaction>.<state>`, numbers in base 36; another text is no state of ours. */
function splitState(text: string): Kept {
  const [, sent, next, state] = /^([0-9a-z]{1,4})(?:-([0-9a-z]{1,4}))?\.([^]*)$/.exec(text) ?? [];
  return sent === undefined || state === undefined
    ? { sent: 0, next: undefined, state: '' }
    : {
        sent: Number.parseInt(sent, 36),
        next: next === undefined ? undefined : Number.parseInt(next, 36),
        state,
      };
}

const joinState = ({ sent, next, state }: Kept): string =>
  `${sent.toString(36)}${next === undefined ? '' : `-${next.toString(36)}`}.${state}`;

/** The score before the status: some LMSs close the attempt, or judge it, as soon as the status is there. */
function inOrder(pairs: Iterable<Pair>, { statusElements, rawScore }: ScormDialect): readonly Pair[] {
  const place = ([element]: Pair): number =>
    statusElements.includes(element) ? 2 : element === rawScore || element.includes('.score.') ? 1 : 0;
  return [...pairs].toSorted((one, other) => place(one) - place(other));
}

/** A score for an LMS without decimals; rounding never takes it over the pass mark, to either side. */
function wholeScore(score: number, passMark: number | undefined): number {
  const rounded = Math.round(score);
  if (passMark === undefined || score >= passMark === rounded >= passMark) return rounded;
  return score < passMark ? Math.floor(score) : Math.ceil(score);
}
