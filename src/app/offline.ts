/** Makes the site installable and playable without a network. */

/**
 * Called when the page has settled. In a frame, from a file or in an LMS package nothing is registered; where the browser
 * refuses, the game is simply not there without a network.
 */
export async function workOffline(page: Window & typeof globalThis): Promise<void> {
  const { navigator, document, location } = page;
  if (page.parent !== page || location.protocol === 'file:' || !('serviceWorker' in navigator)) return;
  // Named only now: an installable page must not cost the first play a request.
  const manifest = document.createElement('link');
  manifest.rel = 'manifest';
  manifest.href = 'manifest.webmanifest';
  // iOS takes no SVG for the home screen.
  const icon = document.createElement('link');
  icon.rel = 'apple-touch-icon';
  icon.href = 'apple-touch-icon.png';
  document.head.append(manifest, icon);
  try {
    await navigator.serviceWorker.register('service-worker.js', { updateViaCache: 'none' });
  } catch {
    // Private windows and strict settings refuse.
  }
}
