import { useReducedMotion } from 'framer-motion';

/** Whether nothing is to move: the device asks for it, or the player set it for this game (`data-motion` of the page). */
export function useStillness(): boolean {
  const isAskedByDevice = useReducedMotion() === true;
  return isAskedByDevice || document.documentElement.dataset['motion'] === 'less';
}
