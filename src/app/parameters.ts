/**
 * Reads the query string of the page. The player is told about invalid values of our parameters; foreign names (trackers,
 * portals, LMSs) are only listed in the diagnosis.
 */
import { isRoundParameter } from '../core/round/round-vocabulary.ts';
import { languageOf } from '../core/scenario/format/language-tag.ts';
import type { Language } from '../i18n/language.ts';
import { ownValue, readQuery } from '../lms/query.ts';
import { launchParameters } from './session/launch.ts';
import { type Route, routeOf } from './route.ts';

/** The valid parameters of the page, and what was wrong with the others. */
export interface PageParameters {
  readonly language?: Language;
  /** The screen that the query asks for. Mistakes in a round's settings are reported when the round reads them. */
  readonly route?: Route;
  readonly mistakes: readonly Mistake[];
  /** Names that are not ours, the first few and each once. */
  readonly foreign: readonly string[];
}

/** An invalid parameter, or how many more there are. */
export type Mistake =
  | { readonly kind: 'value'; readonly name: string; readonly value: string; readonly allowed: string }
  | { readonly kind: 'more'; readonly count: number };

/** The most mistakes that are listed one by one. */
export const mostAddressMistakes = 5;
/** The most foreign names kept. */
const mostForeign = 20;

/** Reads a query string. Never throws. */
export function parametersOf(query: string): PageParameters {
  const mistakes: Mistake[] = [];
  const round: (readonly [string, string])[] = [];
  const foreign = new Set<string>();
  let language: Language | undefined;
  let teach: Route | undefined;
  for (const [name, value] of readQuery(query)) {
    if (name === 'lang') {
      const meant = languageOf(ownValue(value));
      if (meant !== undefined) language = meant;
      else mistakes.push({ kind: 'value', name, value: short(value), allowed: 'ja, en' });
    } else if (name === 'teach') {
      const route = routeOf(`#/teach/${ownValue(value)}`);
      if (route.screen === 'teach') teach = route;
      else mistakes.push({ kind: 'value', name, value: short(value), allowed: 'pack/scenario/message' });
    } else if (launchParameters.has(name)) continue;
    else if (name === 'round' || isRoundParameter(name)) round.push([name, ownValue(value)]);
    else if (name !== '' && foreign.size < mostForeign) foreign.add(short(name));
  }
  const route = teach ?? (round.length > 0 ? ({ screen: 'round', parameters: round } as const) : undefined);
  return {
    ...(language && { language }),
    ...(route && { route }),
    mistakes: bounded(mistakes),
    foreign: [...foreign],
  };
}

/** If there are more than the limit, one sentence gives the number of the others. */
function bounded(mistakes: readonly Mistake[]): readonly Mistake[] {
  const count = mistakes.length - mostAddressMistakes;
  return count > 0 ? [...mistakes.slice(0, mostAddressMistakes), { kind: 'more', count }] : mistakes;
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
