/** An action against the truth. */
import type { Message } from '../scenario/format/message.ts';
import type { Truth } from '../scenario/format/solution.ts';
import type { ActionKind } from '../scenario/format/vocabulary.ts';
import type { CompleteAnswer } from './answer.ts';
import { canKnow } from './sources.ts';
import { surenessOf } from './sureness.ts';

/** What each action earns, 0 to 1, for each truth. */
export type ActionPoints = Readonly<Record<Truth, Readonly<Record<ActionKind, number>>>>;

/** Reporting is worth more than deleting, since it protects others; an independent check is nearly right for any message. */
export const defaultPoints: ActionPoints = {
  phish: {
    report: 1,
    verify: 0.85,
    'own-way': 0.6,
    delete: 0.5,
    keep: 0.3,
    reply: 0.1,
    verifyWithin: 0.1,
    follow: 0,
  },
  legitimate: {
    keep: 1,
    'own-way': 1,
    verify: 0.85,
    report: 0.85,
    follow: 0.8,
    reply: 0.8,
    delete: 0.3,
    verifyWithin: 0.1,
  },
};

/** The most that a check with a contact who cannot know earns. */
export const idleCheck = 0.6;

/** The most that reporting a genuine message earns if it was called phishing for sure: in doubt it earns what the table says. */
export const rashReport = 0.6;

/** 0 to 1: the message's own points go before the pack's, and what its author calls best always earns all. */
export function handling(
  message: Message,
  { action, verdict, confidence }: Pick<CompleteAnswer, 'action' | 'verdict' | 'confidence'>,
  points: ActionPoints,
): number {
  const { solution } = message;
  const { kind } = action;
  const earned =
    kind === solution.best.action ? 1 : (solution.points?.[kind] ?? points[solution.truth][kind]);
  if (action.kind === 'verify' && !canKnow(message, action.contact)) return Math.min(earned, idleCheck);
  const isRash =
    kind === 'report' &&
    solution.truth === 'legitimate' &&
    verdict === 'phish' &&
    surenessOf(confidence) === 'sure';
  return isRash ? Math.min(earned, rashReport) : earned;
}
