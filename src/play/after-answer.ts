/** What follows an answer, in chunks of their own. They are fetched while the message is read, so that nothing loads between answer and verdict. */
import { fetchSentences } from '../i18n/setup.ts';
import { whenIdle } from '../ui/idle.ts';
import { lazyPart } from '../ui/lazy-part.tsx';

/** Explains the answer. */
export const DebriefScreen = lazyPart(() => import('./debrief/DebriefScreen.tsx'));
/** Asks which flag decided. */
export const ReasonScreen = lazyPart(() => import('./answer/ReasonScreen.tsx'));
/** The result of the round. */
export const ResultScreen = lazyPart(() => import('../results/ResultScreen.tsx'));

/** Fetches all of it when the browser is idle. Returns a function that calls it off. */
export const fetchAhead = (): (() => void) => whenIdle(fetchAll);

function fetchAll(): void {
  for (const part of [DebriefScreen, ReasonScreen, ResultScreen]) void part.fetchAhead();
  for (const sentences of ['debrief', 'coach', 'result', 'progress', 'round'] as const)
    void fetchSentences(sentences);
}
