import { useEffect, useState } from 'react';
import type { Move } from '../core/engine/answer.ts';
import { useSentences } from '../i18n/setup.ts';

interface RoundTimerProps {
  readonly moves: readonly Move[];
  /** For the whole round, from the first opened message on. */
  readonly seconds: number;
  /** Whether the player may extend the time tenfold (WCAG 2.2.1). In an assessment the trainer decides. */
  readonly extendable: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onExtend: () => void;
  readonly onEnd: () => void;
}

const minute = 60;

/** The time left. It can be hidden. When it ends, the round ends. */
export function RoundTimer({ moves, seconds, extendable, now, onExtend, onEnd }: RoundTimerProps) {
  const { t } = useSentences('round');
  const [shown, setShown] = useState(true);
  const [, tick] = useState(0);
  const begun = moves.find(({ kind }) => kind === 'open')?.at;
  const extended = moves.some(({ kind }) => kind === 'extend');
  const limit = seconds * (extended ? 10 : 1);
  // Moves of another tab may be later than this tab's time. Whatever a clock says, the time left is never more than
  // the limit.
  const spent = begun === undefined ? 0 : Math.max(0, (now() - begun) / 1_000);
  const left = Math.max(0, Math.ceil(limit - spent));
  useEffect(() => {
    if (begun === undefined) return undefined;
    const clock = setInterval(() => tick((count) => count + 1), 1_000);
    return () => clearInterval(clock);
  }, [begun]);
  const over = left === 0;
  useEffect(() => {
    if (over) onEnd();
  }, [over, onEnd]);
  const time =
    left > minute
      ? t('timer.minutes', { minutes: Math.ceil(left / minute) })
      : t('timer.seconds', { seconds: left });
  return (
    <div className="round-time">
      {shown && (
        <span role="timer">
          {begun === undefined ? t('timer.starts', { time }) : t('timer.left', { time })}
        </span>
      )}
      <span role="status" className="visually-hidden">
        {extended ? t('timer.extended') : left <= minute && begun !== undefined ? t('timer.lastMinute') : ''}
      </span>
      {extendable && !extended && (
        <button type="button" className="button small" onClick={onExtend}>
          {t('timer.extend')}
        </button>
      )}
      <button
        type="button"
        className="button small toggle"
        aria-label={t(shown ? 'timer.hide' : 'timer.show')}
        title={t(shown ? 'timer.hide' : 'timer.show')}
        aria-expanded={shown}
        onClick={() => setShown(!shown)}
      >
        <Clock crossed={shown} />
        <span>{t(shown ? 'timer.hide' : 'timer.show')}</span>
      </button>
    </div>
  );
}

/** Replaces the words where the bar has no room; crossed out while the time is hidden. */
function Clock({ crossed }: { readonly crossed: boolean }) {
  return (
    <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round">
        <circle cx="12" cy="12" r="8.5" />
        <path d={crossed ? 'M12 7.5V12l3 2M4 20 20 4' : 'M12 7.5V12l3 2'} />
      </g>
    </svg>
  );
}
