/** Statements on their way, in the order they were said: sent together, tried again with growing pauses, each by one id for good. */
import type { Clock, Trouble } from './lms.ts';
import { type Fetched, isHopeless, type Lrs } from './lrs.ts';
import type { JsonObject } from './xapi-statements.ts';

/** Milliseconds between tries; after the last it waits for something new to say. */
const pauses = [1_000, 2_000, 5_000, 15_000, 60_000];
/** Statements in one request. */
const most = 50;

export interface StatementQueue {
  readonly say: (statement: JsonObject) => void;
  /** Sends what is left in one request that outlives the page. */
  readonly sendLast: () => void;
  /** Settles when all has arrived or the tries are used up. */
  readonly empty: () => Promise<void>;
}

/** `onChange` hears whether all has arrived, and otherwise why not. */
export function createStatementQueue(
  lrs: Lrs,
  clock: Clock,
  onChange: (
    change: { readonly state: 'saved' | 'saving' } | { readonly state: 'failed'; readonly trouble: Trouble },
  ) => void,
): StatementQueue {
  let waiting: readonly JsonObject[] = [];
  let sending: Promise<void> | undefined;
  /** The last statement that could not be stored; the learner should know, also when the rest has arrived. */
  let lost: Trouble | undefined;

  const post = (statements: readonly JsonObject[], keepalive: boolean): Promise<Fetched> =>
    lrs.send({ method: 'POST', resource: 'statements', body: JSON.stringify(statements), keepalive });
  const work = async (): Promise<void> => {
    let tries = 0;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most);
      const answer = await post(batch, false);
      if (answer.ok || answer.status === 409) {
        // 409: the store has these ids already, from a request whose answer was lost.
        waiting = waiting.slice(batch.length);
        tries = 0;
        continue;
      }
      onChange({ state: 'failed', trouble: answer.trouble });
      if (isHopeless(answer.status)) {
        // One that cannot be stored must not hold up the rest.
        lost = answer.trouble;
        waiting = batch.length > 1 ? await oneByOne(batch) : waiting.slice(1);
        continue;
      }
      const pause = pauses[tries];
      if (pause === undefined) return;
      tries += 1;
      await new Promise<void>((resolve) => void clock.later(answer.retryAfter ?? pause, resolve));
    }
    onChange(lost === undefined ? { state: 'saved' } : { state: 'failed', trouble: lost });
  };
  /** What is left after each of a refused batch was tried alone. */
  const oneByOne = async (batch: readonly JsonObject[]): Promise<readonly JsonObject[]> => {
    const again: JsonObject[] = [];
    for (const statement of batch) {
      const answer = await post([statement], false);
      if (!answer.ok && answer.status !== 409 && !isHopeless(answer.status)) again.push(statement);
    }
    return [...again, ...waiting.slice(batch.length)];
  };
  const start = (): void => {
    if (sending !== undefined) return;
    onChange({ state: 'saving' });
    sending = work().finally(() => {
      sending = undefined;
    });
  };
  return {
    say: (statement) => {
      waiting = [...waiting, statement];
      start();
    },
    sendLast: () => {
      if (waiting.length > 0) void post(waiting, true);
    },
    empty: async () => {
      await sending;
    },
  };
}
