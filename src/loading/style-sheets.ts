/**
 * Removes a style sheet that failed to load. The bundler checks whether a sheet is on the page before it requests
 * it, so a failed one would count as loaded and the next attempt would draw its part without styles.
 */
export function dropFailedSheets(page: Document): void {
  const drop = ({ target }: Event): void => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') target.remove();
  };
  // Resource errors do not bubble, but the capture phase passes through the document.
  page.addEventListener('error', drop, { capture: true });
}
