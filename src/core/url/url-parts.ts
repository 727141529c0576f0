/** Cuts a URL into the parts that a browser sees (WHATWG URL, section 4.4), without changing the text. */

/** The name of a part. */
export type PartName =
  | 'scheme'
  | 'userinfo'
  | 'subdomain'
  | 'domain'
  | 'suffix'
  | 'host'
  | 'port'
  | 'path'
  | 'query'
  | 'fragment'
  | 'separator'
  | 'rest';

/** A part of a URL and where it is. */
export interface UrlPart {
  readonly name: PartName;
  readonly text: string;
  /** UTF-16 offset in the text. */
  readonly start: number;
  readonly end: number;
}

/** The pieces of a URL with their delimiters, as written. Joined in this order they are the text. */
export interface RawUrl {
  readonly before: string;
  readonly scheme: string;
  readonly slashes: string;
  readonly userinfo: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
  readonly rest: string;
  readonly after: string;
}

/** What a URL says. */
export interface UrlFacts {
  /** The text that was read. */
  readonly text: string;
  /** Whether the text was longer than longestUrl and its end was not read. */
  readonly truncated: boolean;
  /** Lower case, without the colon; empty if the URL has none. */
  readonly scheme: string;
  /** The decoded text before the last @ of the authority. It is never part of the host. */
  readonly userinfo: string;
  readonly hostWritten: string;
  /** The host that a browser connects to, in ASCII; empty if there is none or it is unreadable. */
  readonly host: string;
  /** The same with punycode decoded. */
  readonly hostUnicode: string;
  /** The address in its usual notation, if the host is an IP address. */
  readonly ip: string | undefined;
  readonly subdomains: readonly string[];
  readonly registrableDomain: string | undefined;
  readonly publicSuffix: string | undefined;
  readonly suffixIsPrivate: boolean;
  /** The name bought from the registry. Differs from registrableDomain under a private suffix. */
  readonly registryDomain: string | undefined;
  /** Digits; empty if the URL has none. */
  readonly port: string;
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  /** Without the number sign. */
  readonly fragment: string;
}

/** Schemes whose URLs always have a host, and in which `\` counts as `/`. */
export const webSchemes: ReadonlySet<string> = new Set(['http', 'https', 'ftp', 'ws', 'wss']);
/** Browsers remove tabs and line breaks inside a URL. */
const dropped = /[\t\n\r]/g;
const schemePattern = /^[A-Za-z][A-Za-z0-9+.\-\t\n\r]*:/;

/** The text without the tabs and line breaks that browsers remove. */
export const undropped = (text: string): string => text.replace(dropped, '');

/** The scheme as a browser reads it: lower case, without the colon. */
export const schemeName = (scheme: string): string => undropped(scheme).slice(0, -1).toLowerCase();

/** Cuts a text. Without a scheme, it is read as in a browser's address bar, host first. */
export function cutUrl(text: string): RawUrl {
  const [before, core, after] = trimmed(text);
  const scheme = schemeOf(core);
  const name = schemeName(scheme);
  const behind = core.slice(scheme.length);
  if (name === 'file') return { ...cutFile(behind), before, scheme, after };
  const slashes = (webSchemes.has(name) || scheme === '' ? /^[/\\\t\n\r]*/ : /^\/\//).exec(behind)?.[0] ?? '';
  const rootless = scheme === '' && slashes.length === 1;
  if ((scheme !== '' && !webSchemes.has(name) && slashes === '') || rootless)
    return { ...empty, before, scheme, slashes: '', rest: behind, after };
  const stop = webSchemes.has(name) || scheme === '' ? /[/\\?#]/ : /[/?#]/;
  const body = behind.slice(slashes.length);
  const found = body.search(stop);
  const end = found < 0 ? body.length : found;
  return {
    ...empty,
    before,
    scheme,
    slashes,
    ...cutAuthority(body.slice(0, end)),
    ...cutTail(body.slice(end)),
    after,
  };
}

/**
 * Browsers strip control characters and spaces at both ends. A full-width space is often left there by a Japanese
 * keyboard.
 */
function trimmed(text: string): readonly [string, string, string] {
  let start = 0;
  let end = text.length;
  while (start < end && isEdge(text.charAt(start))) start += 1;
  while (end > start && isEdge(text.charAt(end - 1))) end -= 1;
  return [text.slice(0, start), text.slice(start, end), text.slice(end)];
}

const isEdge = (character: string): boolean => character <= ' ' || character === '\u3000';

const empty = { userinfo: '', host: '', port: '', path: '', query: '', fragment: '', rest: '' } as const;

/**
 * A file on a server starts with two slashes of either kind and has no user or port. A drive letter is not a
 * server.
 */
function cutFile(behind: string): Omit<RawUrl, 'before' | 'scheme' | 'after'> {
  const slashes = /^(?:[\t\n\r]*[/\\]){2}/.exec(behind)?.[0] ?? '';
  const body = behind.slice(slashes.length);
  const found = slashes === '' ? 0 : body.search(/[/\\?#]/);
  const end = found < 0 ? body.length : found;
  const host = body.slice(0, end);
  return /^[a-z][:|]$/i.test(undropped(host))
    ? { ...empty, slashes, ...cutTail(body) }
    : { ...empty, slashes, host, ...cutTail(body.slice(end)) };
}

/** `example.com:8080` is a host and a port, although it looks like a scheme. */
function schemeOf(core: string): string {
  const scheme = schemePattern.exec(core)?.[0] ?? '';
  const hostAndPort =
    (scheme.includes('.') || scheme === 'localhost:') && /^\d*([/\\?#]|$)/.test(core.slice(scheme.length));
  return hostAndPort ? '' : scheme;
}

function cutAuthority(authority: string): Pick<RawUrl, 'userinfo' | 'host' | 'port'> {
  const at = authority.lastIndexOf('@') + 1;
  const hostAndPort = authority.slice(at);
  const port = /:[\d\t\n\r]*$/.exec(hostAndPort)?.[0] ?? '';
  const host = hostAndPort.slice(0, hostAndPort.length - port.length);
  // An IPv6 address without its closing bracket keeps its colons.
  const whole = host.startsWith('[') && !host.endsWith(']');
  return { userinfo: authority.slice(0, at), host: whole ? hostAndPort : host, port: whole ? '' : port };
}

function cutTail(tail: string): Pick<RawUrl, 'path' | 'query' | 'fragment'> {
  const hash = tail.indexOf('#');
  const beforeHash = hash < 0 ? tail : tail.slice(0, hash);
  const mark = beforeHash.indexOf('?');
  return {
    path: mark < 0 ? beforeHash : beforeHash.slice(0, mark),
    query: mark < 0 ? '' : beforeHash.slice(mark),
    fragment: hash < 0 ? '' : tail.slice(hash),
  };
}

/** Full stops as a host may contain them, including escaped ones. */
const fullStop = /(\.|%2e|[\u3002\uff0e\uff61]|%e3%80%82|%ef%bc%8e|%ef%bd%a1)/i;

/**
 * A host as written, split at its registrable domain. `labels` says how many labels the domain (without suffix) and
 * the suffix have.
 */
export function hostParts(
  host: string,
  labels: { readonly domain: number; readonly suffix: number } | undefined,
): readonly { readonly name: PartName; readonly text: string }[] {
  if (labels === undefined) return [{ name: 'host', text: host }];
  const pieces = host.split(fullStop);
  const final = pieces.at(-1) === '' && pieces.length > 1 ? 2 : 0;
  const suffixFrom = pieces.length - final - (labels.suffix * 2 - 1);
  const domainFrom = suffixFrom - labels.domain * 2;
  if (domainFrom < 0) return [{ name: 'host', text: host }];
  return [
    { name: 'subdomain', text: pieces.slice(0, domainFrom).join('') },
    // The dot before the suffix belongs to the suffix.
    { name: 'domain', text: pieces.slice(domainFrom, Math.max(suffixFrom - 1, domainFrom)).join('') },
    { name: 'suffix', text: pieces.slice(Math.max(suffixFrom - 1, domainFrom)).join('') },
  ];
}

/** Named pieces in order with their offsets, without empty ones. */
export function placed(
  pieces: readonly { readonly name: PartName; readonly text: string }[],
): readonly UrlPart[] {
  const parts: UrlPart[] = [];
  let start = 0;
  for (const { name, text } of pieces) {
    const end = start + text.length;
    if (text !== '') parts.push({ name, text, start, end });
    start = end;
  }
  return parts;
}
