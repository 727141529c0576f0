/** Makes the site installable and playable offline, and reports a new version. */
import { isFields } from '../core/scenario/read/from-outside.ts';
import { asked } from '../loading/browser.ts';
import { scriptAddress } from '../loading/script-address.ts';

/**
 * Called when the page has settled. In a frame, from a file or in an LMS package nothing is registered; where the browser
 * refuses, the game needs the network. Calls `onNewVersion` when another version than this page's is stored; a reload opens it.
 */
export async function workOffline(page: Window & typeof globalThis, onNewVersion: () => void): Promise<void> {
  const { navigator, document, location } = page;
  const serviceWorker = asked((): ServiceWorkerContainer | undefined => navigator.serviceWorker, undefined);
  if (page.parent !== page || location.protocol === 'file:' || serviceWorker === undefined) return;
  // Added only now, so that the manifest costs the first play no request.
  const manifest = document.createElement('link');
  manifest.rel = 'manifest';
  manifest.href = 'manifest.webmanifest';
  // iOS takes no SVG for the home screen.
  const icon = document.createElement('link');
  icon.rel = 'apple-touch-icon';
  icon.href = 'apple-touch-icon.png';
  document.head.append(manifest, icon);
  const version = document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content;
  serviceWorker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isFields(data) && typeof data['version'] === 'string' && data['version'] !== version) onNewVersion();
  });
  try {
    await serviceWorker.register(scriptAddress('service-worker.js'), { updateViaCache: 'none' });
  } catch {
    // Private windows and strict settings refuse.
    return;
  }
  const registration = await serviceWorker.ready;
  const tell = (more?: { readonly isMissingParts: true }): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target: it is of this origin
    registration.active?.postMessage({ version, ...more });
  };
  tell();
  // Vite's event for a part that did not load. The worker may still have it if the server already has another version.
  page.addEventListener('vite:preloadError', () => tell({ isMissingParts: true }));
  lookForUpdates(page, registration);
}

/** In milliseconds. Browsers look for a new worker at each navigation, but a page that stays open has none. */
const interval = 3_600_000;

/** Looks for a new version now, unless the page itself is new, and whenever the page becomes visible after an hour or more. */
function lookForUpdates({ document, navigator }: Window, registration: ServiceWorkerRegistration): void {
  let last = navigator.serviceWorker.controller === null ? performance.now() : Number.NEGATIVE_INFINITY;
  const look = (): void => {
    if (document.visibilityState === 'hidden' || performance.now() - last < interval) return;
    last = performance.now();
    registration.update().catch(() => {
      // Offline: try again later.
    });
  };
  document.addEventListener('visibilitychange', look);
  look();
}
