import { afterEach, describe, expect, it, vi } from 'vitest';
import { asked, isReloaded, randomNumbers, replaceHash } from '../../src/loading/browser.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  history.replaceState(null, '', '/');
});

describe('what is asked of a browser', () => {
  it('is its answer, or a default', () => {
    expect(asked(() => 1, 2)).toBe(1);
    expect(asked(() => JSON.parse('{'), 2)).toBe(2);
  });

  it.each([
    ['was reloaded', () => [{ type: 'reload' }], true],
    ['was opened', () => [{ type: 'navigate' }], false],
    ['does not say', () => [], false],
    [
      'refuses',
      () => {
        throw new DOMException('no', 'SecurityError');
      },
      false,
    ],
  ])('says whether the page was reloaded, if it %s', (_, getEntriesByType, expected) => {
    expect(isReloaded({ performance: { getEntriesByType } })).toBe(expected);
  });

  it.each([
    undefined,
    {
      getRandomValues: () => {
        throw new Error('no source');
      },
    },
  ])('gives random numbers, even if crypto is %o', (crypto) => {
    vi.stubGlobal('crypto', crypto);
    const numbers = randomNumbers(50);
    expect(new Set(numbers).size).toBeGreaterThan(45);
    expect(numbers.every((number) => Number.isInteger(number) && number >= 0 && number < 2 ** 32)).toBe(true);
  });

  it('replaces the hash of the address, or adds a history entry if that is refused', () => {
    history.replaceState(null, '', '/?lang=en#/a');
    replaceHash(window, '#/b');
    expect(location.href).toMatch(/\/\?lang=en#\/b$/);
    vi.spyOn(history, 'replaceState').mockImplementation(() => {
      throw new DOMException('a hundred in half a minute', 'SecurityError');
    });
    replaceHash(window, '#/c');
    expect(location.href).toMatch(/\/\?lang=en#\/c$/);
  });
});
