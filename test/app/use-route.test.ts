import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useRoute } from '../../src/app/useRoute.ts';

const told = (hash: string): void =>
  act(() => {
    history.replaceState(null, '', hash);
    dispatchEvent(new HashChangeEvent('hashchange'));
  });

describe('the route in the address', () => {
  beforeEach(() => history.replaceState(null, '', '#/round?mode=day'));

  it('follows the address, and knows what was on screen before', () => {
    const { result } = renderHook(() => useRoute());
    told('#/settings');
    expect(result.current.route).toEqual({ screen: 'settings' });
    expect(result.current.cameFrom).toMatchObject({ screen: 'round' });
  });

  it('stays the same where an event tells of the address that is on screen', () => {
    const { result } = renderHook(() => useRoute());
    const { route, cameFrom } = result.current;
    told('#/round?mode=day');
    expect(result.current.route).toBe(route);
    expect(result.current.cameFrom).toBe(cameFrom);
  });
});
