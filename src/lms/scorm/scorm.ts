/** Finds the API of a SCORM LMS and opens the session: 1.2 and 2004 differ only in their dialect. */
import { type Conversation, createConversation } from '../conversation.ts';
import type { Clock, Connected, LmsSession } from '../port.ts';
import { findScormApi, type WindowLike } from './scorm-api.ts';
import { scormCalls } from './scorm-calls.ts';
import type { ScormDialect } from './scorm-dialect.ts';
import { openScormSession, type ScormOptions } from './scorm-session.ts';

/** How often, and every how many milliseconds, the API is looked for. */
const looks = 10;
const lookEvery = 100;
/** Milliseconds between the later looks: an LMS may load its API after the course. */
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

/** Goes on looking for the API after `connectScorm` found none; returns a function that stops it. */
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
      // An API that refuses is not asked for ever.
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
  // Initialize fails if the session is open already, as after a reload, and in some LMSs for no reason: a successful GetValue proves that it is open.
  if (opened.ok || [dialect.mode, ...dialect.statusElements].some((element) => calls.get(element).ok)) {
    const parts = {
      dialect,
      calls,
      options,
      clock,
      isOpenAlready: !opened.ok,
      conversation: conversation.all,
    };
    return { ok: true, session: openScormSession(parts) };
  }
  const { trouble } = opened;
  const isOver = trouble.kind === 'refused' && dialect.ended.includes(trouble.code);
  return { ok: false, trouble: isOver ? { kind: 'over' } : trouble, conversation: conversation.all() };
}
