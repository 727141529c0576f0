import './verify.css';
import { type ReactNode, useState } from 'react';
import type { Action, Answer } from '../../core/engine/answer.ts';
import type { SealedMessage } from '../../core/scenario/format/message.ts';
import type { Scenario } from '../../core/scenario/format/scenario.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { AnswerBar } from './AnswerBar.tsx';
import { InkPalette } from './InkPalette.tsx';
import { type Game, inkInHand } from '../store.ts';
import { useAnswerKeys } from './useAnswerKeys.ts';
import { useGame } from '../useGame.ts';
import { confidenceOf } from '../../core/engine/sureness.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Loaded } from '../../ui/Loaded.tsx';

const VerifyPlaces = lazyPart(() => import('./VerifyPlaces.tsx'));

interface AnswerPlaceProps {
  readonly game: Game;
  readonly message: SealedMessage;
  /** The inbox of the message. */
  readonly scenario: Pick<Scenario, 'directory' | 'notices' | 'recipient'>;
  /** Base URL of the pack's pictures, with a trailing slash. */
  readonly assets: string;
  readonly answer: Answer;
  /** Whether help beyond the facts is offered during play. */
  readonly coaching: boolean;
}

/** The answer controls below the message; on a phone behind one button, so that they do not cover the message. */
export function AnswerPlace({ game, message, scenario, assets, answer, coaching }: AnswerPlaceProps) {
  const { t } = useLanguage();
  const [sheet, setSheet] = useState(false);
  const [verifying, setVerifying] = useState(false);
  const act = (action: Action): void => game.act(message.id, action);
  const ink = useGame(game, (state) => inkInHand(message.id, state));
  useAnswerKeys({
    onSeal: ({ verdict, sureness }) => game.judge(message.id, verdict, confidenceOf[sureness]),
    onSwap: () => game.chooseInk(message.id, ink === 'doubt' ? 'trust' : 'doubt'),
  });
  const palette = <InkPalette ink={ink} onChoose={(chosen) => game.chooseInk(message.id, chosen)} />;
  const bar = (beside?: ReactNode) => (
    <AnswerBar
      palette={beside}
      answer={answer}
      channel={message.channel}
      directory={scenario.directory}
      onJudge={(verdict, confidence) => game.judge(message.id, verdict, confidence)}
      onAct={act}
      onSubmit={() => game.submit(message.id)}
      onVerify={() => setVerifying(true)}
    />
  );
  return (
    <>
      <div className="answer-wide">{bar(palette)}</div>
      <div className="answer-open">
        {palette}
        <button type="button" className="button" onClick={() => setVerifying(true)}>
          <Icon name="loupe" size={16} />
          <span>{t('verify.open')}</span>
        </button>
        <button type="button" className="button main" onClick={() => setSheet(true)}>
          {t('answer.open')}
        </button>
      </div>
      {sheet && (
        <Dialog title={t('answer.title')} closeLabel={t('app.close')} onClose={() => setSheet(false)}>
          <div className="answer-sheet">{bar()}</div>
        </Dialog>
      )}
      {verifying && (
        <Loaded onClose={() => setVerifying(false)}>
          <VerifyPlaces
            message={message}
            scenario={scenario}
            assets={assets}
            action={answer.action}
            coaching={coaching}
            onLook={(source) => game.look(message.id, source)}
            onAct={act}
            onClose={() => setVerifying(false)}
          />
        </Loaded>
      )}
    </>
  );
}
