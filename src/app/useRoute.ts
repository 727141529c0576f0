import { useEffect, useState } from 'react';
import { replaceHash } from '../loading/browser.ts';
import { hashOf, type Route, routeOf } from './route.ts';

interface Places {
  readonly route: Route;
  /** What was on screen before. */
  readonly cameFrom: Route;
}

/** Goes to another screen. */
export const go = (next: Route): void => {
  location.hash = hashOf(next);
};

/** The route in the address, and how to write it otherwise without going anywhere. */
export function useRoute(): Places & { readonly settle: (route: Route) => void } {
  const [places, setPlaces] = useState<Places>(() => ({
    route: routeOf(location.hash),
    cameFrom: { screen: 'start' },
  }));
  useEffect(() => {
    // An event can tell of an address that is on screen already; its round must not be read and begun once more.
    const follow = (): void =>
      setPlaces((before) => {
        const route = routeOf(location.hash);
        return hashOf(route) === hashOf(before.route) ? before : { route, cameFrom: before.route };
      });
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return {
    ...places,
    settle: (route) => {
      replaceHash(window, hashOf(route));
      setPlaces((before) => ({ ...before, route }));
    },
  };
}
