/** Splits long work into slices. Between slices the page can respond, paint, or cancel the work. */
import { asked } from './browser.ts';

/**
 * Milliseconds per slice. Even several times slower, on a slow device, it stays below the 50 ms that a person
 * notices.
 */
const longestSlice = 8;

interface Clock {
  /** The current time in milliseconds. */
  readonly now: () => number;
  /** Yields to other work; fulfilled when it is our turn again. */
  readonly rest: () => Promise<void>;
}

/** Returns a function to await between steps, however small. It yields when the slice is used up. */
export function sliced({ now, rest }: Clock = { now: () => performance.now(), rest: restOnce }) {
  let since = now();
  return async (): Promise<void> => {
    if (now() - since < longestSlice) return;
    await rest();
    since = now();
  };
}

/** Runs a generator in slices and returns its result, or undefined if the work is cancelled. */
export async function inSlices<Result>(
  work: Generator<unknown, Result>,
  calledOff?: AbortSignal,
  yieldNow = sliced(),
): Promise<Result | undefined> {
  for (;;) {
    if (calledOff?.aborted === true) return undefined;
    const next = work.next();
    if (next.done === true) return next.value;
    await yieldNow();
  }
}

/**
 * Uses Prioritized Task Scheduling if available, otherwise a MessageChannel hop, which is not throttled like a
 * timer.
 */
function restOnce(): Promise<void> {
  const yielded = asked(() => scheduler.yield(), undefined);
  if (yielded !== undefined) return yielded;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}
