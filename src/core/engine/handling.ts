/** Scores an action against the truth. */
import type { Solution, Truth } from '../scenario/format/solution.ts';
import type { ActionKind } from '../scenario/format/vocabulary.ts';

/** What each action earns (0 to 1) for each truth. */
export type ActionPoints = Readonly<Record<Truth, Readonly<Record<ActionKind, number>>>>;

/**
 * Reporting earns more than deleting, because it protects others. An independent check is nearly right for any
 * message.
 */
export const defaultPoints: ActionPoints = {
  phish: { report: 1, verify: 0.85, delete: 0.5, keep: 0.3, reply: 0.1, verifyWithin: 0.1, follow: 0 },
  legitimate: {
    keep: 1,
    follow: 1,
    verify: 0.85,
    reply: 0.8,
    verifyWithin: 0.6,
    report: 0.4,
    delete: 0.3,
  },
};

/**
 * 0 to 1. The message's own points take precedence over the pack's. The action its author calls best always earns
 * 1.
 */
export function handling(solution: Solution, action: ActionKind, points: ActionPoints): number {
  if (action === solution.best.action) return 1;
  return solution.points?.[action] ?? points[solution.truth][action];
}
