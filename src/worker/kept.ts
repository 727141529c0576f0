/**
 * The caches of this site. Their names contain the site's path, because caches belong to the origin and two sites
 * may share one.
 */

/** The base URL of this site, with a trailing slash. */
export const scope = new URL('./', globalThis.location.href).href;
const prefix = `mikiwame ${new URL(scope).pathname} `;

/** The cache for page, scripts and styles of one version; complete or absent. */
export const cacheOf = (version: string): string => prefix + version;
/**
 * The cache for the last good copy of each content file. It belongs to no version, because trainers edit content
 * between versions.
 */
export const contentCache = `${prefix}content`;
/** Notes the version of each open page, by client id, and since when storing a version has failed. */
const noteCache = `${prefix}notes`;

/**
 * The stored response for an address, from one cache or from any. Undefined also if the browser's storage fails,
 * since the network may still work.
 */
export async function keptCopy(address: string, cacheName?: string): Promise<Response | undefined> {
  try {
    return await caches.match(address, { ignoreVary: true, ...(cacheName !== undefined && { cacheName }) });
  } catch {
    return undefined;
  }
}

/** Stores a response. If there is no room, does nothing: the site works without it. */
export async function keep(cacheName: string, address: string, copy: Response): Promise<void> {
  try {
    const cache = await caches.open(cacheName);
    await cache.put(address, copy);
  } catch {
    // Storage is full or refused.
  }
}

const isVersion = (name: string): boolean =>
  name.startsWith(prefix) && name !== contentCache && name !== noteCache;

/** Whether another version is stored. */
export const hasOlder = async (current: string): Promise<boolean> =>
  (await caches.keys()).some((name) => isVersion(name) && name !== cacheOf(current));

/** The cache of the version stored last, besides `current`. */
export const newerThan = async (current: string): Promise<string | undefined> =>
  (await caches.keys()).findLast((name) => isVersion(name) && name !== cacheOf(current));

/** Notes the version of a page. */
export const notePage = (id: string, version: string): Promise<void> =>
  keep(noteCache, pageNote(id), new Response(version));

const pageNote = (id: string): string => `${scope}?page=${id}`;

/** Since when storing a version has failed, in milliseconds since 1970. The first call notes and returns `now`. */
export async function failingSince(version: string, now: number): Promise<number> {
  const note = `${scope}?failing=${version}`;
  const known = await (await keptCopy(note, noteCache))?.text();
  if (known === undefined) await keep(noteCache, note, new Response(String(now)));
  return known === undefined ? now : Number(known);
}

interface OpenPage {
  /** Client id. */
  readonly id: string;
  readonly url: string;
}

/**
 * Deletes versions that no open page uses. A page that has not told its version may use any of them, so then all
 * are kept.
 */
export async function tidy(current: string, pages: readonly OpenPage[]): Promise<void> {
  const open = pages.filter(({ url }) => isOurs(url)).map(({ id }) => id);
  const versions = await Promise.all(
    open.map(async (id) => (await keptCopy(pageNote(id), noteCache))?.text()),
  );
  if (versions.includes(undefined)) return;
  const stay = new Set([current, ...versions].map((version) => cacheOf(version ?? '')));
  for (const name of await caches.keys()) {
    if (isVersion(name) && !stay.has(name)) await caches.delete(name);
  }
  await forgetClosed(open);
  await deleteUnscoped();
}

async function forgetClosed(open: readonly string[]): Promise<void> {
  const cache = await caches.open(noteCache);
  const notes = new Set(open.map(pageNote));
  for (const request of await cache.keys()) {
    if (request.url.includes('?page=') && !notes.has(request.url)) await cache.delete(request);
  }
}

/** Up to version 0.1 the names did not contain the path. Entries of another site of the origin are kept. */
async function deleteUnscoped(): Promise<void> {
  for (const name of await caches.keys()) {
    if (!name.startsWith('mikiwame-')) continue;
    const cache = await caches.open(name);
    const requests = await cache.keys();
    const ours = requests.filter(({ url }) => isOurs(url));
    for (const request of ours) await cache.delete(request, { ignoreVary: true });
    if (ours.length === requests.length) await caches.delete(name);
  }
}

/** Whether an address belongs to this site and not to another site in a subfolder. */
const isOurs = (url: string): boolean =>
  url.startsWith(scope) && /^([^/?#]*([?#].*)?|(assets|content)\/.*)$/.test(url.slice(scope.length));
