/** Statements on their way, in their order: sent in batches and tried again with growing pauses. A statement keeps its id. */
import type { Clock, Trouble } from '../port.ts';
import { type Fetched, isHopeless, type Lrs } from './lrs.ts';
import type { JsonObject } from './xapi-statements.ts';

/** Milliseconds between tries; after the last try the queue waits for a new statement. */
const pauses = [1_000, 2_000, 5_000, 15_000, 60_000];
/** Statements in one request. */
const most = 50;

/** Statements on their way to a record store. */
export interface StatementQueue {
  /** Adds a statement; `onArrived` is called when the store has it. */
  readonly say: (statement: JsonObject, onArrived?: () => void) => void;
  /** The statements that have not arrived, in their order. */
  readonly waiting: () => readonly JsonObject[];
  /** Sends the waiting statements and these in one request that outlives the page. */
  readonly sendLast: (statements: readonly JsonObject[]) => void;
  /** Tries the waiting statements once more without a pause; resolves to whether all have arrived or were dropped. */
  readonly finish: () => Promise<boolean>;
}

interface Waiting {
  readonly statement: JsonObject;
  readonly onArrived: () => void;
}

type Refusal = Extract<Fetched, { ok: false }>;

/** Calls `onChange` with whether everything has arrived, and otherwise why not. */
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
  /** Why the last dropped statement was refused. The learner is told even when the rest has arrived. */
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
      const refusal = await deliver(waiting.slice(0, most), {
        post: (batch) => post(batch, false),
        onArrived: arrived,
        onDropped: drop,
      });
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

interface Outcomes {
  /** Sends some statements in one request. */
  readonly post: (batch: readonly Waiting[]) => Promise<Fetched>;
  readonly onArrived: (one: Waiting) => void;
  /** The store refused a statement for good. */
  readonly onDropped: (one: Waiting, trouble: Trouble) => void;
}

/** Sends a batch. Resolves to undefined if at least one statement arrived or was dropped, and otherwise to the refusal. */
async function deliver(
  batch: readonly Waiting[],
  { post, onArrived, onDropped }: Outcomes,
): Promise<Refusal | undefined> {
  const answer = await post(batch);
  if (answer.ok) {
    batch.forEach(onArrived);
    return undefined;
  }
  if (!isOfOne(answer.status)) return answer;
  // Stores refuse a whole batch because of one statement: send them singly, so that it does not hold up the rest.
  const forbidden: Waiting[] = [];
  for (const one of batch) {
    const alone = batch.length === 1 ? answer : await post([one]);
    // 409: the store has this id already, from a request whose answer did not come.
    if (alone.ok || alone.status === 409) onArrived(one);
    else if (isHopeless(alone.status)) onDropped(one, alone.trouble);
    else if (alone.status === 403) forbidden.push(one);
    else return alone;
  }
  // All are forbidden: the session has lost its permission, perhaps for a time. Keep the statements.
  if (forbidden.length === batch.length) return answer;
  for (const one of forbidden) onDropped(one, answer.trouble);
  return undefined;
}

/** Whether a status may be the refusal of one statement in a batch. */
const isOfOne = (status: number | undefined): boolean =>
  status === 403 || status === 409 || isHopeless(status);
