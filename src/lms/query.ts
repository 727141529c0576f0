/** The part of an address after the question mark, as LMSs, portals and mail programs hand it on. */

/** Its parameters in their order. A link copied out of HTML may say `&amp;` where it means `&`. */
export function readQuery(query: string): URLSearchParams {
  const given = [...new URLSearchParams(query)];
  return new URLSearchParams(given.map(([name, value]) => [name.replace(/^(?:amp;)+/i, ''), value]));
}
