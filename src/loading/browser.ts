/** What some browser lacks, or refuses in a frame or by a setting, with what the game does without it. */

/** What a request to the browser returns, or `otherwise` if the browser lacks the interface or refuses it. */
export function asked<Value>(request: () => Value, otherwise: Value): Value {
  try {
    return request();
  } catch {
    // A missing interface is a TypeError or ReferenceError, a refused one mostly a SecurityError: the game goes without either.
    return otherwise;
  }
}

interface Timed {
  readonly performance: { readonly getEntriesByType: (type: string) => readonly object[] };
}

/** Whether a page was reloaded. False if the browser does not tell. */
export const isReloaded = ({ performance }: Timed): boolean =>
  asked(() => {
    const [entry] = performance.getEntriesByType('navigation');
    return entry !== undefined && 'type' in entry && entry.type === 'reload';
  }, false);

/** Whole numbers from 0 to 2³² − 1: random, but not for secrets, as some browser may lack a source for those. */
export const randomNumbers = (count: number): readonly number[] =>
  asked(
    () => [...crypto.getRandomValues(new Uint32Array(count))],
    Array.from({ length: count }, () => Math.floor(Math.random() * 2 ** 32)),
  );

/**
 * Writes another hash into the address without a new entry in the history. Some browsers refuse that in sandboxed frames, and Safari
 * after a hundred times in half a minute: then it becomes an entry of its own.
 */
export function replaceHash({ history, location }: Window, hash: string): void {
  try {
    history.replaceState(null, '', `${location.search}${hash}`);
  } catch {
    location.hash = hash;
  }
}
