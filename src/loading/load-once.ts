/** Parts of the game that are loaded later: once for all who ask, and again after a failure. */

/** A part of the game itself (a script, a style sheet, sentences) did not load. The cause is what the browser said. */
export class LoadFailure extends Error {
  override readonly name = 'LoadFailure';
}

/** The loads that have failed and were not asked for again since. */
const failed = new Set<() => void>();

/** Makes every load that has failed start anew when it is next asked for. */
export function askAgain(): void {
  for (const forget of failed) forget();
  failed.clear();
}

/**
 * A function that loads on its first call and gives the same promise to everybody. A failure is kept, as React draws the same promise
 * again, until `askAgain` is called. Rejects with a `LoadFailure`.
 */
export function loadOnce<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loaded: Promise<Value> | undefined;
  let attempts = 0;
  return () => {
    if (loaded !== undefined) return loaded;
    attempts += 1;
    loaded = attempt(load, attempts).catch((cause: unknown) => {
      failed.add(() => {
        loaded = undefined;
      });
      throw new LoadFailure('a part of the game did not load', { cause });
    });
    return loaded;
  };
}

/**
 * Chromium and WebKit fetch a module again after it has failed. Firefox remembers the failure for as long as the page is open, by the
 * module's address: there a second attempt needs another address.
 */
async function attempt<Value>(load: () => Promise<Value>, number: number): Promise<Value> {
  try {
    return await load();
  } catch (error) {
    const address = number > 1 ? moduleIn(error) : undefined;
    if (address === undefined) throw error;
    const module: Value = await import(/* @vite-ignore */ `${address}?again=${number}`);
    return module;
  }
}

/** The module that a browser’s error names, if it is one of ours: Firefox and Chromium end their sentence with its address. */
function moduleIn(error: unknown): string | undefined {
  const address = error instanceof Error ? /https?:\/\/\S+\.js$/.exec(error.message)?.[0] : undefined;
  return address?.startsWith(new URL(/* @vite-ignore */ '.', import.meta.url).href) ? address : undefined;
}
