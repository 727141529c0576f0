/** Reads the query of an address, as LMSs, portals and mail programs pass it on. */

/**
 * The value of one of our own parameters. A program that appends its own may write a second `?`, which none of our
 * values contains.
 */
export const ownValue = (value: string): string => value.replace(/\?[\w.~-]+=.*$/s, '');

/** A text with its percent escapes decoded; unchanged if they cannot be. */
export function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** In UTF-16 units. No server or browser hands on a longer query, and it has no parameters. */
const longestQuery = 50_000;

/** The parameters in their order. A link copied out of HTML may have `&amp;` for `&`. */
export function readQuery(query: string): URLSearchParams {
  const given = [...new URLSearchParams(query.length > longestQuery ? '' : query)];
  return new URLSearchParams(given.map(([name, value]) => [name.replace(/^(?:amp;)+/i, ''), value]));
}
