import '../../ui/helps.css';
import type { Answer } from '../../core/engine/answer.ts';
import { hintCount, hintsFor } from '../../core/engine/hints.ts';
import { useSentences } from '../../i18n/setup.ts';
import type { PlayedMessage } from '../../core/round/played-message.ts';

interface AnswerHelpsProps {
  readonly played: PlayedMessage;
  readonly answer: Answer;
  readonly hints: boolean;
  /** Whether to ask first if the message makes sense at all. */
  readonly sense: boolean;
}

/** Thinking aids before the answer: the first question to ask, and the hints taken. */
export default function AnswerHelps({ played, answer, hints, sense }: AnswerHelpsProps) {
  const { t } = useSentences('coach');
  const taken = hints ? Math.min(answer.hints ?? 0, hintCount) : 0;
  const hinted = hintsFor(played.message).slice(0, taken);
  return (
    <div className="helps" role="group" aria-label={t('title')}>
      {sense && taken === 0 && <p className="sense">{t('sense')}</p>}
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
