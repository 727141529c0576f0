/** A sitting told to a learning record store, for cmi5 and for a plain xAPI launch. */
import { jsonFrom } from '../core/scenario/from-outside.ts';
import type { Clock, Launch, LearningRecord, LmsSession, Trouble } from './lms.ts';
import type { Lrs } from './lrs.ts';
import { createStatementQueue } from './statement-queue.ts';
import { createStatus } from './status.ts';
import {
  answered,
  completed,
  initialized,
  isJsonObject,
  type JsonObject,
  judged,
  objectOf,
  progressed,
  type Setting,
  terminated,
} from './xapi-statements.ts';

/** What must be remembered over sittings, since nothing of a registration may be said twice. */
export interface Memo {
  readonly state: string;
  /** How many decisions of the round were told. */
  readonly sent: number;
  readonly completed: boolean;
  readonly passed: boolean;
}

export const noMemo: Memo = { state: '', sent: 0, completed: false, passed: false };

/** Characters of a state. A store takes more, but requests that outlive the page share 64 KiB. */
const stateLimit = 40_000;
/** Milliseconds. */
const gather = 1_000;

interface XapiParts {
  readonly standard: 'cmi5' | 'xapi';
  readonly setting: Setting;
  readonly launch: Launch;
  readonly memo: Memo;
  readonly lrs: Lrs;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly conversation: LmsSession['conversation'];
  /** Whether `initialized` was said before a reload of this sitting. */
  readonly begun: boolean;
  readonly onEnd: () => void;
}

export function openXapiSession(parts: XapiParts): LmsSession {
  const { standard, setting, launch, lrs, clock, newId, conversation, onEnd } = parts;
  const status = createStatus();
  const openedAt = clock.now();
  const recording = launch.mode === 'normal';
  const queue = createStatementQueue(lrs, clock, status.become);
  let memo = parts.memo;
  /** A failed round's score: told at the end, since a second try may still pass. */
  let failedScore: number | undefined;
  let ended = false;
  let callOff: (() => void) | undefined;
  let told = -1;

  const said = () => ({ id: newId(), at: clock.now() });
  const spent = (): number => clock.now() - openedAt;
  const put = (keepalive: boolean) =>
    lrs.send({
      method: 'PUT',
      resource: 'activities/state',
      query: stateQuery(setting),
      body: JSON.stringify({ version: 1, ...memo }),
      keepalive,
    });
  const putMemo = (): void => {
    callOff?.();
    callOff = undefined;
    void put(true).then((answer) => {
      if (!answer.ok) status.become({ state: 'failed', trouble: answer.trouble });
    });
  };
  const keepMemo = (): void => {
    callOff?.();
    callOff = clock.later(gather, putMemo);
  };
  const remember = (change: Partial<Memo>): void => {
    memo = { ...memo, ...change };
    keepMemo();
  };
  if (!parts.begun) queue.say(initialized(setting, said()));

  const recordOutcome = ({ standing, score }: LearningRecord): void => {
    if (!memo.completed) {
      queue.say(completed(setting, said(), spent()));
      remember({ completed: true });
    }
    if (standing === 'passed' && !memo.passed) {
      queue.say(judged(setting, said(), 'passed', score, spent()));
      remember({ passed: true });
      failedScore = undefined;
    }
    if (standing === 'failed' && !memo.passed) failedScore = Math.max(score, failedScore ?? 0);
  };
  const farewell = (): void => {
    if (failedScore !== undefined) queue.say(judged(setting, said(), 'failed', failedScore, spent()));
    queue.say(terminated(setting, said(), spent()));
  };
  const end = (trouble: Trouble | undefined): void => {
    status.become({ state: 'ended', ...(trouble && { trouble }) });
  };
  return {
    standard,
    launch,
    stateLimit,
    keep: (state) => {
      if (!ended && recording) remember({ state });
    },
    record: (record) => {
      if (ended || !recording) return;
      const from = record.decisions.length < memo.sent ? 0 : memo.sent;
      for (const decision of record.decisions.slice(from)) queue.say(answered(setting, said(), decision));
      const percent = Math.round(100 * record.progress);
      if (percent !== told && record.decisions.length > from)
        queue.say(progressed(setting, said(), record.progress));
      told = percent;
      if (record.decisions.length !== memo.sent) remember({ sent: record.decisions.length });
      if (record.complete) recordOutcome(record);
    },
    hurry: () => {
      if (callOff !== undefined) putMemo();
    },
    close: (how) => {
      if (ended) return;
      ended = true;
      callOff?.();
      farewell();
      onEnd();
      if (how === 'gone') {
        // The page is going: nothing can be waited for.
        if (recording) void put(true);
        queue.sendLast();
        end(undefined);
        return;
      }
      void (recording ? put(false) : Promise.resolve(undefined)).then(async (kept) => {
        await queue.empty();
        const last = status.current();
        end(
          last.state === 'failed' ? last.trouble : kept !== undefined && !kept.ok ? kept.trouble : undefined,
        );
      });
    },
    delivery: status.current,
    onDelivery: status.listen,
    conversation,
  };
}

/** Reads what an earlier sitting left; anything else there is nothing. */
export async function readMemo(lrs: Lrs, setting: Setting): Promise<Memo> {
  const answer = await lrs.send({ method: 'GET', resource: 'activities/state', query: stateQuery(setting) });
  return answer.ok ? memoFrom(jsonFrom(answer.text)) : noMemo;
}

function memoFrom(value: unknown): Memo {
  const { version, state, sent, completed: done, passed } = objectOf(value);
  if (version !== 1) return noMemo;
  return {
    state: typeof state === 'string' && state.length <= stateLimit ? state : '',
    sent: typeof sent === 'number' && Number.isSafeInteger(sent) && sent >= 0 ? sent : 0,
    completed: done === true,
    passed: passed === true,
  };
}

function stateQuery({ activity, actor, registration }: Setting): Record<string, string> {
  return {
    activityId: activity,
    agent: JSON.stringify(actor),
    stateId: 'mikiwame.state',
    ...(registration !== undefined && { registration }),
  };
}

/** A text as a JSON object; undefined where it is none. */
export function jsonObjectFrom(text: string): JsonObject | undefined {
  const value = jsonFrom(text);
  return isJsonObject(value) ? value : undefined;
}
