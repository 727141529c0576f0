/** Which certificate a finished round may bear. */
import type { RoundRecord } from './round-record.ts';

/**
 * `passed` where the round has a pass mark and its score reaches it; `completed` where it has none, for taking part is all it can
 * show, whatever the score. Nothing (`undefined`) below a pass mark, so that no paper can be taken for a pass, and nothing without a
 * single answer.
 */
export type CertificateKind = 'passed' | 'completed';

/** The certificate of a round; the score meets the mark as it was kept, with two decimals. */
export function certificateOf({ score, passMark, messages }: RoundRecord): CertificateKind | undefined {
  if (messages.length === 0) return undefined;
  if (passMark === undefined) return 'completed';
  return score >= passMark ? 'passed' : undefined;
}
