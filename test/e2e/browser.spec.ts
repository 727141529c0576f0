import { expect, test } from '@playwright/test';
import { answer, rows, words } from './round.ts';

test.use({ serviceWorkers: 'allow' });

/** Interfaces that some browser lacks, or that a frame, a setting or an add-on refuses. */
const interfaces = [
  'matchMedia',
  'AudioContext',
  'ResizeObserver',
  'IntersectionObserver',
  'BroadcastChannel',
  'PerformanceNavigationTiming',
  'requestIdleCallback',
  'scheduler',
  'trustedTypes',
  'indexedDB',
  'localStorage',
  'sessionStorage',
  'caches',
  'Intl.Segmenter',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'performance.getEntriesByType',
  'navigator.serviceWorker',
  'navigator.clipboard',
  'navigator.share',
  'navigator.locks',
  'navigator.vibrate',
  'navigator.storage',
  'navigator.userActivation',
  'navigator.onLine',
  'navigator.languages',
];

/** Runs in the page before its scripts. */
function without({ names, how }: { names: readonly string[]; how: 'missing' | 'refused' }): void {
  const refuse = (): never => {
    throw new DOMException('refused', 'SecurityError');
  };
  for (const name of names) {
    const path = name.split('.');
    const last = path.pop() ?? '';
    const owner = path.reduce<object>((found, part) => Reflect.get(found, part), globalThis);
    const isFunction = typeof Reflect.get(owner, last) === 'function';
    const value = how === 'missing' ? undefined : refuse;
    if (how === 'missing' || isFunction) Object.defineProperty(owner, last, { configurable: true, value });
    else Object.defineProperty(owner, last, { configurable: true, get: refuse });
  }
  if (how === 'refused') Object.assign(history, { pushState: refuse, replaceState: refuse });
}

for (const how of ['missing', 'refused'] as const)
  test(`a round is played to its result where all that a browser may lack is ${how}`, async ({ page }) => {
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.addInitScript(without, { names: interfaces, how });
    await page.goto('./?lang=en&mode=training&packs=first-day&length=2&reason=off');
    await expect(rows(page)).toHaveCount(2);
    await rows(page).first().click();
    for (const next of [words.en.next, words.en.result]) {
      await answer(page, 'en', 'phish');
      await page.getByRole('complementary').getByRole('button', { name: next }).click();
    }
    await expect(page.getByRole('heading', { name: words.en.resultTitle })).toBeVisible();
    await page.goto('./?lang=en#/settings');
    await page.getByRole('button', { name: 'Save to a file' }).click();
    await expect(page.getByText('Saved to a file.')).toBeVisible();
    await page.getByRole('group', { name: 'Sound' }).getByRole('button', { name: 'On' }).click();
    await expect(page.getByText(/cannot play sounds at the moment/)).toBeVisible();
    await expect(page.getByText(/seems to be offline/)).toHaveCount(0);
    expect(faults).toEqual([]);
  });
