import { afterEach, describe, expect, it } from 'vitest';
import '../../public/embed.js';

/** The element in a page, and the address of its frame. */
function frameOf(attributes: Readonly<Record<string, string>>): string | undefined {
  const element = document.createElement('mikiwame-game');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(element);
  return element.querySelector('iframe')?.getAttribute('src') ?? undefined;
}

afterEach(() => document.body.replaceChildren());

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
});
