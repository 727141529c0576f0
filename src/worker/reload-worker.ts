/**
 * The worker of a cmi5 package. When the browser asks for a page that is open already, it tells that page first: the page cannot see
 * otherwise that it is loaded again and not left, and cmi5 allows nothing after `terminated`. It stores nothing, and every request
 * goes to the server as it would without a worker.
 */
import { reloadMessage } from '../lms/reload-message.ts';

declare const self: ServiceWorkerGlobalScope;

/** Milliseconds a page has to hear of it; one that is still starting does not answer. */
const patience = 400;

self.addEventListener('install', (event) => {
  event.waitUntil(self.skipWaiting());
});

self.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate') event.respondWith(announced(event.request));
});

async function announced(request: Request): Promise<Response> {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const loadedAgain = open.filter(({ url }) => withoutHash(url) === withoutHash(request.url));
  await Promise.race([
    Promise.all(loadedAgain.map(told)),
    new Promise<void>((resolve) => void setTimeout(resolve, patience)),
  ]);
  return fetch(request);
}

/** Ends when the page has heard it. */
function told(client: Client): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener('message', () => resolve());
    port1.start();
    client.postMessage({ type: reloadMessage }, [port2]);
  });
}

const withoutHash = (address: string): string => address.replace(/#.*$/, '');
