/** State kept across the sessions of one registration (xAPI State resource), so that no statement is sent twice. */
import { jsonFrom } from '../../core/scenario/read/from-outside.ts';
import type { Clock, Trouble } from '../port.ts';
import { type Fetched, isHopeless, type Lrs } from './lrs.ts';
import { objectOf, type Setting } from './xapi-statements.ts';

/** What a session stores for its next launch. */
export interface Memo {
  /** The text that `keep` was last given. */
  readonly state: string;
  /** How many decisions of the round have arrived. */
  readonly sent: number;
  readonly completed: boolean;
  readonly passed: boolean;
  /** Whether `failed` was sent for this round. */
  readonly failed: boolean;
}

const noMemo: Memo = { state: '', sent: 0, completed: false, passed: false, failed: false };

/** The most characters of a state. A store takes more, but requests that outlive the page share 64 KiB. */
export const stateLimit = 40_000;

/** Reads the memo of earlier sessions; an empty one if there is none. */
export async function readMemo(lrs: Lrs, setting: Setting): Promise<Memo> {
  const answer = await lrs.send({ method: 'GET', resource: 'activities/state', query: stateQuery(setting) });
  return answer.ok ? memoFrom(jsonFrom(answer.text)) : noMemo;
}

/** The memo as it is written, with the version of its form. */
export const writtenMemo = (memo: Memo) => ({ version: 1, ...memo });

/** A memo from what was written; an empty one where it is of another version or is none. */
export function memoFrom(value: unknown): Memo {
  const { version, state, sent, completed, passed, failed } = objectOf(value);
  if (version !== 1) return noMemo;
  return {
    state: typeof state === 'string' && state.length <= stateLimit ? state : '',
    sent: typeof sent === 'number' && Number.isSafeInteger(sent) && sent >= 0 ? sent : 0,
    completed: completed === true,
    passed: passed === true,
    failed: failed === true,
  };
}

/** The memo of a session, stored at the record store after each change. */
export interface MemoKeeper {
  readonly current: () => Memo;
  readonly change: (change: Partial<Memo>) => void;
  /** Whether the store has the newest memo. */
  readonly isKept: () => boolean;
  /** Sends a waiting change at once. */
  readonly hurry: () => void;
  /** Sends a waiting change once more; resolves to why it did not arrive, or to undefined. */
  readonly finish: () => Promise<Trouble | undefined>;
  /**
   * Sends the memo for the last time, in a request that outlives the page, unless the store has it already. Calls `then` when no
   * request is on its way: at once if there is none, and never if the page is gone before.
   */
  readonly sendLast: (memo: Memo, then: () => void) => void;
}

/** Milliseconds within which changes are sent together. */
const gather = 300;
/** Milliseconds between tries; after the last try the keeper waits for the next change. */
const pauses = [1_000, 2_000, 5_000, 15_000, 60_000];

/** Calls `onTry` after each try with the reason of a failure, or undefined, and with whether the store refused it for good. */
export function createMemoKeeper(
  lrs: Lrs,
  setting: Setting,
  first: Memo,
  clock: Clock,
  onTry: (trouble: Trouble | undefined, isLost?: boolean) => void,
): MemoKeeper {
  let memo = first;
  let isDue = false;
  let onTheWay = 0;
  /** The memo that the store has confirmed, as JSON. */
  let kept = JSON.stringify(first);
  let tries = 0;
  let callOff: (() => void) | undefined;
  let sending: Promise<unknown> = Promise.resolve();
  const sendLater = (milliseconds: number): void => {
    callOff ??= clock.later(milliseconds, () => void send(true));
  };
  const put = async (next: Memo, keepalive: boolean): Promise<Fetched> => {
    onTheWay += 1;
    const answer = await putMemo(lrs, setting, next, keepalive);
    onTheWay -= 1;
    if (answer.ok) kept = JSON.stringify(next);
    return answer;
  };
  /** One request at a time, so that an older memo never arrives after a newer one. */
  const send = (keepalive: boolean): Promise<Trouble | undefined> => {
    callOff?.();
    callOff = undefined;
    const sent = sending.then(async () => {
      if (!isDue) return undefined;
      isDue = false;
      const answer = await put(memo, keepalive);
      if (answer.ok) {
        tries = 0;
        onTry(undefined);
        return undefined;
      }
      isDue = true;
      onTry(answer.trouble, isHopeless(answer.status));
      if (isHopeless(answer.status)) return answer.trouble;
      const pause = pauses[tries];
      tries += 1;
      if (pause !== undefined) sendLater(answer.retryAfter ?? pause);
      return answer.trouble;
    });
    sending = sent;
    return sent;
  };
  return {
    current: () => memo,
    change: (change) => {
      memo = { ...memo, ...change };
      isDue = true;
      sendLater(gather);
    },
    isKept: () => !isDue && onTheWay === 0,
    hurry: () => {
      if (isDue) void send(true);
    },
    finish: async () => {
      const trouble = await send(false);
      callOff?.();
      return trouble;
    },
    sendLast: (last, then) => {
      callOff?.();
      isDue = false;
      if (onTheWay === 0 && JSON.stringify(last) === kept) {
        then();
        return;
      }
      // Do not wait for the request on its way, since the page may be gone; `then` waits for both.
      void Promise.all([sending, put(last, true)]).then(then);
    },
  };
}

async function putMemo(lrs: Lrs, setting: Setting, memo: Memo, keepalive: boolean): Promise<Fetched> {
  const resource = 'activities/state';
  const query = stateQuery(setting);
  const put = (headers: Readonly<Record<string, string>>): Promise<Fetched> =>
    lrs.send({
      method: 'PUT',
      resource,
      query,
      headers,
      body: JSON.stringify(writtenMemo(memo)),
      keepalive,
    });
  const answer = await put({});
  if (answer.ok || (answer.status !== 409 && answer.status !== 412)) return answer;
  // xAPI 2.0 stores, and some strict older ones, overwrite a state only with a matching If-Match.
  const there = await lrs.send({ method: 'GET', resource, query });
  return put(there.ok ? { 'If-Match': there.etag ?? '*' } : { 'If-None-Match': '*' });
}

function stateQuery({ activity, actor, registration }: Setting): Record<string, string> {
  return {
    activityId: activity,
    agent: JSON.stringify(actor),
    stateId: 'mikiwame.state',
    ...(registration !== undefined && { registration }),
  };
}
