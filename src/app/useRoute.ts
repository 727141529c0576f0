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
    const follow = (): void => setPlaces(({ route }) => ({ route: routeOf(location.hash), cameFrom: route }));
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
