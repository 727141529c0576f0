/** What can honestly be said about an innocent part that no author explained: what such a part can and cannot prove. */
import type { Finding } from '../core/engine/assess.ts';
import { mailFields } from '../core/scenario/format/vocabulary.ts';

/** The key and values of the sentence for an unexplained part. */
export function generalExplanation({ subject, regions }: Finding) {
  const field = mailFields.find((name) => regions[0] === `field/${name}`);
  if (field !== undefined) return `general.${field}` as const;
  return subject.kind === 'general' && subject.regionKind !== 'field'
    ? (`general.${subject.regionKind}` as const)
    : 'general.clause';
}
