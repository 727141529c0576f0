/** For `ref`: takes the focus when the element appears. The same function at every drawing, or each would take it again. */
export const focusOnce = (element: HTMLElement | null): void => element?.focus({ preventScroll: true });

/** The same where a press led here; on a page just opened, or in a frame nobody has touched, the focus is left where it is. */
export const focusWhenLed = (element: HTMLElement | null): void => {
  if (navigator.userActivation?.hasBeenActive) focusOnce(element);
};
