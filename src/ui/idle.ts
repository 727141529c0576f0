/** In milliseconds, for browsers that do not tell when they are idle. */
const patience = 600;

/** Calls `run` when the browser is idle, at the latest after two seconds. Returns a function that calls it off. */
export function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(run, patience);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(run, { timeout: 2_000 });
  return () => cancelIdleCallback(asked);
}
