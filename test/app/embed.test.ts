import { afterEach, describe, expect, it, vi } from 'vitest';
import '../../public/embed.js';

/** The element in a page, and the address of its frame. */
function frameOf(attributes: Readonly<Record<string, string>>): string | undefined {
  const element = document.createElement('mikiwame-game');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(element);
  return element.querySelector('iframe')?.getAttribute('src') ?? undefined;
}

/** A page with the element, whose frame begins `frameTop` pixels below the window's upper edge. */
function pageWithFrame(frameTop: number) {
  const scrollBy = vi.spyOn(window, 'scrollBy').mockImplementation(() => undefined);
  vi.stubGlobal('innerHeight', 800);
  frameOf({ src: 'https://training.example/' });
  const frame = document.querySelector('iframe');
  if (frame === null) throw new Error('no frame');
  frame.getBoundingClientRect = () => new DOMRect(0, frameTop, 600, 2_000);
  return {
    scrollBy,
    hear: (message: object, origin = 'https://training.example') =>
      window.dispatchEvent(
        new MessageEvent('message', {
          data: { source: 'mikiwame', version: 1, ...message },
          origin,
          source: frame.contentWindow,
        }),
      ),
  };
}

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the element for other pages', () => {
  it('frames the game with the settings it was given, and always as a frame', () => {
    const address = new URL(frameOf({ src: 'https://training.example/', query: 'mode=daily&frame=0' }) ?? '');
    expect(address.origin).toBe('https://training.example');
    expect([...address.searchParams]).toEqual([
      ['mode', 'daily'],
      ['frame', '1'],
    ]);
  });

  it.each([
    'javascript:alert(1)//',
    'JaVaScript:alert(1)//',
    ' java\tscript:alert(1)//',
    'data:text/html,x',
    'blob:x',
  ])('does not frame an address that would run as a script of the page: %j', (src) => {
    expect(frameOf({ src })).toBeUndefined();
  });

  it.each([
    ['above', -1_500, 120],
    ['below', 300, 700],
  ])('scrolls to an opened message that is %s the window', (_where, frameTop, top) => {
    const { scrollBy, hear } = pageWithFrame(frameTop);
    hear({ type: 'reveal', top });
    expect(scrollBy).toHaveBeenCalledExactlyOnceWith({ top: frameTop + top - 16 });
  });

  it.each([
    ['one that is in sight', { type: 'reveal', top: 200 }, undefined],
    ['a place that is no number', { type: 'reveal', top: '5000' }, undefined],
    ['another origin', { type: 'reveal', top: 5_000 }, 'https://other.example'],
  ])('does not scroll for %s', (_what, message, origin) => {
    const { scrollBy, hear } = pageWithFrame(0);
    hear(message, origin);
    expect(scrollBy).not.toHaveBeenCalled();
  });
});
