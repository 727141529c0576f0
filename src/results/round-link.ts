/** Reads the link of a round as people paste it: in brackets, in a sentence, in full width, with additions of others. */
import { typedText } from '../core/record/typed.ts';
import { isRoundParameter } from '../core/round/round-vocabulary.ts';

/** A link of a round. */
export interface RoundLink {
  /** The link without what surrounded it and without parameters of others, such as trackers. */
  readonly link: string;
  /** The settings of the round in it, as a query string without `?`. */
  readonly settings: string;
}

/** The first link with settings of a round in a text; undefined if there is none. */
export function roundLinkIn(text: string): RoundLink | undefined {
  // A link copied out of HTML has `&amp;` for `&`.
  const words = typedText(text)
    .replace(/&(?:amp|#38);/gi, '&')
    .split(/[^!-~]+|[<>"'`|]+/);
  for (const word of words) {
    const found = linkOf(word.replace(/^[([{]+/, '').replace(/[.,;:!?)\]}]+$/, ''));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The settings are the last query: that of the address, or that of the hash. */
function linkOf(word: string): RoundLink | undefined {
  const query = /\?([^?#]+)(#\/?)?$/.exec(word);
  if (query === null) return undefined;
  const [, given = '', end = ''] = query;
  const settings = kept(given, isSetting);
  if (settings === '') return undefined;
  const [place = '', hash] = word.slice(0, query.index).split('#');
  if (hash === undefined) {
    return { link: `${place}?${kept(given, (name) => name === 'lang' || isSetting(name))}${end}`, settings };
  }
  const [page = '', before = ''] = place.split('?');
  const language = kept(before, (name) => name === 'lang');
  return { link: `${page}${language === '' ? '' : `?${language}`}#${hash}?${settings}`, settings };
}

/** `round` names a round file. */
const isSetting = (name: string): boolean => name === 'round' || isRoundParameter(name);

const kept = (query: string, isKept: (name: string) => boolean): string =>
  query
    .split('&')
    .filter((pair) => isKept(pair.split('=', 1)[0] ?? ''))
    .join('&');
