import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { layOutBehind } from '../../src/play/lay-out-behind.ts';

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<section id="shown"></section>';
});
afterEach(() => {
  vi.useRealTimers();
});

/** The hidden message, which React draws some time after the list. */
function draw(): void {
  document.body.insertAdjacentHTML(
    'beforeend',
    '<section id="hidden" style="display: none"><div class="reader">text</div></section>',
  );
}

const watched = (): MutationObserver => {
  const observer = new MutationObserver(() => undefined);
  observer.observe(document.body, { childList: true });
  return observer;
};

it('lays out a copy of the hidden message once it is drawn, out of sight, and leaves nothing behind', () => {
  layOutBehind({ current: document.getElementById('shown') });
  vi.advanceTimersByTime(10_000);
  draw();
  const observer = watched();
  vi.advanceTimersByTime(10_000);
  const changes = observer.takeRecords();
  const [copy] = changes[0]?.addedNodes ?? [];
  expect(copy).toBeInstanceOf(HTMLElement);
  if (!(copy instanceof HTMLElement)) return;
  expect(copy.inert).toBe(true);
  expect(copy.style.display).toBe('');
  expect(copy.style.visibility).toBe('hidden');
  expect(copy).toHaveTextContent('text');
  expect(document.body.children).toHaveLength(2);
  expect(vi.getTimerCount()).toBe(0);
});

it('is called off', () => {
  const callOff = layOutBehind({ current: document.getElementById('shown') });
  callOff();
  draw();
  const observer = watched();
  vi.advanceTimersByTime(10_000);
  expect(observer.takeRecords()).toEqual([]);
});
