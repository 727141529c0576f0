/**
 * Takes a style sheet that failed to load off the page. The bundler looks whether a sheet is on the page before it asks for it, so one
 * that failed would count as loaded, and what it styles would be drawn without it at the next attempt.
 */
export function dropFailedSheets(page: Document): void {
  const drop = ({ target }: Event): void => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') target.remove();
  };
  // An error of a resource does not bubble; on its way down it passes the document.
  page.addEventListener('error', drop, { capture: true });
}
