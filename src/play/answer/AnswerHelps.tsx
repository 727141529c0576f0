import '../../ui/helps.css';
import { useState } from 'react';
import type { Answer } from '../../core/engine/answer.ts';
import { hintCount, hintsFor } from '../../core/engine/hints.ts';
import { useSentences } from '../../i18n/setup.ts';
import type { PlayedMessage } from '../../core/round/played-message.ts';

interface AnswerHelpsProps {
  readonly played: PlayedMessage;
  readonly answer: Answer;
  readonly hints: boolean;
  /** Whether to guide through the answer, beginning with whether the message makes sense at all. */
  readonly sense: boolean;
}

/** Thinking aids before the answer: the first question to ask, and the hints taken. */
export default function AnswerHelps({ played, answer, hints, sense }: AnswerHelpsProps) {
  const { t } = useSentences('coach');
  const [dismissed, setDismissed] = useState(false);
  const taken = hints ? Math.min(answer.hints ?? 0, hintCount) : 0;
  const hinted = hintsFor(played.message).slice(0, taken);
  return (
    <div className="helps" role="group" aria-label={t('title')}>
      {sense && taken === 0 && !dismissed && (
        <div className="guide">
          <div className="guide-steps">
            <p role="status">{t(`guide.${stepOf(answer)}`)}</p>
            {/* Out of sight, so that the strip is as high at every step. */}
            {steps.map((step) => (
              <p key={step} className="guide-room" aria-hidden="true">
                {t(`guide.${step}`)}
              </p>
            ))}
          </div>
          <button
            type="button"
            className="button small plain"
            aria-label={t('guide.close')}
            title={t('guide.close')}
            onClick={() => setDismissed(true)}
          >
            <span aria-hidden="true">×</span>
          </button>
        </div>
      )}
      <div role="status">
        {taken > 0 && (
          <ul className="hint-list">
            {hinted.map((kind) => (
              <li key={kind}>{t(`hint.place.${kind}`)}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

const steps = ['stamp', 'seal', 'tool', 'give'] as const;

/** What the answer lacks next. Nothing has to be done in this order. */
function stepOf({ flags, verdict, action }: Answer): (typeof steps)[number] {
  if (verdict !== undefined) return action === undefined ? 'tool' : 'give';
  return flags.size === 0 && action === undefined ? 'stamp' : 'seal';
}
