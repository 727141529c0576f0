import { useState } from 'react';
import type { Answer } from '../core/engine/answer.ts';
import { useLanguage } from '../i18n/setup.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { AnswerBar } from './AnswerBar.tsx';
import type { Game } from './store.ts';

interface AnswerPlaceProps {
  readonly game: Game;
  readonly message: string;
  readonly answer: Answer;
}

/** The answer under the message; on a phone behind one button, so that nothing covers the message. */
export function AnswerPlace({ game, message, answer }: AnswerPlaceProps) {
  const { t } = useLanguage();
  const [sheet, setSheet] = useState(false);
  const bar = (
    <AnswerBar
      answer={answer}
      directory={game.scenario.directory}
      onJudge={(verdict, confidence) => game.judge(message, verdict, confidence)}
      onAct={(action) => game.act(message, action)}
      onSubmit={() => game.submit(message)}
    />
  );
  return (
    <>
      <div className="answer-wide">{bar}</div>
      <div className="answer-open">
        <button type="button" className="button main" onClick={() => setSheet(true)}>
          {t('answer.open')}
        </button>
      </div>
      {sheet && (
        <Dialog title={t('answer.title')} closeLabel={t('app.close')} onClose={() => setSheet(false)}>
          <div className="answer-sheet">{bar}</div>
        </Dialog>
      )}
    </>
  );
}
