import type { Subject } from '../core/engine/finding.ts';
import type { Localized } from '../core/scenario/format/text.ts';

/** A finding that an author explained. `general` is the one kind nobody wrote a text for. */
export type AuthoredSubject = Exclude<Subject, { kind: 'general' }>;

/** The author's explanation of a finding. */
export function authoredExplanation(subject: AuthoredSubject): Localized {
  switch (subject.kind) {
    case 'clue':
      return subject.clue.explanation;
    case 'decoy':
    case 'myth':
      return subject.decoy.explanation;
    case 'reassurance':
      return subject.reassurance.explanation;
  }
}
