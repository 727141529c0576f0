/** Code that loads later: once for all callers, and again after a failure. */

/** A part of the game itself (script, style sheet, sentences) failed to load. `cause` is the browser's error. */
export class LoadFailure extends Error {
  override readonly name = 'LoadFailure';
}

/** Failed loads that have not been retried yet. */
const failed = new Set<() => void>();

/** Makes every failed load start again the next time it is needed. */
export function askAgain(): void {
  for (const forget of failed) forget();
  failed.clear();
}

/**
 * Returns a function that loads on its first call and gives every caller the same promise. It keeps a failure until
 * `askAgain()` is called, because React renders with the same promise again. Rejects with a `LoadFailure`.
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
 * Chromium and WebKit fetch a failed module again. Firefox caches the failure by address until the page is closed,
 * so a second attempt there needs another address.
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

/** The module that a browser's error names, if it is ours. Firefox and Chromium end the message with its address. */
function moduleIn(error: unknown): string | undefined {
  const address = error instanceof Error ? /https?:\/\/\S+\.js$/.exec(error.message)?.[0] : undefined;
  return address?.startsWith(new URL(/* @vite-ignore */ '.', import.meta.url).href) ? address : undefined;
}
