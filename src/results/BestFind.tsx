import type { RoundOutcome } from '../core/round/round-outcome.ts';
import { titleOf } from '../core/scenario/layout/headline.ts';
import { authoredExplanation } from '../explain/authored-explanation.ts';
import { firstSentence } from '../explain/first-sentence.ts';
import { pick } from '../i18n/language.ts';
import { useSentences } from '../i18n/setup.ts';

/** What the player saw best. */
export function BestFind({ finding: { subject }, played }: NonNullable<RoundOutcome['bestFind']>) {
  const { t, language } = useSentences('result');
  if (subject.kind === 'general') return null;
  return (
    <section className="best-find">
      <h2>{t('best.title')}</h2>
      <h3>
        {subject.kind === 'clue'
          ? pick(subject.title, language)
          : firstSentence(pick(authoredExplanation(subject), language), language)}
      </h3>
      <p>{t('best.in', { subject: pick(titleOf(played.message), language) })}</p>
    </section>
  );
}
