/** A sitting told to a SCORM LMS, 1.2 or 2004: the life cycle both versions share. */
import type { Language } from '../../core/scenario/format/vocabulary.ts';
import { type Conversation, createConversation } from '../conversation.ts';
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
/** Milliseconds between the looks after that: an LMS may load its API after the course. */
const lookAgainAfter = [...Array<number>(20).fill(500), ...Array<number>(20).fill(2_000)];
const lookOnEvery = 10_000;

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
  return openIn(api, dialect, options, clock, conversation);
}

/** Goes on looking after `connectScorm` found nobody; gives back how to stop it. */
export function awaitScorm(
  dialect: ScormDialect,
  page: WindowLike,
  options: ScormOptions,
  clock: Clock,
  onConnected: (session: LmsSession) => void,
): () => void {
  let callOff: () => void = () => undefined;
  const look = (number: number): void => {
    callOff = clock.later(lookAgainAfter[number] ?? lookOnEvery, () => {
      const api = findScormApi(dialect.api, dialect.names, page);
      const connected = api && openIn(api, dialect, options, clock, createConversation(clock));
      if (connected?.ok) onConnected(connected.session);
      // An API that refuses will not be asked for ever.
      else if (connected === undefined || number < lookAgainAfter.length) look(number + 1);
    });
  };
  look(0);
  return () => callOff();
}

async function lookFor(dialect: ScormDialect, page: WindowLike, clock: Clock): Promise<object | undefined> {
  for (let look = 1; look < looks; look += 1) {
    const api = findScormApi(dialect.api, dialect.names, page);
    if (api !== undefined) return api;
    await new Promise<void>((resolve) => void clock.later(lookEvery, resolve));
  }
  return findScormApi(dialect.api, dialect.names, page);
}

function openIn(
  api: object,
  dialect: ScormDialect,
  options: ScormOptions,
  clock: Clock,
  conversation: Conversation,
): Connected {
  const calls = scormCalls(api, dialect.names, conversation);
  const opened = calls.initialize();
  // Refused where the session is open already, as after a reload, and by some LMSs for no reason: one reading tells whether it is.
  if (opened.ok || [dialect.mode, ...dialect.statusElements].some((element) => calls.get(element).ok)) {
    return { ok: true, session: openSession(dialect, calls, options, clock, conversation.all) };
  }
  const { trouble } = opened;
  const isOver = trouble.kind === 'refused' && dialect.ended.includes(trouble.code);
  return { ok: false, trouble: isOver ? { kind: 'over' } : trouble, conversation: conversation.all() };
}

function openSession(
  dialect: ScormDialect,
  calls: ScormCalls,
  { language, keepOpen }: ScormOptions,
  clock: Clock,
  conversation: LmsSession['conversation'],
): LmsSession {
  const status = createStatus();
  const openedAt = clock.counted();
  const read = (element: string): string => valueOf(calls.get(element));
  /** A word of the standard's, which some LMSs write in capitals. */
  const readWord = (element: string): string => read(element).trim().toLowerCase();
  const mode = modeFrom(readWord(dialect.mode));
  const recording = mode === 'normal';
  const kept = splitState(read('cmi.suspend_data'));
  const learner = valueOf(calls.getUnshown(dialect.learner));
  const preferred = read(dialect.language);
  const passMark = dialect.passMarkFrom(read(dialect.passMark));
  let best: Status = dialect.statusFrom(dialect.statusElements.map(readWord));
  let bestScore = numberWithin(read(dialect.rawScore), 0, 100);

  /** What must arrive, and has not yet. */
  const due = new Map<string, Pair>();
  let state = kept.state;
  let sent = kept.sent;
  let tries = 0;
  let ended = false;
  let callOff: (() => void) | undefined;

  const setAll = (pairs: readonly Pair[]): void => {
    for (const pair of pairs) due.set(pair[0], pair);
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
  const keepState = (): void => {
    setAll([['cmi.suspend_data', joinState({ sent, state, next: interactions.own() })]]);
  };
  const interactions = appender(calls, 'cmi.interactions', kept.next);
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
    const told = decisions.slice(0, sent).reduce((count, { facts }) => count + 1 + facts.length, 0);
    for (const decision of decisions.slice(sent)) {
      const first = interactions.next(told);
      if (first !== undefined) {
        for (const pairs of dialect.interactions(decision, language, first)) interactions.append(pairs);
      }
    }
    sent = decisions.length;
  };
  const recordOutcome = ({ score, standing, passMark: mark, skills }: LearningRecord): void => {
    const reached = standing === 'unmarked' ? 'completed' : standing;
    // A learner who comes back never loses what they had.
    if (rank(reached) >= rank(best)) {
      best = reached;
      setAll(dialect.statusPairs(reached, keepOpen));
    }
    if (bestScore === undefined || score > bestScore) {
      bestScore = score;
      setAll(dialect.scorePairs(score, wholeScore(score, mark)));
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
    // What was told goes before the state.
    stateLimit: dialect.stateLimit - 10,
    keep: (next) => {
      if (ended || !recording) return;
      state = next;
      keepState();
      tell(gather);
    },
    record: (record) => {
      if (ended || !recording) return;
      recordDecisions(record);
      keepState();
      offer(dialect.progressPairs(record));
      if (record.complete) recordOutcome(record);
      tell(record.complete ? 0 : afterAnswer);
    },
    hurry: () => {
      if (callOff !== undefined) flush();
    },
    close: (how) => {
      if (ended) return;
      if (recording) setAll([[dialect.sessionTime, dialect.sessionTimeOf(clock.counted() - openedAt)]]);
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

/** What suspend data holds: the round so far, and how much of it was told. */
interface Kept {
  /** Decisions told. */
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

/** Appends to a list of the data model, of which old entries are never rewritten; an LMS without it is not asked again. */
function appender(calls: ScormCalls, list: string, kept: number | undefined) {
  let next: number | undefined;
  let missing = false;
  let counted = true;
  return {
    /** The number of the next entry; undefined where the LMS keeps no such list. `told` is how many are known to be there. */
    next: (told: number): number | undefined => {
      if (missing || next !== undefined) return next;
      missing = !calls.get(`${list}._children`).ok;
      if (missing) return undefined;
      const count = countFrom(valueOf(calls.get(`${list}._count`)));
      counted = count !== undefined;
      next = count ?? kept ?? told;
      return next;
    },
    /** The number of the next entry, for ourselves to remember where the LMS does not count. */
    own: (): number | undefined =>
      counted && kept === undefined ? undefined : Math.max(kept ?? 0, next ?? 0),
    /** The first pair is the id; where that is refused the number stays free, since a skipped one would be refused as well. */
    append: (pairs: readonly Pair[]): void => {
      if (next === undefined) return;
      const [id, ...rest] = pairs;
      if (id === undefined || !calls.set(`${list}.${next}.${id[0]}`, id[1]).ok) return;
      for (const [element, ...values] of rest) calls.set(`${list}.${next}.${element}`, ...values);
      next += 1;
    },
  };
}

/** What an LMS says of the length of a list; undefined where that is no number, as in some that answer with nothing. */
const countFrom = (text: string): number | undefined =>
  /^\d{1,6}$/.test(text.trim()) ? Number(text) : undefined;

/** The most objectives looked through. */
const mostObjectives = 200;

/** One objective per family, found again by its id: an LMS may have made some of its own. */
function skillObjectives(dialect: ScormDialect, calls: ScormCalls) {
  const list = 'cmi.objectives';
  let places: Map<string, number> | undefined;
  const existing = (): Map<string, number> | undefined => {
    if (!calls.get(`${list}._children`).ok) return undefined;
    const count = countFrom(valueOf(calls.get(`${list}._count`)));
    const found = new Map<string, number>();
    for (let place = 0; place < Math.min(count ?? mostObjectives, mostObjectives); place += 1) {
      const id = valueOf(calls.get(`${list}.${place}.id`));
      // An LMS that does not count them has no more where one has no id.
      if (count === undefined && id === '') break;
      found.set(id, place);
    }
    return found;
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
      for (const [element, ...values] of dialect.objective(skill))
        calls.set(`${list}.${place}.${element}`, ...values);
    },
  };
}
