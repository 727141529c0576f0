import { useMoving } from './motion.tsx';

/** Cherry petals falling once, for a perfect round and not at all for those who want no motion. */
export function Petals() {
  const moving = useMoving();
  return moving && <moving.FallingPetals />;
}
