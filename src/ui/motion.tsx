/** The few movements of the game, and none where the person asked for none. */
import { LazyMotion, m } from 'framer-motion';
import type { ReactNode } from 'react';
import { useStillness } from './useStillness.ts';

/**
 * The animation code is asked for once a key, mouse or finger was used and what came of it is drawn: nothing moves before, play is
 * ready sooner, and the first answer to the player does not wait for it.
 */
async function features() {
  await new Promise((resolve) => {
    for (const event of ['pointerup', 'keyup'])
      addEventListener(event, resolve, { once: true, capture: true });
  });
  await new Promise((resolve) =>
    'requestIdleCallback' in window ? requestIdleCallback(resolve) : resolve(undefined),
  );
  const { domAnimation } = await import('./motion-features.ts');
  return domAnimation;
}

/** Gives what is below it motion. */
export function Motion({ children }: { readonly children: ReactNode }) {
  return (
    <LazyMotion features={features} strict>
      {children}
    </LazyMotion>
  );
}

/** Pressed onto the paper like a seal: comes down large, settles at a slight angle. */
export function Stamp({ children }: { readonly children: ReactNode }) {
  const still = useStillness();
  return (
    <m.span
      className="stamp"
      aria-hidden="true"
      initial={still ? false : { scale: 2.1, opacity: 0, rotate: 9 }}
      animate={{ scale: 1, opacity: 1, rotate: -7 }}
      transition={{ type: 'spring', stiffness: 620, damping: 24, mass: 0.7 }}
    >
      {children}
    </m.span>
  );
}

/** Comes in from a little below, one after the other by `order`. */
export function Rise({ order = 0, children }: { readonly order?: number; readonly children: ReactNode }) {
  const still = useStillness();
  return (
    <m.div
      initial={still ? false : { opacity: 0, y: 10 }}
      animate={{ opacity: 1, y: 0 }}
      transition={{ duration: 0.28, delay: Math.min(order, 8) * 0.05, ease: 'easeOut' }}
    >
      {children}
    </m.div>
  );
}
