/** What is honestly to be said of an innocent part that no author explained: what such a part can and cannot tell. */
import type { Finding } from '../core/engine/assess.ts';
import { mailFields } from '../core/scenario/format/vocabulary.ts';

export function generalExplanation({ subject, regions }: Finding) {
  const field = mailFields.find((name) => regions[0] === `field/${name}`);
  if (field !== undefined) return `general.${field}` as const;
  return subject.kind === 'general' && subject.regionKind !== 'field'
    ? (`general.${subject.regionKind}` as const)
    : 'general.clause';
}
