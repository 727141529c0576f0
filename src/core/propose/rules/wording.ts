/** Words that press, promise or ask, in both languages. */
import { languages } from '../../scenario/format/vocabulary.ts';
import { anchorAt } from '../../scenario/layout/anchor-at.ts';
import type { Localized } from '../../scenario/format/text.ts';
import type { Given } from '../given.ts';
import { clueOf, type FoundSign } from '../proposal.ts';
import { type Wording, wordings } from '../tables/wording.ts';

/** The clauses that have such words in at least one language. Much honest mail has them too. */
export function wordingFindings({ message, layout }: Given): readonly FoundSign[] {
  const subject =
    message.channel === 'mail' || message.channel === 'invitation' ? wordingsIn(message.subject) : [];
  const worded = layout.regions
    .flatMap(({ key, kind, text }) =>
      kind === 'clause' && text !== undefined ? [{ key, found: wordingsIn(text) }] : [],
    )
    .filter(({ found }) => found.length > 0)
    .slice(0, mostClauses);
  return [
    ...subject.map(({ sign }) => clueOf(sign, { field: 'subject' })),
    ...worded.flatMap(({ key, found }) => {
      const anchor = anchorAt(key, layout);
      return anchor === undefined ? [] : found.map(({ sign }) => clueOf(sign, anchor));
    }),
  ];
}

/** More would hide the first ones. */
const mostClauses = 40;
/** In UTF-16 units: of a longer clause only the beginning is read. */
const longestRead = 2_000;

const wordingsIn = (text: Localized): readonly Wording[] =>
  wordings.filter(({ patterns }) =>
    languages.some((language) => patterns[language].test(text[language].slice(0, longestRead))),
  );
