/** The caches of this site. Their names carry its path, since two sites may share an origin, and caches belong to the origin. */

/** Ends in a slash. */
export const scope = new URL('./', globalThis.location.href).href;
const prefix = `mikiwame ${new URL(scope).pathname} `;

/** Page, scripts and styles of one version; whole or not there. */
export const cacheOf = (version: string): string => prefix + version;
/** The last sound copy of each file of content. It belongs to no version: a trainer edits content between two of them. */
export const contentCache = `${prefix}content`;
/** Which version each open page is of, by the id of its client; and since when a version could not be stored. */
const noteCache = `${prefix}notes`;

/** The copy of an address in one cache, or in any; undefined also where the browser's storage fails, as the network may still do. */
export async function keptCopy(address: string, cacheName?: string): Promise<Response | undefined> {
  try {
    return await caches.match(address, { ignoreVary: true, ...(cacheName !== undefined && { cacheName }) });
  } catch {
    return undefined;
  }
}

/** Keeps a copy if there is room; where there is none, the site works as before. */
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

/** Whether another version is still here. */
export const hasOlder = async (current: string): Promise<boolean> =>
  (await caches.keys()).some((name) => isVersion(name) && name !== cacheOf(current));

/** Notes which version a page is of. */
export const notePage = (id: string, version: string): Promise<void> =>
  keep(noteCache, pageNote(id), new Response(version));

const pageNote = (id: string): string => `${scope}?page=${id}`;

/** Since when a version could not be stored, in milliseconds since 1970: `now` the first time. */
export async function failingSince(version: string, now: number): Promise<number> {
  const note = `${scope}?failing=${version}`;
  const known = await (await keptCopy(note, noteCache))?.text();
  if (known === undefined) await keep(noteCache, note, new Response(String(now)));
  return known === undefined ? now : Number(known);
}

interface OpenPage {
  /** Of its client. */
  readonly id: string;
  readonly url: string;
}

/** Deletes the versions that no open page is of. A page that has not said what it is may be of any, so then all stay. */
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

/** Up to version 0.1 the names did not carry the path. What another site of the origin has in such a cache stays. */
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

/** Whether an address belongs to this site, and not to another one in a folder below it. */
const isOurs = (url: string): boolean =>
  url.startsWith(scope) && /^([^/?#]*([?#].*)?|(assets|content)\/.*)$/.test(url.slice(scope.length));
