import { afterEach, expect, it, vi } from 'vitest';
import { whenIdle } from '../../src/ui/idle.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('runs when the browser says that it is idle, and asks to be told within two seconds', () => {
  const request = vi.fn<(run: () => void, options: { readonly timeout: number }) => number>(() => 7);
  const cancel = vi.fn<(handle: number) => void>();
  vi.stubGlobal('requestIdleCallback', request);
  vi.stubGlobal('cancelIdleCallback', cancel);
  const run = vi.fn<() => void>();
  const callOff = whenIdle(run);
  expect(request).toHaveBeenCalledWith(run, { timeout: 2_000 });
  callOff();
  expect(cancel).toHaveBeenCalledWith(7);
});

it.each([
  ['a browser that does not tell when it is idle', undefined],
  [
    'a browser that refuses to tell',
    () => {
      throw new TypeError('refused');
    },
  ],
])('runs a little later in %s', (_, request) => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', request);
  const run = vi.fn<() => void>();
  whenIdle(run);
  expect(run).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(run).toHaveBeenCalledOnce();
});

it('does not run once it was called off', () => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', undefined);
  const run = vi.fn<() => void>();
  whenIdle(run)();
  vi.runAllTimers();
  expect(run).not.toHaveBeenCalled();
});
