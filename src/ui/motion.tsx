/** The few movements of the game, and none where the person asked for none. What moves is also whole at rest. */
import { createContext, type ReactNode, use, useDeferredValue, useEffect, useState } from 'react';
import { isStill } from './is-still.ts';

/** The animation code and all that is drawn with it. */
type Moving = typeof import('./moving.tsx');

const MovingContext = createContext<Moving | undefined>(undefined);

/** What moves, once its code is there; nothing for those who want no motion. */
export function useMoving(): Moving | undefined {
  const moving = use(MovingContext);
  return isStill() ? undefined : moving;
}

/** Gives what is below it motion. */
export function Motion({ children }: { readonly children: ReactNode }) {
  const [moving, setMoving] = useState<Moving>();
  useEffect(() => {
    void whenUsed()
      .then(() => import('./moving.tsx'))
      .then(setMoving, () => undefined);
  }, []);
  return <MovingContext value={moving}>{children}</MovingContext>;
}

/**
 * Once a key, mouse or finger was used and what came of it is drawn: nothing moves before, play is ready sooner, and the first
 * answer to the player does not wait.
 */
async function whenUsed(): Promise<void> {
  await new Promise((resolve) => {
    for (const event of ['pointerup', 'keyup'])
      addEventListener(event, resolve, { once: true, capture: true });
  });
  await new Promise((resolve) =>
    'requestIdleCallback' in window ? requestIdleCallback(resolve) : resolve(undefined),
  );
}

/** Pressed onto the paper like a seal: comes down large, settles at a slight angle. */
export function Stamp({ children }: { readonly children: ReactNode }) {
  // What lies there already does not start to move when the code comes.
  const [moving] = useState(useMoving());
  // The flag is painted first, with room for its stamp, which comes with the next drawing: starting to move takes a while.
  const begun = useDeferredValue(true, false);
  if (moving !== undefined && begun) return <moving.MovingStamp>{children}</moving.MovingStamp>;
  return (
    <span className="stamp" aria-hidden="true" style={{ opacity: moving === undefined ? 1 : 0 }}>
      {children}
    </span>
  );
}

/** Comes in from a little below, one after the other by `order`. */
export function Rise({ order = 0, children }: { readonly order?: number; readonly children: ReactNode }) {
  const [moving] = useState(useMoving());
  if (moving !== undefined) return <moving.MovingRise order={order}>{children}</moving.MovingRise>;
  return <div>{children}</div>;
}
