/** Stores a version: its page, scripts and styles whole or not at all, and of the content what the server has. */
import { cacheOf, contentCache, keep, keptCopy, scope } from './kept.ts';
import type { Release } from './release.ts';
import { fileCopy, pageCopy, received } from './sound.ts';

/** Milliseconds for one file. A server that does not answer by then is tried again at the next visit. */
const patience = 60_000;

/** Rejects, and leaves nothing of the version behind, if any part that is needed is not what the build made. */
export async function installed({ version, assets, content }: Release): Promise<void> {
  const name = cacheOf(version);
  const cache = await caches.open(name);
  const store = async (path: string, copy: Promise<Response | undefined>): Promise<void> => {
    const sound = await copy;
    if (sound === undefined) throw new Error(`${path} is not what the build made`);
    await cache.put(scope + path, sound);
  };
  try {
    await Promise.all([
      store('index.html', page(version)),
      ...Object.entries(assets).map(([path, integrity]) => store(path, asset(path, integrity))),
      ...content.map(refreshed),
    ]);
  } catch (problem) {
    await caches.delete(name);
    throw problem;
  }
}

const ask = (path: string, init: RequestInit): Promise<Response> =>
  fetch(scope + path, { signal: AbortSignal.timeout(patience), ...init });

/** Some hosts send `index.html` on to the folder; others know only one of the two. */
async function page(version: string): Promise<Response | undefined> {
  for (const path of ['index.html', '']) {
    // `reload`: what the browser's own cache has of another version is not taken for this one.
    const copy = await pageCopy(await ask(path, { cache: 'reload' }), version);
    if (copy !== undefined) return copy;
  }
  return undefined;
}

/**
 * The browser compares the bytes with the digest (Subresource Integrity), so that neither another file nor a part of it passes. The
 * browser's own cache has most of them from the page's visit; where what it has is wrong, the server is asked.
 */
async function asset(path: string, integrity: string): Promise<Response | undefined> {
  const response = await ask(path, { integrity }).catch(() => ask(path, { integrity, cache: 'reload' }));
  return fileCopy(response);
}

/**
 * Keeps what the server has of a file of content. A file it does not have is left out, for a trainer may have removed it; one that
 * cannot be had now must be here from before.
 */
async function refreshed(path: string): Promise<void> {
  const address = scope + path;
  const sent = await ask(path, { cache: 'no-cache' })
    .then((response) => received(path.slice('content/'.length), response))
    .catch(() => undefined);
  if (sent?.kind === 'content') {
    await keep(contentCache, address, sent.response);
    return;
  }
  const isDown = sent === undefined || sent.response.status >= 500 || sent.response.status === 429;
  if (isDown && (await keptCopy(address, contentCache)) === undefined) {
    throw new Error(`${path} could not be loaded`);
  }
}
