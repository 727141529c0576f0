/** Long work in slices, between which the page answers, draws and hears that the work is not wanted any more. */

/** Milliseconds of work in one go: with what a slow device makes of them, still below the 50 that a person would feel. */
const longestSlice = 8;

interface Clock {
  /** In milliseconds. */
  readonly now: () => number;
  /** Lets others have their turn; settles when it is ours again. */
  readonly rest: () => Promise<void>;
}

/** Gives a function to be awaited between the steps of one work, however small they are: it rests where a slice is used up. */
export function sliced({ now, rest }: Clock = { now: () => performance.now(), rest: restOnce }) {
  let since = now();
  return async (): Promise<void> => {
    if (now() - since < longestSlice) return;
    await rest();
    since = now();
  };
}

/** What the steps of a work come to, taken in slices; undefined once the work is called off. */
export async function inSlices<Result>(
  work: Generator<unknown, Result>,
  calledOff?: AbortSignal,
  breathe = sliced(),
): Promise<Result | undefined> {
  for (;;) {
    if (calledOff?.aborted === true) return undefined;
    const next = work.next();
    if (next.done === true) return next.value;
    await breathe();
  }
}

/** Prioritized Task Scheduling where the browser has it; else a message to oneself, which unlike a timer is not put off. */
function restOnce(): Promise<void> {
  if ('scheduler' in globalThis && 'yield' in scheduler) return scheduler.yield();
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
