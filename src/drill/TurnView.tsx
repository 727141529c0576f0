import { useMemo } from 'react';
import type { Drill, Timeline, Turn } from '../core/scenario/format/drill.ts';
import { pick } from '../i18n/language.ts';
import { useLanguage, useSentences } from '../i18n/setup.ts';
import { focusOnce } from '../ui/focus-once.ts';
import { Beginning, LastDecision } from './DrillSoFar.tsx';
import { shuffled } from './shuffled.ts';
import { useClock } from './useClock.ts';

interface TurnViewProps {
  readonly drill: Drill;
  readonly timeline: Timeline;
  readonly choices: readonly string[];
  readonly turn: Turn;
  readonly onChoose: (option: string) => void;
  readonly onLeave: () => void;
}

/** One decision: what is known, how late it is, what the attacker is doing, and the options. */
export function TurnView({ drill, timeline, choices, turn, onChoose, onLeave }: TurnViewProps) {
  const { t } = useLanguage();
  const { t: tDrill, language } = useSentences('drill');
  const clock = useClock(timeline);
  const options = useMemo(() => shuffled(turn.options), [turn]);
  return (
    <div className="turn">
      <Beginning drill={drill} choices={choices} />
      <h2 key={turn.id} tabIndex={-1} ref={choices.length === 0 ? undefined : focusOnce}>
        {tDrill('turn', { number: choices.length + 1 })}
      </h2>
      <LastDecision drill={drill} choices={choices} />
      <div className="turn-clock" role="status">
        <ClockFace minute={turn.minute} />
        <p className="time">{clock(turn.minute)}</p>
        <p className="meanwhile">
          <strong>{tDrill('meanwhile')}</strong>
          <span>{pick(turn.meanwhile, language)}</span>
        </p>
      </div>
      <p className="turn-text">{pick(turn.text, language)}</p>
      <h3 id="what-to-do">{tDrill('question')}</h3>
      <ul className="steps" aria-labelledby="what-to-do">
        {/* The second click of a double click would decide a turn that the player has not read yet. */}
        {options.map(({ id, label }) => (
          <li key={`${turn.id}/${id}`}>
            <button type="button" className="step" onClick={({ detail }) => detail < 2 && onChoose(id)}>
              {pick(label, language)}
            </button>
          </li>
        ))}
      </ul>
      {choices.length === 0 && <p className="soft">{tDrill('clockHint')}</p>}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onLeave}>
          {t('app.back')}
        </button>
      </div>
    </div>
  );
}

/** A clock face whose hand points to the minute. */
function ClockFace({ minute }: { readonly minute: number }) {
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true" focusable="false" fill="none" stroke="currentColor">
      <circle cx="20" cy="20" r="17" strokeWidth="2" />
      <path d="M20 5v3M20 32v3M5 20h3M32 20h3" strokeWidth="1.5" />
      <path
        d="M20 20V9"
        strokeWidth="2.5"
        strokeLinecap="round"
        transform={`rotate(${(minute % 60) * 6} 20 20)`}
      />
      <circle cx="20" cy="20" r="2" fill="currentColor" stroke="none" />
    </svg>
  );
}
