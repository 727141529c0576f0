import '../ui/helps.css';
import { useSentences } from '../i18n/setup.ts';
import { RoundTimer } from './RoundTimer.tsx';
import type { Game } from './store.ts';
import { useGame } from './useGame.ts';

interface RoundBarProps {
  readonly game: Game;
  /** Whether every message is answered or out of time, so that the timer stops. */
  readonly over: boolean;
}

/** The kind of round, its pass mark, and the time limit if there is one. */
export default function RoundBar({ game, over }: RoundBarProps) {
  const { t } = useSentences('round');
  const moves = useGame(game, (state) => state.moves);
  const { mode, passMark, timer, debrief } = game.rules;
  return (
    <section className="round-bar" aria-label={t('bar')}>
      <h1>{t(`mode.${mode}`)}</h1>
      {passMark !== undefined && <span>{t('passMark', { mark: passMark })}</span>}
      {timer !== undefined && !over && (
        <RoundTimer
          moves={moves}
          seconds={timer}
          extendable={debrief === 'each'}
          now={game.now}
          onExtend={game.extendTime}
          onEnd={game.endTime}
        />
      )}
    </section>
  );
}
