import { isStill } from './is-still.ts';

/** A `ref` that scrolls to what has just been unfolded, as far as needed to see its beginning. */
export const scrolledTo = (element: HTMLElement | null): void => {
  if (element === null) return;
  const { bottom } = element.getBoundingClientRect();
  if (bottom > innerHeight)
    element.scrollIntoView({ block: 'start', behavior: isStill() ? 'auto' : 'smooth' });
};
