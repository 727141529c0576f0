import { useEffect, useState } from 'react';
import type { Assessment } from '../../core/engine/assess.ts';
import { inkOfTruth, OutcomeSeal, sealOf } from '../../explain/OutcomeSeal.tsx';
import { isStill } from '../../ui/motion/is-still.ts';

/** In milliseconds: the whole moment. The style sheet times what happens within. */
const length = 1_500;

/**
 * The player's seal falls on the message, and the truth answers. It lies over everything, moves nothing, and ends at any key or press;
 * players who want no motion do not see it.
 */
export function VerdictMoment({ assessment }: { readonly assessment: Assessment }) {
  const [isOver, setOver] = useState(isStill);
  useEffect(() => {
    if (isOver) return;
    const end = (): void => setOver(true);
    const timer = setTimeout(end, length);
    addEventListener('keydown', end);
    addEventListener('pointerdown', end);
    // Safari has no vibration.
    if (matchMedia('(pointer: coarse)').matches && 'vibrate' in navigator) navigator.vibrate(18);
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', end);
      removeEventListener('pointerdown', end);
    };
  }, [isOver]);
  if (isOver) return null;
  return (
    <div className={`verdict-moment ${assessment.correct ? 'right' : 'wrong'}`} aria-hidden="true">
      <span className="moment-seal said">
        <OutcomeSeal sign={inkOfTruth(assessment.verdict)} />
      </span>
      <span className="moment-seal truth">
        <OutcomeSeal sign={sealOf(assessment)} />
      </span>
    </div>
  );
}
