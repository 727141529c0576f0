/** Whether an answer showed a reason. */
import type { MessageRecord } from './round-record.ts';

/** An answer without a reason stays below this score: a law of scoring. */
const leastWithReason = 70;

/** Whether the player looked at a source that settles it, found a fact of weight, or showed what vouches for a genuine message. */
export function isReasoned({ truth, checked, facts, score }: MessageRecord): boolean {
  if (checked === true) return true;
  return truth === 'phish'
    ? facts.some(({ found, soft }) => found && soft !== true)
    : score >= leastWithReason;
}
