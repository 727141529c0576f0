/** For `ref`: takes the focus when the element appears. The same function at every drawing, or each would take it again. */
export const focusOnce = (element: HTMLElement | null): void => element?.focus({ preventScroll: true });
