import { useEffect, useState } from 'react';
import { isStill } from '../ui/motion/is-still.ts';

/** In milliseconds. */
const length = 700;

/** A number that counts up from 0 once; it stands still for players who want no motion. */
export function CountUp({ to }: { readonly to: number }) {
  const [shown, setShown] = useState(() => (isStill() ? to : 0));
  useEffect(() => {
    if (isStill()) return;
    let frame = 0;
    let start: number | undefined;
    const step = (now: number): void => {
      start ??= now;
      const passed = Math.min(1, (now - start) / length);
      setShown(Math.round(to * (1 - (1 - passed) ** 3)));
      if (passed < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [to]);
  return <span className="result-number">{shown}</span>;
}
