/** What follows an answer, in chunks of their own. They are fetched while the message is read, so that nothing loads between answer and verdict. */
import { fetchSentences } from '../i18n/setup.ts';
import { lazyPart } from '../ui/lazy-part.tsx';

export const DebriefScreen = lazyPart(() => import('./debrief/DebriefScreen.tsx'));
export const ReasonScreen = lazyPart(() => import('./answer/ReasonScreen.tsx'));
export const ResultScreen = lazyPart(() => import('../results/ResultScreen.tsx'));

/** In milliseconds, for browsers that do not tell when they are idle. */
const patience = 600;

/** Fetches all of it when the browser is idle. Returns a function that calls it off. */
export function fetchAhead(): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(fetchAll, patience);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(fetchAll, { timeout: 2_000 });
  return () => cancelIdleCallback(asked);
}

function fetchAll(): void {
  for (const part of [DebriefScreen, ReasonScreen, ResultScreen]) void part.fetchAhead();
  for (const sentences of ['debrief', 'coach', 'progress', 'round'] as const) void fetchSentences(sentences);
}
