import { act, renderHook } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { isUntouched, type UpdatePlace, useUpdate } from '../../src/app/useUpdate.ts';

function update(first: Partial<UpdatePlace> = {}) {
  const reload = vi.fn();
  let tell = (): void => undefined;
  const onNewVersion = (listener: () => void): void => {
    tell = listener;
  };
  const place: UpdatePlace = {
    screen: 'start',
    isOver: false,
    isKept: () => true,
    isUntouched: () => false,
    reload,
    ...first,
  };
  const { result, rerender } = renderHook((next: UpdatePlace) => useUpdate(onNewVersion, next), {
    initialProps: place,
  });
  return {
    reload,
    arrives: () => act(() => tell()),
    goTo: (next: Partial<UpdatePlace>) => rerender({ ...place, ...next }),
    close: () => act(() => result.current.close()),
    get offered() {
      return result.current.offered;
    },
  };
}

describe('a new version', () => {
  it('is loaded at once on a start screen that nobody has touched', () => {
    const { arrives, reload } = update({ isUntouched: () => true });
    expect(reload).not.toHaveBeenCalled();
    arrives();
    expect(reload).toHaveBeenCalledOnce();
  });

  it.each(['start', 'progress', 'settings', 'diagnosis'] as const)(
    'is offered on the screen “%s” after the player has done something there',
    (screen) => {
      const shown = update({ screen });
      expect(shown.offered).toBe(false);
      shown.arrives();
      expect(shown.offered).toBe(true);
      expect(shown.reload).not.toHaveBeenCalled();
      shown.close();
      expect(shown.offered).toBe(false);
    },
  );

  it.each(['play', 'round', 'drill', 'lesson', 'teach', 'plan', 'group', 'certificate'] as const)(
    'is neither offered nor loaded on the screen “%s”, where work could be lost',
    (screen) => {
      const shown = update({ screen, isUntouched: () => true });
      shown.arrives();
      expect(shown.offered).toBe(false);
      expect(shown.reload).not.toHaveBeenCalled();
    },
  );

  it('is offered at the end of a round, and loaded on the way to the start screen', () => {
    const shown = update({ screen: 'round' });
    shown.arrives();
    shown.goTo({ screen: 'round', isOver: true });
    expect(shown.offered).toBe(true);
    expect(shown.reload).not.toHaveBeenCalled();
    shown.goTo({ screen: 'start' });
    expect(shown.reload).toHaveBeenCalledOnce();
  });

  it('is loaded on the way from the start screen to a round', () => {
    const shown = update();
    shown.arrives();
    shown.goTo({ screen: 'round' });
    expect(shown.reload).toHaveBeenCalledOnce();
  });

  it('waits on the way from a round to a lesson and back', () => {
    const shown = update({ screen: 'round' });
    shown.arrives();
    shown.goTo({ screen: 'lesson' });
    shown.goTo({ screen: 'round' });
    expect(shown.reload).not.toHaveBeenCalled();
  });

  it('waits if the device stores nothing, because a reload would lose the round', () => {
    const shown = update({ isKept: () => false, isUntouched: () => true });
    shown.arrives();
    shown.goTo({ screen: 'progress', isKept: () => false });
    expect(shown.offered).toBe(false);
    expect(shown.reload).not.toHaveBeenCalled();
  });
});

describe('a page', () => {
  const page = (type: string, userActivation?: { readonly hasBeenActive: boolean }) => ({
    performance: { getEntriesByType: () => [{ type }] },
    navigator: { ...(userActivation && { userActivation }) },
  });

  it.each([
    ['opened and left alone', page('navigate', { hasBeenActive: false }), true],
    ['used', page('navigate', { hasBeenActive: true }), false],
    ['reloaded', page('reload', { hasBeenActive: false }), false],
    ['in a browser that cannot tell', page('navigate'), false],
  ])('that was %s is recognised as touched or untouched', (_, shown, untouched) => {
    expect(isUntouched(shown)).toBe(untouched);
  });
});
