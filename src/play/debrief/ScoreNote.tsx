import type { Scoring } from '../../core/engine/assess.ts';
import type { Truth } from '../../core/scenario/format/solution.ts';
import { useSentences } from '../../i18n/setup.ts';

interface ScoreNoteProps {
  readonly truth: Truth;
  readonly weights: Scoring['weights'];
}

/** How the score of a message is made, folded. A test compares each sentence with the engine. */
export function ScoreNote({ truth, weights }: ScoreNoteProps) {
  const { t } = useSentences('debrief');
  const ofHundred = (share: number): number => Math.round(100 * share);
  return (
    <details className="score-note">
      <summary>{t('scoring.title')}</summary>
      <ul>
        <li>
          {t('scoring.sum', {
            evidence: ofHundred(weights.evidence),
            verdict: ofHundred(weights.verdict),
            action: ofHundred(weights.action),
          })}
        </li>
        <li>{t(`scoring.${truth}`)}</li>
        <li>{t('scoring.verdict')}</li>
        <li>{t('scoring.action')}</li>
        <li>{t('scoring.hints')}</li>
      </ul>
    </details>
  );
}
