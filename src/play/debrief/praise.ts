/** The sentence above a debrief: kind whether right or wrong, and never blaming. */
import type { Assessment } from '../../core/engine/assess.ts';

export function praise({ correct, truth, score }: Assessment) {
  if (!correct) return truth === 'phish' ? 'praise.letThrough' : 'praise.heldBack';
  if (score >= 90) return 'praise.excellent';
  return score >= 70 ? 'praise.good' : 'praise.right';
}
