import { useMemo } from 'react';
import type { Answer } from '../core/engine/answer.ts';
import { assess, scoringOf } from '../core/engine/assess.ts';
import { tally } from '../core/engine/tally.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage } from '../i18n/setup.ts';
import { focusOnce } from '../ui/focus-once.ts';
import { Petals } from '../ui/Petals.tsx';
import { Ring } from '../ui/Ring.tsx';
import type { Game } from './store.ts';

interface ResultScreenProps {
  readonly game: Game;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly onLeave: () => void;
  readonly onAgain: () => void;
}

/** What a round came to. */
export default function ResultScreen({ game, answers, onLeave, onAgain }: ResultScreenProps) {
  const { t, language } = useLanguage();
  const { messages } = game;
  const assessed = useMemo(
    () =>
      messages.flatMap(({ message, pack }) => {
        const answer = answers.get(message.id);
        return answer?.submitted ? [{ message, assessment: assess(message, answer, scoringOf(pack)) }] : [];
      }),
    [messages, answers],
  );
  const result = useMemo(
    () =>
      tally(
        messages.map(({ message }) => message),
        assessed.map(({ assessment }) => assessment),
      ),
    [messages, assessed],
  );
  return (
    <main className="sheet result">
      {result.score >= 99.5 && <Petals />}
      <header className="result-head">
        <Ring percent={result.score} label={t('debrief.score', { score: Math.round(result.score) })} />
        <div>
          <h1 tabIndex={-1} ref={focusOnce}>
            {t('result.title')}
          </h1>
          <p>
            {t('result.summary', {
              right: assessed.filter(({ assessment }) => assessment.correct).length,
              count: assessed.length,
            })}
          </p>
        </div>
      </header>
      <ul className="result-list">
        {assessed.map(({ message, assessment }) => (
          <li key={message.id}>
            <button type="button" onClick={() => game.openMessage(message.id)}>
              <span className={assessment.correct ? 'verdict-mark right' : 'verdict-mark wrong'}>
                {t(assessment.correct ? 'result.right' : 'result.wrong')}
              </span>
              <span className="result-subject">{pick(message.subject, language)}</span>
              <span className="soft">{t(`verdict.${assessment.truth}`)}</span>
              <span className="result-points">{Math.round(assessment.score)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="dialog-actions">
        <button type="button" className="button main" onClick={onLeave}>
          {t('result.more')}
        </button>
        <button type="button" className="button" onClick={onAgain}>
          {t('result.again')}
        </button>
      </div>
    </main>
  );
}
