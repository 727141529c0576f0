/**
 * The site without a network. A new version takes over as soon as it is stored whole. Pages of the last one go on with their own
 * scripts, which stay until the last of these pages is closed; so no page is made of two versions.
 *
 * Why no Workbox: its precache is one cache for all versions, which deletes an older one's scripts at once, and its strategies judge
 * a response by its status and headers alone. What is left of it here would be the routing of four kinds of address.
 */
import { isFields } from '../core/scenario/read/from-outside.ts';
import { contentFor } from './content.ts';
import { installed } from './install.ts';
import { cacheOf, failingSince, hasOlder, keptCopy, notePage, scope, tidy } from './kept.ts';
import './release.ts';

declare const self: ServiceWorkerGlobalScope;

const { version } = release;

self.addEventListener('install', (event) => {
  event.waitUntil(store());
});

/** Milliseconds: three days. */
const longestFailing = 3 * 86_400_000;

async function store(): Promise<void> {
  try {
    await installed(release);
    await self.skipWaiting();
  } catch (problem) {
    // Something rewrites the scripts on their way, or storage stays full. Better no worker than an old version for ever.
    const now = Date.now();
    if (now - (await failingSince(version, now)) > longestFailing) await self.registration.unregister();
    throw problem;
  }
}

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

async function takeOver(): Promise<void> {
  // Its scripts are no longer on the server: a page that began without a worker finds them here.
  if (await hasOlder(version)) await self.clients.claim();
  for (const client of await openPages()) tell(client);
}

const openPages = (): Promise<readonly WindowClient[]> =>
  self.clients.matchAll({ type: 'window', includeUncontrolled: true });

function tell(client: WindowClient): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a client has no target: it is of this origin
  client.postMessage({ version });
}

/** A page says which version it is, and hears which one is here. */
self.addEventListener('message', (event) => {
  const { source } = event;
  const told: unknown = event.data;
  if (!(source instanceof WindowClient) || !isFields(told) || typeof told['version'] !== 'string') return;
  tell(source);
  event.waitUntil(noted(source.id, told['version']));
  // A page that began before there was a worker asks the server itself, until it is claimed.
  if (told['isMissingParts'] === true) event.waitUntil(self.clients.claim());
});

async function noted(id: string, itsVersion: string): Promise<void> {
  await notePage(id, itsVersion);
  await tidy(version, await openPages());
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope) || request.headers.has('range')) return;
  // A frame belongs to the page around it: an LMS expects to get what the server has.
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
  (await keptCopy(`${scope}index.html`, cacheOf(version))) ?? fetch(request);

/** A page of an older version finds its scripts in that version's cache: their names tell them apart. */
const assetFor = async (address: string, request: Request): Promise<Response> =>
  (await keptCopy(address)) ?? fetch(request);
