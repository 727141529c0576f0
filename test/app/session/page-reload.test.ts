import { describe, expect, it, vi } from 'vitest';
import { watchReloads } from '../../../src/app/session/page-reload.ts';
import type { Page } from '../../../src/app/session/connection.ts';

/** A page whose time a test sets, with or without what newer browsers have. */
function aPage(change: Readonly<Record<string, unknown>> = {}) {
  let now = 1_000;
  const events = new EventTarget();
  const fakes: Readonly<Record<string, unknown>> = {
    addEventListener: events.addEventListener.bind(events),
    performance: { now: () => now },
    navigator: {},
    ...change,
  };
  const page: Page = new Proxy(window, {
    get: (target, name) =>
      typeof name === 'string' && name in fakes ? fakes[name] : Reflect.get(target, name),
  });
  return {
    page,
    press: (init: KeyboardEventInit) => events.dispatchEvent(new KeyboardEvent('keydown', init)),
    wait: (milliseconds: number) => (now += milliseconds),
  };
}

describe('a reload', () => {
  it.each([
    { key: 'F5' },
    { key: 'F5', ctrlKey: true },
    { key: 'r', code: 'KeyR', ctrlKey: true },
    { key: 'R', code: 'KeyR', ctrlKey: true, shiftKey: true },
    { key: 'r', code: 'KeyR', metaKey: true },
    // Under a Japanese input method, and on a keyboard of another layout.
    { key: 'Process', code: 'KeyR', ctrlKey: true },
    { key: 'す', code: 'KeyR', metaKey: true },
    { key: 'r', code: 'KeyP', ctrlKey: true },
  ])('is expected after its key: %o', (init) => {
    const { page, press } = aPage();
    const isReloading = watchReloads(page);
    expect(isReloading()).toBe(false);
    press(init);
    expect(isReloading()).toBe(true);
  });

  it.each([
    { key: 'r', code: 'KeyR' },
    { key: 'F6' },
    { key: 'w', code: 'KeyW', ctrlKey: true },
    { key: 'r', code: 'KeyR', ctrlKey: true, altKey: true },
  ])('is not expected after other keys: %o', (init) => {
    const { page, press } = aPage();
    const isReloading = watchReloads(page);
    press(init);
    expect(isReloading()).toBe(false);
  });

  it('is no longer expected after half a minute', () => {
    const { page, press, wait } = aPage();
    const isReloading = watchReloads(page);
    press({ key: 'F5' });
    wait(29_000);
    expect(isReloading()).toBe(true);
    wait(2_000);
    expect(isReloading()).toBe(false);
  });

  it('by script is reported by the browser, like every other navigation', () => {
    const navigation = new EventTarget();
    const { page } = aPage({ navigation });
    const isReloading = watchReloads(page);
    navigation.dispatchEvent(Object.assign(new Event('navigate'), { navigationType: 'push' }));
    expect(isReloading()).toBe(false);
    navigation.dispatchEvent(Object.assign(new Event('navigate'), { navigationType: 'reload' }));
    expect(isReloading()).toBe(true);
  });

  it('is reported by the worker, which receives a confirmation', async () => {
    const worker = new EventTarget();
    const register = vi.fn(() => Promise.resolve());
    const { page } = aPage({
      navigator: { serviceWorker: Object.assign(worker, { register, startMessages: () => undefined }) },
    });
    const isReloading = watchReloads(page);
    expect(register).toHaveBeenCalledWith('reload-worker.js', { updateViaCache: 'none' });
    const heard = vi.fn();
    for (const data of [null, 'reload', { type: 'other' }])
      worker.dispatchEvent(Object.assign(new Event('message'), { data, ports: [{ postMessage: heard }] }));
    expect(isReloading()).toBe(false);
    expect(heard).not.toHaveBeenCalled();
    worker.dispatchEvent(
      Object.assign(new Event('message'), { data: { type: 'reload' }, ports: [{ postMessage: heard }] }),
    );
    expect(isReloading()).toBe(true);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['refuses', { register: () => Promise.reject(new DOMException('', 'SecurityError')) }],
    [
      'throws',
      {
        register: () => {
          throw new DOMException('', 'SecurityError');
        },
      },
    ],
  ])('is recognised by its keys if the browser %s workers', async (_, serviceWorker) => {
    const worker = Object.assign(new EventTarget(), { startMessages: () => undefined, ...serviceWorker });
    const { page, press } = aPage({ navigator: { serviceWorker: worker } });
    const isReloading = watchReloads(page);
    press({ key: 'F5' });
    expect(isReloading()).toBe(true);
  });
});
