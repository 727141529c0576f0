/** What helps to answer, in chunks of their own, since rounds may be without. */
import { lazyPart } from '../../ui/lazy-part.tsx';

export const AnswerHelps = lazyPart(() => import('./AnswerHelps.tsx'));
export const HintButton = lazyPart(() => import('./HintButton.tsx'));
