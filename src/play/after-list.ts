/**
 * What a message shows as soon as it is opened. The list needs none of it, so it comes right after, while the list is
 * read; then nothing moves when a message is opened.
 */
import { fetchSentences } from '../i18n/setup.ts';
import { whenIdle } from '../ui/idle.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { fetchMotion } from '../ui/motion/motion.tsx';
import { AnswerHelps, HintButton } from './answer/helps.ts';

/** The open message with its answer or debrief. */
export const OpenMessage = lazyPart(() => import('./OpenMessage.tsx'));
/** Says who received a dealt message, where and when. */
export const WhoseInbox = lazyPart(() => import('./WhoseInbox.tsx'));

/** Fetches all of it when the browser is idle. Returns a function that calls it off. */
export const fetchOpening = (): (() => void) =>
  whenIdle(() => {
    for (const part of [OpenMessage, AnswerHelps, HintButton, WhoseInbox]) void part.fetchAhead();
    for (const sentences of ['coach', 'round'] as const) void fetchSentences(sentences);
    // Evaluated now, and not in the middle of the first press.
    fetchMotion();
  });
