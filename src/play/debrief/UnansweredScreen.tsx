import '../../explain/explained.css';
import '../../ui/helps.css';
import './debriefed.css';
import { useLayoutEffect, useState } from 'react';
import type { PlayedMessage } from '../../core/round/played-message.ts';
import { inkOfTruth, OutcomeSeal } from '../../explain/OutcomeSeal.tsx';
import { Points, usePoints } from '../../explain/Points.tsx';
import { useLanguage, useSentences } from '../../i18n/setup.ts';
import { focusOnce } from '../../ui/focus-once.ts';
import { BackFromDebrief } from './BackFromDebrief.tsx';
import type { ExplainedView } from './DebriefScreen.tsx';
import { NextBar } from './NextBar.tsx';

interface UnansweredScreenProps {
  readonly played: PlayedMessage;
  readonly last: boolean;
  readonly onNext: () => void;
  readonly onBack: () => void;
  /** Called with the way to show the message beside it. */
  readonly onView: (view: ExplainedView) => void;
}

/** What is beside a message for which time ran out: what it was, and everything there was to see. */
export default function UnansweredScreen({ played, last, onNext, onBack, onView }: UnansweredScreenProps) {
  const { t } = useLanguage();
  const { t: tRound } = useSentences('round');
  const { points, marks } = usePoints(played.message);
  const [reveal, setReveal] = useState<{ readonly region: string }>();
  const { truth } = played.message.solution;
  useLayoutEffect(() => onView({ marks, reveal }), [onView, marks, reveal]);
  return (
    <aside className="debriefed" aria-label={t('debrief.title')}>
      <div className="debrief-panel">
        <BackFromDebrief onBack={onBack} />
        <header className="debrief-head">
          <span className="debrief-seal">
            <OutcomeSeal sign={inkOfTruth(truth)} />
          </span>
          <div>
            <h2 tabIndex={-1} ref={focusOnce}>
              {tRound(`truth.${truth}`)}
            </h2>
            <p className="did">{tRound('kept.expired')}</p>
          </div>
        </header>
        <div className="unanswered">
          <Points played={played} points={points} onReveal={(region) => setReveal({ region })} />
        </div>
      </div>
      <NextBar isLastMessage={last} onNext={onNext} />
    </aside>
  );
}
