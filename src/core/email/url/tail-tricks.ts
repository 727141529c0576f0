/** Tricks behind the host of a URL: in its path, parameters and fragment. */
import { percentDecoded } from '../../url/host.ts';
import { cutUrl, type RawUrl, type UrlFacts } from '../../url/url-parts.ts';
import { japaneseTypes, nameOf } from './name-tricks.ts';
import type { Trick } from './trick.ts';

/** Longer URLs hide their host on a phone. */
const longUrl = 200;

/** Folder names that look like the rest of a host, whatever precedes them. */
const suffixFolders = new Set([...japaneseTypes, 'co.uk', 'co.kr']);
/** Top-level domains that are also the first half of a national suffix: .co is Colombia, .ne Niger, .ad Andorra. */
const halfSuffixes = new Set(['co', 'ne', 'ad', 'ac', 'gr']);
const countryFolder = new Set(['jp', 'uk', 'kr', 'nz', 'za', 'th', 'id', 'il']);

/** What its path, parameters and fragment do to look like a host, or to lead elsewhere. */
export function tailTricks(url: UrlFacts, raw: RawUrl, knownDomains: readonly string[]): readonly Trick[] {
  const redirects = redirectors(url, raw);
  return [
    ...suffixLikePath(url),
    ...encodedPath(url),
    ...redirects,
    // The target of a redirector does decide where it leads in the end.
    ...(redirects.some(({ kind }) => kind === 'redirector') ? [] : nameAfterHost(url, knownDomains)),
    ...(url.text.length > longUrl ? [{ kind: 'overLong', length: url.text.length } as const] : []),
  ];
}

function suffixLikePath(url: UrlFacts): readonly Trick[] {
  const domain = url.registrableDomain;
  const folder = percentDecoded(url.path.split(/[/\\]/)[1] ?? '').toLowerCase();
  if (domain === undefined) return [];
  const last = domain.slice(domain.lastIndexOf('.') + 1);
  if (suffixFolders.has(folder)) {
    // mailbox-sakura.co + ad.jp: readers overlook the foreign ending.
    const core = halfSuffixes.has(last) ? domain.slice(0, domain.lastIndexOf('.')) : domain;
    return [{ kind: 'suffixLikePath', pretends: `${core}.${folder}`, domain, folder }];
  }
  return halfSuffixes.has(last) && countryFolder.has(folder)
    ? [{ kind: 'suffixLikePath', pretends: `${domain}.${folder}`, domain, folder }]
    : [];
}

/** The first known domain in the path, the parameters or the fragment, other than the host's own. */
function nameAfterHost(url: UrlFacts, knownDomains: readonly string[]): readonly Trick[] {
  if (url.host === '') return [];
  const tails = [
    [url.path.slice(0, 1), url.path],
    ['?', url.query],
    ['#', url.fragment],
  ] as const;
  const names = knownDomains
    .flatMap(nameOf)
    .filter(({ domain }) => domain !== url.registrableDomain && domain !== url.registryDomain);
  for (const [sign, tail] of tails) {
    const text = fullyDecoded(tail).toLowerCase();
    const found = names.find(({ domain }) => holdsDomain(text, domain));
    if (found !== undefined)
      return [{ kind: 'nameAfterHost', name: found.domain, sign, host: url.hostUnicode }];
  }
  return [];
}

/** Whether a domain stands in a text by itself or as the end of a longer name or mail address. */
function holdsDomain(text: string, domain: string): boolean {
  for (let at = text.indexOf(domain); at >= 0; at = text.indexOf(domain, at + 1))
    if (
      !/[\p{L}\p{N}_-]$/u.test(text.slice(0, at)) &&
      !/^(?:[\p{L}\p{N}_-]|\.[\p{L}\p{N}])/u.test(text.slice(at + domain.length))
    )
      return true;
  return false;
}

/** Escapes of letters, digits and dots, which never need escaping, or of the percent sign itself. */
function encodedPath(url: UrlFacts): readonly Trick[] {
  const needless = /%(2[de]|3\d|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae]|25)/i;
  return needless.test(url.path)
    ? [{ kind: 'encodedParts', written: url.path, reads: percentDecoded(url.path) }]
    : [];
}

/** Link shorteners. The first is invented, so that scenarios need no real one. */
const shorteners = new Set([
  'mijika.example',
  'bit.ly',
  'tinyurl.com',
  't.co',
  'goo.gl',
  'is.gd',
  'ow.ly',
  'buff.ly',
  'cutt.ly',
  'rb.gy',
  't.ly',
  'x.gd',
]);
/** Parameter names that contain the address to redirect to. */
const redirectParameters = new Set([
  'url',
  'u',
  'q',
  'to',
  'go',
  'goto',
  'target',
  'dest',
  'destination',
  'redirect',
  'redirect_uri',
  'redirect_url',
  'redir',
  'return',
  'returnurl',
  'return_to',
  'next',
  'continue',
  'link',
  'out',
  'r',
  'rurl',
  'forward',
  'location',
]);

function redirectors(url: UrlFacts, raw: RawUrl): readonly Trick[] {
  const tricks: Trick[] = shorteners.has(url.host) ? [{ kind: 'shortener', host: url.host }] : [];
  const inner = innerUrl(url, raw);
  return inner === undefined ? tricks : [...tricks, { kind: 'redirector', host: url.hostUnicode, ...inner }];
}

function innerUrl(
  url: UrlFacts,
  raw: RawUrl,
): { readonly parameter: string; readonly target: string } | undefined {
  if (url.host === '') return undefined;
  for (const pair of url.query.split(/[&;]/)) {
    const equals = pair.indexOf('=');
    const parameter = pair.slice(0, Math.max(equals, 0));
    const target = fullyDecoded(pair.slice(equals + 1));
    const absolute = /^https?:[/\\]{2}/i.test(target);
    const relative = /^[/\\]{2}[^/\\]/.test(target) && redirectParameters.has(parameter.toLowerCase());
    if (absolute || relative) return { parameter, target };
  }
  const path = /[/\\](https?(?::|%3a)(?:\/|%2f){1,2}.+)/i.exec(raw.path)?.[1];
  const target = path === undefined ? '' : fullyDecoded(path);
  return target === '' || cutUrl(target).host === '' ? undefined : { parameter: '', target };
}

/** Decodes nested escapes, at most three levels. */
function fullyDecoded(text: string): string {
  return [1, 2, 3].reduce((decoded) => percentDecoded(decoded), text);
}
