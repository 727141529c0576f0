import { useMoving } from './motion.tsx';

/** Cherry petals that fall once, at most 24. Nothing for players who want no motion. */
export function Petals({ count = 24 }: { readonly count?: number }) {
  const moving = useMoving();
  return moving && <moving.FallingPetals count={count} />;
}
