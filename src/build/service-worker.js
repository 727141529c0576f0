/**
 * The game without a network. One version is stored whole or not at all, and the next one waits until no page of the last is open,
 * so that no page is ever made of two. Content comes from the server while there is one: a trainer may have edited it.
 */
/* The build writes the two lines below. */
const version = '';
const files = [];

const cacheName = `mikiwame-${version}`;
const contentCacheName = `${cacheName}-content`;
const scope = new URL('../cli/', globalThis.location.href).href;
const stored = new Set(files.map((file) => new URL(file, scope).href));

addEventListener('install', (event) => {
  // `reload`: what the browser's own cache kept of another version is not taken for this one.
  const requests = files.map((file) => new Request(file, { cache: 'reload' }));
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(requests)));
});

addEventListener('activate', (event) => {
  const outdated = (name) => name.startsWith('mikiwame-') && name !== cacheName && name !== contentCacheName;
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter(outdated).map((name) => caches.delete(name)))),
  );
});

addEventListener('fetch', (event) => {
  const { request } = event;
  // A frame belongs to the page around it: an LMS expects to get what the server has.
  if (request.method !== 'GET' || !request.url.startsWith(scope) || request.destination === 'iframe') return;
  const address = request.url.replace(/[?#].*$/, '');
  if (request.mode === 'navigate' && (address === scope || address === `${scope}index.html`)) {
    event.respondWith(fromCache(`${scope}index.html`, request));
  } else if (address.startsWith(`${scope}content/`)) {
    event.respondWith(fromServer(request, address));
  } else if (stored.has(address)) {
    event.respondWith(fromCache(address, request));
  }
});

async function fromCache(address, request) {
  const cache = await caches.open(cacheName);
  return (await cache.match(address)) ?? fetch(request);
}

async function fromServer(request, address) {
  const cache = await caches.open(contentCacheName);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(address, response.clone());
    return response;
  } catch (problem) {
    const kept = (await cache.match(address)) ?? (await caches.match(address, { cacheName }));
    if (kept === undefined) throw problem;
    return kept;
  }
}
