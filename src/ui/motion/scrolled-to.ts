import { isStill } from './is-still.ts';

/** A `ref` that scrolls to what has just been unfolded, as far as needed to see its beginning. */
export const scrolledTo = (element: HTMLElement | null): void => {
  if (element === null) return;
  const { bottom } = element.getBoundingClientRect();
  if (bottom > lowestInSight(element))
    element.scrollIntoView({ block: 'start', behavior: isStill() ? 'auto' : 'smooth' });
};

/** Down to where an element can be seen: the lower edge of the nearest part that scrolls it, such as a message above its dock. */
function lowestInSight(element: HTMLElement): number {
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around.getBoundingClientRect().bottom;
  }
  return innerHeight;
}
