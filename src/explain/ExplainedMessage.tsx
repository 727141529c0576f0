import './explained.css';
import { type ReactNode, useState } from 'react';
import type { PlayedMessage } from '../core/round/played-message.ts';
import { useSentences } from '../i18n/setup.ts';
import { MarksProvider } from '../inbox/marks.tsx';
import { MessageView } from '../inbox/message/MessageView.tsx';
import { Points, usePoints } from './Points.tsx';

interface ExplainedMessageProps {
  readonly played: PlayedMessage;
  /** Shown above the points. */
  readonly head: ReactNode;
  /** Shown below the points. */
  readonly foot: ReactNode;
}

/**
 * A message explained without a player's answer: everything there is to see, marked and numbered, the three main
 * points first.
 */
export function ExplainedMessage({ played, head, foot }: ExplainedMessageProps) {
  const { t } = useSentences('teach');
  const { message, sealed, scenario, assets } = played;
  const [reveal, setReveal] = useState<{ readonly region: string }>();
  const { points, marks } = usePoints(message);
  return (
    <div className="debrief explained">
      <MarksProvider marks={marks}>
        <div className="reader">
          <MessageView message={sealed} scenario={scenario} assets={assets} coaching reveal={reveal} />
        </div>
      </MarksProvider>
      <aside className="findings" aria-label={t('points')}>
        <div className="debrief-summary">{head}</div>
        <div className="debrief-explained">
          <Points played={played} points={points} onReveal={(region) => setReveal({ region })} />
          {foot}
        </div>
      </aside>
    </div>
  );
}
