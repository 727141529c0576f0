import { asked } from '../loading/browser.ts';

/**
 * A `ref` that focuses the element when it mounts. It must be one stable function: React calls a new ref function
 * on every render.
 */
export const focusOnce = (element: HTMLElement | null): void => element?.focus({ preventScroll: true });

/**
 * Like `focusOnce`, but only after a user action. On a page just opened, or in a frame nobody has touched, focus
 * stays where it is.
 */
export const focusWhenLed = (element: HTMLElement | null): void => {
  if (asked(() => navigator.userActivation?.hasBeenActive, false)) focusOnce(element);
};
