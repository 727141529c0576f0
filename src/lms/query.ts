/** Reads the query of an address, as LMSs, portals and mail programs pass it on. */

/** The parameters in their order. A link copied out of HTML may have `&amp;` for `&`. */
export function readQuery(query: string): URLSearchParams {
  const given = [...new URLSearchParams(query)];
  return new URLSearchParams(given.map(([name, value]) => [name.replace(/^(?:amp;)+/i, ''), value]));
}
