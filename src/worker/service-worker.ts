/**
 * Makes the site work offline. A new version takes over once it is stored completely. Pages of the last version
 * keep using their own scripts, which stay stored until the last such page is closed, so no page mixes two
 * versions.
 *
 * Why not Workbox: its precache is one cache for all versions and deletes an older version's scripts at once, and
 * its strategies judge a response by status and headers alone. Only routing four kinds of address would be left for
 * it to do.
 */
import { isFields } from '../core/scenario/read/from-outside.ts';
import { contentFor } from './content.ts';
import { installed } from './install.ts';
import { cacheOf, failingSince, hasOlder, keptCopy, newerThan, notePage, scope, tidy } from './kept.ts';
import './release.ts';

declare const self: ServiceWorkerGlobalScope;

const { version } = release;

self.addEventListener('install', (event) => {
  event.waitUntil(store());
});

/** In milliseconds: three days. */
const longestFailing = 3 * 86_400_000;

async function store(): Promise<void> {
  try {
    await installed(release);
    await self.skipWaiting();
  } catch (problem) {
    // Something rewrites the scripts in transit, or storage stays full. Without a worker the site is better off
    // than with an old version for ever.
    const now = Date.now();
    if (now - (await failingSince(version, now)) > longestFailing) {
      // Not awaited: the browser unregisters after the installation has ended, which waits for this function.
      void self.registration.unregister();
    }
    throw problem;
  }
}

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

async function takeOver(): Promise<void> {
  // A page that opened without a worker may need scripts of its version that the server no longer has. It finds
  // them here.
  if (await hasOlder(version)) await self.clients.claim();
  for (const client of await openPages()) tell(client);
}

const openPages = (): Promise<readonly WindowClient[]> =>
  self.clients.matchAll({ type: 'window', includeUncontrolled: true });

function tell(client: WindowClient): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a service-worker client has no target origin; it is always same-origin
  client.postMessage({ version });
}

/** Each page tells its version and receives the version of the worker. */
self.addEventListener('message', (event) => {
  const { source } = event;
  const told: unknown = event.data;
  if (!(source instanceof WindowClient) || !isFields(told) || typeof told['version'] !== 'string') return;
  tell(source);
  event.waitUntil(noted(source.id, told['version']));
  // A page that opened before the worker existed bypasses it until it is claimed.
  if (told['isMissingParts'] === true) event.waitUntil(self.clients.claim());
});

async function noted(id: string, itsVersion: string): Promise<void> {
  await notePage(id, itsVersion);
  const { installing, waiting } = self.registration;
  // A version on its way is used by no page yet, and must stay.
  if (installing === null && waiting === null) await tidy(version, await openPages());
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope) || request.headers.has('range')) return;
  // A framed page belongs to the page around it: an LMS expects what the server has.
  if (request.mode === 'navigate' && request.destination !== 'document') return;
  const address = request.url.replace(/[?#].*$/, '');
  const path = address.slice(scope.length);
  if (path === '' || path === 'index.html') {
    if (request.mode === 'navigate') event.respondWith(page(request));
  } else if (/^content\/(index\.json|(packs|world|rounds)\/.+\.(json|svg|png|jpe?g))$/.test(path)) {
    event.respondWith(contentFor(event, address, path.slice('content/'.length)));
  } else if (path.startsWith('assets/')) {
    event.respondWith(assetFor(address, request));
  }
});

const page = async (request: Request): Promise<Response> =>
  (await keptCopy(`${scope}index.html`, await pageCache())) ?? fetch(request);

/** Chromium may leave a new version waiting for minutes though it is stored whole; its page is given all the same. */
async function pageCache(): Promise<string> {
  const newer = self.registration.waiting === null ? undefined : await newerThan(version);
  return newer ?? cacheOf(version);
}

/** A page of an older version finds its scripts in that version's cache; their names differ. */
const assetFor = async (address: string, request: Request): Promise<Response> =>
  (await keptCopy(address)) ?? fetch(request);
