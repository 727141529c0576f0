/** A sitting told to a SCORM LMS, 1.2 or 2004: the life cycle both versions share. */
import type { Language } from '../../core/scenario/format/vocabulary.ts';
import { createConversation } from '../conversation.ts';
import type { Clock, Connected, LearningRecord, LmsSession, Trouble } from '../port.ts';
import { findScormApi, type WindowLike } from './scorm-api.ts';
import { type Called, type ScormCalls, scormCalls } from './scorm-calls.ts';
import { numberWithin, type Pair, type ScormDialect, type Status, statuses } from './scorm-dialect.ts';
import { createStatus } from '../status.ts';

export interface ScormOptions {
  /** In which the interactions are described. */
  readonly language: Language;
  /** Reports a failed round as incomplete, since many LMSs end the attempt at `failed`. */
  readonly keepOpen: boolean;
}

/** Milliseconds. Commit is a blocking request in real LMSs, so what happens close together goes together. */
const gather = 2_000;
/** Milliseconds until an answer is committed: after the next picture, and before the learner has time to reload. */
const afterAnswer = 300;
/** Milliseconds between tries after a failure; then it waits for something new to tell. */
const tryAgainAfter = [5_000, 15_000, 45_000, 120_000];
/** How often, and every how many milliseconds, the API is looked for. */
const looks = 10;
const lookEvery = 100;

/** Looks for the API for a second and opens the session. */
export async function connectScorm(
  dialect: ScormDialect,
  page: WindowLike,
  options: ScormOptions,
  clock: Clock,
): Promise<Connected> {
  const conversation = createConversation(clock);
  const api = await lookFor(dialect, page, clock);
  if (api === undefined) {
    conversation.note(`look for ${dialect.api}`, 'not found');
    return { ok: false, trouble: { kind: 'nobody' }, conversation: conversation.all() };
  }
  const calls = scormCalls(api, dialect.names, conversation);
  const opened = calls.initialize();
  if (!opened.ok && !isOpenAlready(opened.trouble, dialect)) {
    return { ok: false, trouble: opened.trouble, conversation: conversation.all() };
  }
  return { ok: true, session: openSession(dialect, calls, options, clock, conversation.all) };
}

async function lookFor(dialect: ScormDialect, page: WindowLike, clock: Clock): Promise<object | undefined> {
  for (let look = 1; look < looks; look += 1) {
    const api = findScormApi(dialect.api, page);
    if (api !== undefined) return api;
    await new Promise<void>((resolve) => void clock.later(lookEvery, resolve));
  }
  return findScormApi(dialect.api, page);
}

const isOpenAlready = (trouble: Trouble, { alreadyOpen }: ScormDialect): boolean =>
  trouble.kind === 'refused' && alreadyOpen.includes(trouble.code);

function openSession(
  dialect: ScormDialect,
  calls: ScormCalls,
  { language, keepOpen }: ScormOptions,
  clock: Clock,
  conversation: LmsSession['conversation'],
): LmsSession {
  const status = createStatus();
  const openedAt = clock.now();
  const read = (element: string): string => valueOf(calls.get(element));
  const mode = modeFrom(read(dialect.mode));
  const recording = mode === 'normal';
  const kept = splitState(read('cmi.suspend_data'));
  const learner = valueOf(calls.getUnshown(dialect.learner));
  const preferred = read(dialect.language);
  const passMark = dialect.passMarkFrom(read(dialect.passMark));
  let best: Status = dialect.statusFrom(dialect.statusElements.map(read));
  let bestScore = numberWithin(read(dialect.rawScore), 0, 100);

  /** What must arrive, and has not yet. */
  const due = new Map<string, string>();
  let state = kept.state;
  let sent = kept.sent;
  let tries = 0;
  let ended = false;
  let callOff: (() => void) | undefined;

  const setAll = (pairs: readonly Pair[]): void => {
    for (const [element, value] of pairs) due.set(element, value);
  };
  /** What an LMS may lack without harm: a refusal is noted and passed over. */
  const offer = (pairs: readonly Pair[]): void => {
    for (const pair of pairs) calls.set(...pair);
  };
  const soon = (milliseconds: number): void => {
    callOff?.();
    callOff = clock.later(milliseconds, flush);
  };
  function flush(): Trouble | undefined {
    callOff?.();
    callOff = undefined;
    if (ended || !recording) return undefined;
    let trouble: Trouble | undefined;
    for (const [element, value] of due) {
      const set = calls.set(element, value);
      if (set.ok) due.delete(element);
      else trouble ??= set.trouble;
    }
    const committed = calls.commit();
    if (!committed.ok) trouble ??= committed.trouble;
    if (trouble === undefined) {
      tries = 0;
      status.become({ state: 'saved' });
      return undefined;
    }
    status.become({ state: 'failed', trouble });
    const wait = tryAgainAfter[tries];
    tries += 1;
    if (wait !== undefined) soon(wait);
    return trouble;
  }
  const tell = (wait: number): void => {
    tries = 0;
    if (wait === 0) {
      flush();
      return;
    }
    status.become({ state: 'saving' });
    soon(wait);
  };
  const interactions = appender(calls, 'cmi.interactions');
  const objectives = skillObjectives(dialect, calls);

  if (recording) {
    // Right away, so that a sitting cut off by a crash can still be resumed.
    setAll([[dialect.exit, 'suspend']]);
    if (best === 'begun') setAll(dialect.begun);
    flush();
  }

  const recordDecisions = ({ decisions }: LearningRecord): void => {
    // Fewer than were told before: another round has begun.
    if (decisions.length < sent) sent = 0;
    for (const decision of decisions.slice(sent)) {
      const first = interactions.next();
      if (first !== undefined) {
        for (const pairs of dialect.interactions(decision, language, first)) interactions.append(pairs);
      }
    }
    sent = decisions.length;
  };
  const recordOutcome = ({ score, standing, skills }: LearningRecord): void => {
    const reached = standing === 'unmarked' ? 'completed' : standing;
    // A learner who comes back never loses what they had.
    if (rank(reached) >= rank(best)) {
      best = reached;
      setAll(dialect.statusPairs(reached, keepOpen));
    }
    if (bestScore === undefined || score > bestScore) {
      bestScore = score;
      setAll(dialect.scorePairs(score));
      offer(dialect.scoreBounds);
    }
    for (const skill of skills) if (skill.total > 0) objectives.set(skill);
  };

  return {
    standard: dialect.standard,
    launch: {
      mode,
      ...(learner !== '' && { learner }),
      ...(preferred !== '' && { language: preferred }),
      ...(passMark !== undefined && { passMark }),
      ...(kept.state !== '' && { state: kept.state }),
    },
    // The count of decisions told goes before the state.
    stateLimit: dialect.stateLimit - 8,
    keep: (next) => {
      if (ended || !recording) return;
      state = next;
      due.set('cmi.suspend_data', joinState(sent, state));
      tell(gather);
    },
    record: (record) => {
      if (ended || !recording) return;
      recordDecisions(record);
      due.set('cmi.suspend_data', joinState(sent, state));
      offer(dialect.progressPairs(record));
      if (record.complete) recordOutcome(record);
      tell(record.complete ? 0 : afterAnswer);
    },
    hurry: () => {
      if (callOff !== undefined) flush();
    },
    close: (how) => {
      if (ended) return;
      if (recording) setAll([[dialect.sessionTime, dialect.sessionTimeOf(clock.now() - openedAt)]]);
      if (how === 'left') offer(dialect.leave);
      const trouble = flush();
      ended = true;
      callOff?.();
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

const rank = (status: Status): number => statuses.indexOf(status);

/** An element an LMS does not keep reads as empty. */
const valueOf = (called: Called): string => (called.ok ? called.value : '');

function modeFrom(value: string): 'normal' | 'browse' | 'review' {
  return value === 'browse' || value === 'review' ? value : 'normal';
}

/** `<decisions told, base 36>.<state>`; a text of another shape is nobody's state. */
function splitState(text: string): { readonly sent: number; readonly state: string } {
  const [, sent, state] = /^([0-9a-z]{1,4})\.([^]*)$/.exec(text) ?? [];
  return sent === undefined || state === undefined
    ? { sent: 0, state: '' }
    : { sent: Number.parseInt(sent, 36), state };
}

const joinState = (sent: number, state: string): string => `${sent.toString(36)}.${state}`;

/** Appends to a list of the data model, of which old entries are never rewritten; an LMS without it is not asked again. */
function appender(calls: ScormCalls, list: string) {
  let next: number | undefined;
  let missing = false;
  return {
    /** The number of the next entry; undefined where the LMS keeps no such list. */
    next: (): number | undefined => {
      if (missing) return undefined;
      if (next === undefined) {
        const children = calls.get(`${list}._children`);
        const count = Number(valueOf(calls.get(`${list}._count`)));
        missing = !children.ok || !Number.isSafeInteger(count) || count < 0;
        if (missing) return undefined;
        next = count;
      }
      return next;
    },
    /** The first pair is the id; where that is refused the number stays free, since a skipped one would be refused as well. */
    append: (pairs: readonly Pair[]): void => {
      if (next === undefined) return;
      const [id, ...rest] = pairs;
      if (id === undefined || !calls.set(`${list}.${next}.${id[0]}`, id[1]).ok) return;
      for (const [element, value] of rest) calls.set(`${list}.${next}.${element}`, value);
      next += 1;
    },
  };
}

/** One objective per family, found again by its id: an LMS may have made some of its own. */
function skillObjectives(dialect: ScormDialect, calls: ScormCalls) {
  const list = 'cmi.objectives';
  let places: Map<string, number> | undefined;
  const existing = (): Map<string, number> | undefined => {
    if (!calls.get(`${list}._children`).ok) return undefined;
    const count = Math.min(Number(valueOf(calls.get(`${list}._count`))) || 0, 200);
    return new Map(
      Array.from({ length: count }, (_, place) => [valueOf(calls.get(`${list}.${place}.id`)), place]),
    );
  };
  return {
    set: (skill: Parameters<ScormDialect['objective']>[0]): void => {
      places ??= existing();
      if (places === undefined) return;
      const id = dialect.objectiveId(skill);
      const known = places.get(id);
      const place = known ?? Math.max(-1, ...places.values()) + 1;
      if (known === undefined) {
        if (!calls.set(`${list}.${place}.id`, id).ok) return;
        places.set(id, place);
      }
      for (const [element, value] of dialect.objective(skill))
        calls.set(`${list}.${place}.${element}`, value);
    },
  };
}
