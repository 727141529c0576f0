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

/**
 * Returns what loads the style sheets of the page again if they failed before the first script ran, and rejects if they fail once more.
 * Whether they failed shows in a custom property that they set: some browsers list a failed sheet as an empty one.
 */
export function sheetsAgain(page: Document, property: `--${string}`): () => Promise<void> {
  const links = [...page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  const isStyled = (): boolean => getComputedStyle(page.documentElement).getPropertyValue(property) !== '';
  let attempts = 0;
  return async () => {
    if (isStyled()) return;
    attempts += 1;
    const loading = links.map(({ href }) => {
      const link = page.createElement('link');
      link.rel = 'stylesheet';
      link.href = `${href.replace(/\?.*/, '')}?again=${attempts}`;
      return new Promise((resolve, reject) => {
        link.addEventListener('load', resolve);
        link.addEventListener('error', () => reject(new Error('a style sheet did not load')));
        page.head.append(link);
      });
    });
    await Promise.all(loading);
  };
}
