import { useMoving } from './motion.tsx';

/** Cherry petals that fall once, for a perfect round. Nothing for players who want no motion. */
export function Petals() {
  const moving = useMoving();
  return moving && <moving.FallingPetals />;
}
