/** The address bar ⇄ which screen. Routes live in the hash, so that a reload works under any path and in any frame. */
import { ownValue, readQuery, unescaped } from '../lms/query.ts';

/** A screen with what it shows. */
export type Route =
  | { readonly screen: 'start' }
  | { readonly screen: 'settings' }
  | PlayRoute
  | { readonly screen: 'round'; readonly parameters: Parameters }
  | { readonly screen: 'plan' }
  | { readonly screen: 'diagnosis' }
  | { readonly screen: 'teach'; readonly pack: string; readonly scenario: string; readonly message: string }
  | DrillRoute
  | { readonly screen: 'lesson'; readonly pack: string; readonly lesson: string }
  | { readonly screen: 'progress' }
  | { readonly screen: 'certificate'; readonly record: string }
  | { readonly screen: 'group' }
  /** Where trainers write: their drafts, or one of them. */
  | { readonly screen: 'studio'; readonly draft?: string };

/** A whole scenario. A row that was pressed before the game had loaded adds its message, which is opened at the start. */
export interface PlayRoute {
  readonly screen: 'play';
  readonly pack: string;
  readonly scenario: string;
  readonly message?: string;
}

/** A drill with a file of its own, or one of a scenario's. */
export interface DrillRoute {
  readonly screen: 'drill';
  readonly pack: string;
  readonly scenario?: string;
  readonly drill: string;
}

/** Names and values from an address, not validated. */
export type Parameters = readonly (readonly [name: string, value: string])[];

const id = /^[a-z][a-z0-9-]{0,59}$/;
/** In UTF-16 units. A longer address is ignored. */
const longestQuery = 4_000;

/** The route a hash names; anything else is the start. */
export function routeOf(hash: string): Route {
  const whole = hash.replace(/^#\/?/, '');
  // Some chat programs write the signs of a link as %3F, %3D and %26.
  const path = /^round%3f/i.test(whole) ? unescaped(whole) : whole;
  if (/^round($|\/?[?&])/.test(path))
    return { screen: 'round', parameters: parametersIn(path.replace(/^round\/?[?&]?/, '')) };
  // What trackers append has no meaning here.
  const [screen = '', ...parts] = path.replace(/\/?(?:[?&].*)?$/s, '').split('/');
  if (screen === 'plan' && parts.length === 0) return { screen };
  const [pack = '', second = '', third = ''] = parts;
  if (!parts.every((part) => id.test(part))) return { screen: 'start' };
  if (screen === 'settings' && parts.length === 0) return { screen };
  if ((screen === 'progress' || screen === 'group' || screen === 'diagnosis') && parts.length === 0)
    return { screen };
  if (screen === 'studio' && parts.length === 0) return { screen };
  if (screen === 'studio' && parts.length === 1) return { screen, draft: pack };
  if (screen === 'certificate' && parts.length === 1) return { screen, record: pack };
  if (screen === 'play' && parts.length === 2) return { screen, pack, scenario: second };
  if (screen === 'play' && parts.length === 3) return { screen, pack, scenario: second, message: third };
  if (screen === 'lesson' && parts.length === 2) return { screen, pack, lesson: second };
  if (screen === 'drill' && parts.length === 2) return { screen, pack, drill: second };
  if (screen === 'drill' && parts.length === 3) return { screen, pack, scenario: second, drill: third };
  if (screen === 'teach' && parts.length === 3) return { screen, pack, scenario: second, message: third };
  return { screen: 'start' };
}

/** The parameters of a query string in order; none if it is too long. */
export function parametersIn(query: string): Parameters {
  if (query.length > longestQuery) return [];
  return [...readQuery(query)].map(([name, value]) => [name, ownValue(value)] as const);
}

/** The hash that names a route, without the message that is opened at the start; `routeOf` reads it back. */
export function hashOf(route: Route): string {
  switch (route.screen) {
    case 'start':
      return '#/';
    case 'settings':
      return '#/settings';
    case 'play':
      return `#/play/${route.pack}/${route.scenario}`;
    case 'round':
      return route.parameters.length === 0 ? '#/round' : `#/round?${queryOf(route.parameters)}`;
    case 'plan':
      return '#/plan';
    case 'teach':
      return `#/teach/${route.pack}/${route.scenario}/${route.message}`;
    case 'drill':
      return [
        '#/drill',
        route.pack,
        ...(route.scenario === undefined ? [] : [route.scenario]),
        route.drill,
      ].join('/');
    case 'lesson':
      return `#/lesson/${route.pack}/${route.lesson}`;
    case 'progress':
      return '#/progress';
    case 'certificate':
      return `#/certificate/${route.record}`;
    case 'diagnosis':
      return '#/diagnosis';
    case 'group':
      return '#/group';
    case 'studio':
      return route.draft === undefined ? '#/studio' : `#/studio/${route.draft}`;
  }
}

/** A query string that people can read: commas stay commas. */
export const queryOf = (parameters: Parameters): string =>
  parameters.map((pair) => pair.map(encoded).join('=')).join('&');

const encoded = (text: string): string => encodeURIComponent(text).replaceAll('%2C', ',');
