/** Which certificate a finished round earns. */
import type { RoundRecord } from './round-record.ts';

/**
 * `passed`: the round has a pass mark and the score reaches it. `completed`: the round has no pass mark, so taking
 * part is all it can show, whatever the score. A round below its pass mark, or without an answer, earns none, so
 * that no certificate can be mistaken for a pass.
 */
export type CertificateKind = 'passed' | 'completed';

/** The certificate of a round, or undefined. Compares the pass mark with the stored score, which has two decimals. */
export function certificateOf({ score, passMark, messages }: RoundRecord): CertificateKind | undefined {
  if (messages.length === 0) return undefined;
  if (passMark === undefined) return 'completed';
  return score >= passMark ? 'passed' : undefined;
}
