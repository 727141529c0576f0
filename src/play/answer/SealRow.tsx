import { useId } from 'react';
import type { Answer } from '../../core/engine/answer.ts';
import { confidenceOf, type Seal, seals, surenessOf } from '../../core/engine/sureness.ts';
import type { Truth } from '../../core/scenario/format/solution.ts';
import type { Channel } from '../../core/scenario/format/vocabulary.ts';
import { verdictLabel } from '../../explain/labels.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { InkSeal } from '../../inbox/InkSeal.tsx';
import { inkOf } from '../store.ts';

interface SealRowProps {
  readonly answer: Answer;
  readonly channel: Channel;
  /** A class for a row that the answer still lacks. */
  readonly look: string;
  readonly onJudge: (verdict: Truth, confidence: number) => void;
}

/** Six seals from surely phishing to surely genuine: one press gives the verdict and how sure it is. */
export function SealRow({ answer, channel, look, onJudge }: SealRowProps) {
  const { t } = useLanguage();
  const id = useId();
  return (
    <div className={`seals ${look}`} role="radiogroup" aria-labelledby={id}>
      <span id={id} className="visually-hidden">
        {t(`answer.this.${channel}`)}
      </span>
      <p className="seals-ends" aria-hidden="true">
        <b>{t('answer.ends.phish')}</b>
        <span>{t('answer.ends.between')}</span>
        <b>{t('answer.ends.legitimate')}</b>
      </p>
      <div className="seals-row">
        {seals.map((seal) => {
          const { verdict, sureness } = seal;
          const ink = inkOf(verdict);
          const said = t(`answer.seal.${sureness}`);
          return (
            <label key={verdict + sureness} className={`pick ${ink} ${sureness}`}>
              <input
                type="radio"
                name={id}
                checked={isChosen(seal, answer)}
                onChange={() => onJudge(verdict, confidenceOf[sureness])}
              />
              <InkSeal ink={ink} />
              <span className="visually-hidden">
                {t('answer.seal.full', { verdict: t(verdictLabel(verdict, channel)), sureness: said })}
              </span>
              <span aria-hidden="true">{said}</span>
            </label>
          );
        })}
      </div>
    </div>
  );
}

/** Whether a seal is the answer; a confidence kept from a slider is shown as the nearest seal of its verdict. */
function isChosen({ verdict, sureness }: Seal, answer: Answer): boolean {
  if (answer.verdict !== verdict || answer.confidence === undefined) return false;
  return surenessOf(answer.confidence) === sureness;
}
