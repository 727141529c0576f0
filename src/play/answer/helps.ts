/** What helps to answer, in chunks of their own, since rounds may be without. */
import { lazyPart } from '../../ui/lazy-part.tsx';

/** Thinking aids before the answer: the first question to ask, and the hints taken. */
export const AnswerHelps = lazyPart(() => import('./AnswerHelps.tsx'));
/** Offers the next hint. */
export const HintButton = lazyPart(() => import('./HintButton.tsx'));
