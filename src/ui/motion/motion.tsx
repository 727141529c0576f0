/** The game's few animations, and none for players who want none. Everything is complete without its animation. */
import { createContext, type ReactNode, use, useDeferredValue, useEffect, useState } from 'react';
import { whenIdle } from '../idle.ts';
import { isStill } from './is-still.ts';

/** The animation code, with the components that use it. */
type Moving = typeof import('./moving.tsx');

const MovingContext = createContext<Moving | undefined>(undefined);

/** The animated components once their code has loaded; undefined before, and for players who want no motion. */
export function useMoving(): Moving | undefined {
  const moving = use(MovingContext);
  return isStill() ? undefined : moving;
}

let ask = (): void => undefined;
const asked = new Promise<void>((resolve) => {
  ask = resolve;
});

/** Loads the animation code, once the screen has all that it needs sooner. */
export const fetchMotion = (): void => ask();

/** Provides motion to everything below it. */
export function Motion({ children }: { readonly children: ReactNode }) {
  const [moving, setMoving] = useState<Moving>();
  useEffect(() => {
    void Promise.race([asked, whenUsed()])
      .then(() => import('./moving.tsx'))
      .then(setMoving, () => undefined);
  }, []);
  return <MovingContext value={moving}>{children}</MovingContext>;
}

/** Waits for the first key, click or touch and for the response to be drawn: until then nothing animates. */
async function whenUsed(): Promise<void> {
  await new Promise((resolve) => {
    for (const event of ['pointerup', 'keyup'])
      addEventListener(event, resolve, { once: true, capture: true });
  });
  await new Promise<void>((resolve) => void whenIdle(resolve));
}

/** Stamped onto the paper like a seal: it drops in large and settles at a slight angle. */
export function Stamp({ children }: { readonly children: ReactNode }) {
  // A stamp already on screen does not start to animate when the code arrives.
  const [moving] = useState(useMoving());
  // Paint the flag first, with room for its stamp; the stamp follows in the next render, because starting an
  // animation takes time.
  const begun = useDeferredValue(true, false);
  if (moving !== undefined && begun) return <moving.MovingStamp>{children}</moving.MovingStamp>;
  return (
    <span className="stamp" aria-hidden="true" style={{ opacity: moving === undefined ? 1 : 0 }}>
      {children}
    </span>
  );
}
