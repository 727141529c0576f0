/** The domains and numbers in a text, in a normal form that can be compared. */
import { readHost } from '../../url/host.ts';
import { cutUrl } from '../../url/url-parts.ts';

const url = /^[a-z][a-z0-9+.-]*:/iu;
/** A label has at most 63 characters and a name at most 127 labels (RFC 1035), which keeps the search linear. */
const written =
  /(?:[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]{0,61}[\p{L}\p{M}\p{N}_])?[.．。｡]){1,126}[\p{L}\p{N}-]{2,}/gu;

/**
 * The domains in a text, in lower-case ASCII. For a web address, only the server's domain: names in the path do not
 * say where it leads.
 */
export function domainsIn(text: string): readonly string[] {
  if (url.test(text) && !/^mailto:/i.test(text)) return domainOf(cutUrl(text).host);
  return [...text.matchAll(written)].flatMap(([name]) => domainOf(name));
}

function domainOf(name: string): readonly string[] {
  const host = readHost(name);
  if (host.kind !== 'domain') return host.kind === 'ipv4' || host.kind === 'ipv6' ? [host.address] : [];
  // A sentence may end where the next one starts without a space. A host name ends in letters.
  return /\.[a-z][a-z0-9-]+$/.test(host.ascii) ? [host.ascii] : [];
}

/** At least seven digits, as in telephone or account numbers. Shorter ones are dates, times and amounts. */
const number = /(?:\+|\()?\p{Nd}(?:[\s()（）.．・‐‑–—ー－-]{0,2}\p{Nd}){6,14}/gu;

/** The telephone and account numbers in a text, digits only. */
export function numbersIn(text: string): readonly string[] {
  return [...text.normalize('NFKC').matchAll(number)].map(([found]) =>
    found.replace(/\D/g, '').replace(/^81(?=[1-9]\d{8,9}$)/, '0'),
  );
}

/** Labels below which national registries sell names, so that two names below one have different owners. */
const categories = new Set('ac ad co com ed edu go gob gov gr lg mil ne net or org'.split(' '));

/**
 * Whether two domains have the same owner, as far as their names tell: the same registered name, whatever its
 * subdomains.
 */
export const areOneSite = (one: string, other: string): boolean => registered(one) === registered(other);

function registered(domain: string): string {
  const labels = domain.split('.');
  const [category = '', country = ''] = labels.slice(-2);
  return labels.slice(country.length === 2 && categories.has(category) ? -3 : -2).join('.');
}
