/** Everything drawn with framer-motion, in its own chunk. It loads on the first interaction, not before play. */
import { domAnimation, LazyMotion, m } from 'framer-motion';
import type { ReactNode } from 'react';

/** A `Stamp` that drops in. The style sheet sets its final angle. */
export function MovingStamp({ children }: { readonly children: ReactNode }) {
  return (
    <LazyMotion features={domAnimation} strict>
      <m.span
        className="stamp"
        aria-hidden="true"
        initial={{ scale: 2.1, opacity: 0, rotate: 16 }}
        animate={{ scale: 1, opacity: 1, rotate: 0 }}
        transition={{ type: 'spring', stiffness: 620, damping: 24, mass: 0.7 }}
      >
        {children}
      </m.span>
    </LazyMotion>
  );
}

const petals = Array.from({ length: 24 }, (_, index) => ({
  left: (index * 37) % 100,
  delay: (index * 0.31) % 4,
  turn: 120 + ((index * 53) % 240),
  size: 9 + ((index * 7) % 9),
}));

/** The falling `Petals`. */
export function FallingPetals({ count }: { readonly count: number }) {
  return (
    <LazyMotion features={domAnimation} strict>
      <div className="petals" aria-hidden="true">
        {petals.slice(0, count).map(({ left, delay, turn, size }, index) => (
          <m.i
            key={index}
            style={{ left: `${left}%`, width: size, height: size }}
            initial={{ y: '-8vh', rotate: 0, opacity: 0 }}
            animate={{ y: '104vh', rotate: turn, opacity: [0, 1, 1, 0] }}
            transition={{ duration: 6.5, delay, ease: 'linear' }}
          />
        ))}
      </div>
    </LazyMotion>
  );
}
