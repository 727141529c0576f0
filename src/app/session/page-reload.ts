/** Tells whether a page that goes away is being loaded again; `pagehide` does not say. */
import { isFields } from '../../core/scenario/read/from-outside.ts';
import { reloadMessage, reloadWorkerFile } from '../../lms/reload-message.ts';
import { scriptAddress } from '../../loading/script-address.ts';
import type { Page } from './connection.ts';

/** Milliseconds from the sign of a reload to the end of the page: the server has to answer in between. */
const longest = 30_000;

/**
 * Watches for the signs of a reload. The returned function says whether the last sign was one. The signs are the keys for it, a reload by script
 * (Navigation API), and the message of the package's worker, which sees the browser ask for the page again and so also knows of the
 * browser's own button. A browser that forbids workers leaves the first two.
 */
export function watchReloads(page: Page): () => boolean {
  const { see, isSeen } = watchKeys(page);
  listenToWorker(page, see);
  return isSeen;
}

/** As `watchReloads`, for a package without the worker. */
export const watchReloadKeys = (page: Page): (() => boolean) => watchKeys(page).isSeen;

function watchKeys(page: Page): { readonly see: () => void; readonly isSeen: () => boolean } {
  let seenAt = Number.NEGATIVE_INFINITY;
  const see = (): void => {
    seenAt = page.performance.now();
  };
  page.addEventListener(
    'keydown',
    (event) => {
      if (isReloadKey(event)) see();
    },
    { capture: true },
  );
  navigationOf(page)?.addEventListener('navigate', (event) => {
    if ('navigationType' in event && event.navigationType === 'reload') see();
  });
  return { see, isSeen: () => page.performance.now() - seenAt < longest };
}

/** By the key's place as well, since an input method or another layout writes another letter. */
function isReloadKey({ key, code, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (key === 'F5' || key === 'BrowserRefresh') return true;
  return (ctrlKey || metaKey) && !altKey && (code === 'KeyR' || key.toLowerCase() === 'r');
}

/** The Navigation API is not in lib.dom.d.ts, nor in every browser. */
function navigationOf(page: Page): EventTarget | undefined {
  const navigation: unknown = Reflect.get(page, 'navigation');
  return navigation instanceof EventTarget ? navigation : undefined;
}

/** Frames of other sites, private windows and plain http have no workers; some throw where others are silent. */
function listenToWorker(page: Page, onReload: () => void): void {
  try {
    const { serviceWorker } = page.navigator;
    serviceWorker.addEventListener('message', ({ data, ports: [port] }: MessageEvent<unknown>) => {
      if (!isFields(data) || data['type'] !== reloadMessage) return;
      onReload();
      port?.postMessage('seen');
    });
    // Otherwise messages wait until the document has loaded.
    serviceWorker.startMessages();
    serviceWorker.register(scriptAddress(reloadWorkerFile), { updateViaCache: 'none' }).catch(() => {
      // The keys are left.
    });
  } catch {
    // The keys are left.
  }
}
