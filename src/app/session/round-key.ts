/** The name under which the device keeps a round ⇄ its route. */
import { hashOf, type Route, routeOf } from '../route.ts';

/** A route at which a round is played. */
export type RoundRoute = Extract<Route, { screen: 'play' | 'round' }>;

/** The key of a round: `pack/scenario`, or the hash of a dealt one. */
export const roundKey = (route: RoundRoute): string =>
  route.screen === 'play' ? `${route.pack}/${route.scenario}` : hashOf(route);

/** Undefined for a key that no round has. */
export function routeOfKey(key: string): RoundRoute | undefined {
  const route = routeOf(key.startsWith('#') ? key : `#/play/${key}`);
  return route.screen === 'play' || route.screen === 'round' ? route : undefined;
}
