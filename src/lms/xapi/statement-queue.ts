/** Statements on their way, in the order they were said: sent together, tried again with growing pauses, each by one id for good. */
import type { Clock, Trouble } from '../port.ts';
import { type Fetched, isHopeless, type Lrs } from './lrs.ts';
import type { JsonObject } from './xapi-statements.ts';

/** Milliseconds between tries; after the last it waits for something new to say. */
const pauses = [1_000, 2_000, 5_000, 15_000, 60_000];
/** Statements in one request. */
const most = 50;

export interface StatementQueue {
  /** `onArrived` is called once the store has it. */
  readonly say: (statement: JsonObject, onArrived?: () => void) => void;
  /** What has not arrived, in its order. */
  readonly waiting: () => readonly JsonObject[];
  /** Sends what is left and these in one request that outlives the page. */
  readonly sendLast: (statements: readonly JsonObject[]) => void;
  /** Tries what is left once more without a pause; whether nothing is left. */
  readonly finish: () => Promise<boolean>;
}

interface Waiting {
  readonly statement: JsonObject;
  readonly onArrived: () => void;
}

type Refusal = Extract<Fetched, { ok: false }>;

/** `onChange` hears whether all has arrived, and otherwise why not. */
export function createStatementQueue(
  lrs: Lrs,
  clock: Clock,
  onChange: (
    change:
      | { readonly state: 'saved' | 'saving' }
      | { readonly state: 'failed'; readonly trouble: Trouble; readonly lost?: true },
  ) => void,
): StatementQueue {
  let waiting: readonly Waiting[] = [];
  let sending: Promise<void> | undefined;
  let wake: (() => void) | undefined;
  let finishing = false;
  /** The last statement that could not be stored; the learner should know, also when the rest has arrived. */
  let lost: Trouble | undefined;

  const post = (batch: readonly Waiting[], keepalive: boolean): Promise<Fetched> =>
    lrs.send({
      method: 'POST',
      resource: 'statements',
      body: JSON.stringify(batch.map(({ statement }) => statement)),
      keepalive,
    });
  const remove = (one: Waiting): void => {
    waiting = waiting.filter((other) => other !== one);
  };
  const arrived = (one: Waiting): void => {
    remove(one);
    one.onArrived();
  };
  const drop = (one: Waiting, trouble: Trouble): void => {
    remove(one);
    lost = trouble;
  };
  const work = async (): Promise<void> => {
    let tries = 0;
    while (waiting.length > 0) {
      const last = finishing;
      const refusal = await deliver(waiting.slice(0, most));
      if (refusal === undefined) {
        tries = 0;
        continue;
      }
      onChange({ state: 'failed', trouble: refusal.trouble });
      const pause = finishing ? 0 : pauses[tries];
      if (last || pause === undefined) break;
      tries += 1;
      await new Promise<void>((resolve) => {
        wake = resolve;
        clock.later(refusal.retryAfter ?? pause, resolve);
        if (finishing) resolve();
      });
    }
    sending = undefined;
    if (waiting.length === 0)
      onChange(lost === undefined ? { state: 'saved' } : { state: 'failed', trouble: lost, lost: true });
  };
  /** Undefined where the queue got shorter, and otherwise why it did not. */
  const deliver = async (batch: readonly Waiting[]): Promise<Refusal | undefined> => {
    const answer = await post(batch, false);
    if (answer.ok) {
      batch.forEach(arrived);
      return undefined;
    }
    if (!isOfOne(answer.status)) return answer;
    // Stores refuse all for the sake of one, and one that cannot be stored must not hold up the rest.
    const forbidden: Waiting[] = [];
    for (const one of batch) {
      const alone = batch.length === 1 ? answer : await post([one], false);
      // 409: the store has this id already, from a request whose answer was lost.
      if (alone.ok || alone.status === 409) arrived(one);
      else if (isHopeless(alone.status)) drop(one, alone.trouble);
      else if (alone.status === 403) forbidden.push(one);
      else return alone;
    }
    // Where everything is forbidden it is the sitting that is not allowed, and that may change.
    if (forbidden.length === batch.length) return answer;
    for (const one of forbidden) drop(one, answer.trouble);
    return undefined;
  };
  const start = async (): Promise<void> => {
    if (sending === undefined) {
      onChange({ state: 'saving' });
      sending = work();
    }
    await sending;
  };
  return {
    say: (statement, onArrived = () => undefined) => {
      waiting = [...waiting, { statement, onArrived }];
      void start();
    },
    waiting: () => waiting.map(({ statement }) => statement),
    sendLast: (statements) => {
      const last = [
        ...waiting,
        ...statements.map((statement) => ({ statement, onArrived: () => undefined })),
      ];
      if (last.length > 0) void post(last, true);
    },
    finish: async () => {
      finishing = true;
      wake?.();
      if (waiting.length > 0) await start();
      finishing = false;
      return waiting.length === 0;
    },
  };
}

/** Whether a whole request may have been refused for the sake of one statement in it. */
const isOfOne = (status: number | undefined): boolean =>
  status === 403 || status === 409 || isHopeless(status);
