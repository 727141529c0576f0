import { m } from 'framer-motion';
import { useStillness } from './useStillness.ts';

const petals = Array.from({ length: 24 }, (_, index) => ({
  left: (index * 37) % 100,
  delay: (index * 0.31) % 4,
  turn: 120 + ((index * 53) % 240),
  size: 9 + ((index * 7) % 9),
}));

/** Cherry petals falling once, for a perfect round and not at all for those who want no motion. */
export function Petals() {
  if (useStillness()) return null;
  return (
    <div className="petals" aria-hidden="true">
      {petals.map(({ left, delay, turn, size }, index) => (
        <m.i
          key={index}
          style={{ left: `${left}%`, width: size, height: size }}
          initial={{ y: '-8vh', rotate: 0, opacity: 0 }}
          animate={{ y: '104vh', rotate: turn, opacity: [0, 1, 1, 0] }}
          transition={{ duration: 6.5, delay, ease: 'linear' }}
        />
      ))}
    </div>
  );
}
