import { asked } from '../loading/browser.ts';

/** In milliseconds, for browsers that do not tell when they are idle. */
const patience = 600;

/** Calls `run` when the browser is idle, at the latest after two seconds. Returns a function that calls it off. */
export function whenIdle(run: () => void): () => void {
  const idle = asked(() => requestIdleCallback(run, { timeout: 2_000 }), undefined);
  if (idle !== undefined) return () => cancelIdleCallback(idle);
  const timer = setTimeout(run, patience);
  return () => clearTimeout(timer);
}
