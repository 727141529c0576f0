/** Stores a version: page, scripts and styles completely or not at all, and whatever content the server has. */
import { cacheOf, contentCache, keep, keptCopy, scope } from './kept.ts';
import type { Release } from './release.ts';
import { fileCopy, pageCopy, received } from './sound.ts';

/** In milliseconds, per file. A server that is slower is tried again at the next visit. */
const patience = 60_000;

/**
 * Stores everything of a release. If a required file differs from the build, rejects and leaves nothing of the
 * version behind.
 */
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

/** Some hosts redirect `index.html` to the folder; others know only one of the two. */
async function page(version: string): Promise<Response | undefined> {
  for (const path of ['index.html', '']) {
    // `reload`: a copy in the HTTP cache may belong to another version.
    const copy = await pageCopy(await ask(path, { cache: 'reload' }), version);
    if (copy !== undefined) return copy;
  }
  return undefined;
}

/**
 * The browser compares the bytes with the digest (Subresource Integrity), so neither another file nor a truncated
 * one passes. The HTTP cache has most files from the visit itself. If its copy is wrong, asks the server.
 */
async function asset(path: string, integrity: string): Promise<Response | undefined> {
  const response = await ask(path, { integrity }).catch(() => ask(path, { integrity, cache: 'reload' }));
  return fileCopy(response);
}

/**
 * Stores the server's copy of a content file. A missing file is skipped, because a trainer may have removed it; one
 * that cannot be fetched now must be stored already.
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
