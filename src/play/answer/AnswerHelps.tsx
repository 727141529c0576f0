import '../../ui/helps.css';
import type { Answer } from '../../core/engine/answer.ts';
import { scoringOf } from '../../core/engine/assess.ts';
import { hintCost, hintCount, hintsFor } from '../../core/engine/hints.ts';
import { useSentences } from '../../i18n/setup.ts';
import type { PlayedMessage } from '../../core/round/played-message.ts';

interface AnswerHelpsProps {
  readonly played: PlayedMessage;
  readonly answer: Answer;
  readonly hints: boolean;
  /** Whether to ask first if the message makes sense at all. */
  readonly sense: boolean;
  readonly onHint: () => void;
}

/** Thinking aids before the answer: the first question to ask, and hints that state their cost. */
export default function AnswerHelps({ played, answer, hints, sense, onHint }: AnswerHelpsProps) {
  const { t } = useSentences('coach');
  const taken = hints ? Math.min(answer.hints ?? 0, hintCount) : 0;
  const hinted = hintsFor(played.message).slice(0, taken);
  const { weights } = scoringOf(played.pack);
  const points = Math.round(100 * hintCost * weights.evidence);
  return (
    <div className="helps" role="group" aria-label={t('title')}>
      {sense && taken === 0 && <p className="sense">{t('sense')}</p>}
      {hints && (
        <div className="hints">
          <div role="status">
            {taken > 0 && (
              <ul className="hint-list">
                {hinted.map((place) => (
                  <li key={place}>{t(`hint.place.${place}`)}</li>
                ))}
              </ul>
            )}
          </div>
          {taken < hintCount && (
            <button type="button" className="button small" title={t('hint.free')} onClick={onHint}>
              {t(taken === 0 ? 'hint.take' : 'hint.next', { points })}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
