/** What is remarkable about a URL. Each trick is a description, not a verdict: honest URLs have some of them too. */
import { canBeRegistered, isPort, percentDecoded, readHost } from '../../url/host.ts';
import { isMixedScript, lookAlikes, type Script, scriptsOf, skeleton } from './look-alike.ts';
import { unicodeLabel } from '../../url/punycode.ts';
import { cutUrl, type RawUrl, type UrlFacts, webSchemes } from '../../url/url-parts.ts';
import { ownershipOf } from './ownership.ts';

/** A glyph and the one it imitates. The glyph may be two letters, as in rn for m. */
export interface GlyphPair {
  readonly character: string;
  readonly looksLike: string;
}

/** One remarkable thing about a URL. */
export type Trick =
  /** A name the reader knows, or an ending such as co.jp, is left of the registrable domain; `pretends` as written. */
  | { readonly kind: 'brandInSubdomain'; readonly pretends: string; readonly domain: string }
  /** The end of the host and the start of the path look like one suffix: `.co` and `/jp/`. */
  | {
      readonly kind: 'suffixLikePath';
      readonly pretends: string;
      readonly domain: string;
      readonly folder: string;
    }
  | { readonly kind: 'userinfo'; readonly userinfo: string; readonly host: string }
  | { readonly kind: 'ipHost'; readonly written: string; readonly ip: string }
  | { readonly kind: 'punycode'; readonly written: string; readonly reads: string }
  | { readonly kind: 'mixedScript'; readonly label: string; readonly scripts: string }
  | {
      readonly kind: 'lookAlike';
      readonly host: string;
      readonly pretends: string;
      readonly pairs: readonly GlyphPair[];
      readonly shown: string;
    }
  /** One letter added, lost, changed or swapped in comparison with a known name. */
  | { readonly kind: 'misspelling'; readonly domain: string; readonly known: string }
  | {
      readonly kind: 'addedWord';
      readonly domain: string;
      readonly known: string;
      readonly added: string;
      readonly hyphenated: boolean;
    }
  | { readonly kind: 'otherSuffix'; readonly domain: string; readonly known: string }
  /** A URL in the parameters, to which many services redirect. */
  | {
      readonly kind: 'redirector';
      readonly host: string;
      readonly parameter: string;
      readonly target: string;
    }
  /** A known domain stands after the host, where it says nothing about the owner. */
  | {
      readonly kind: 'nameAfterHost';
      readonly name: string;
      /** What it stands after: `/`, `\\`, `?` or `#`. */
      readonly sign: string;
      readonly host: string;
    }
  | { readonly kind: 'shortener'; readonly host: string }
  | { readonly kind: 'encodedParts'; readonly written: string; readonly reads: string }
  | { readonly kind: 'widthFolded'; readonly written: string; readonly reads: string }
  | { readonly kind: 'backslash' }
  | { readonly kind: 'overLong'; readonly length: number }
  | { readonly kind: 'dataUrl'; readonly mediaType: string }
  | { readonly kind: 'javascriptUrl' }
  | { readonly kind: 'http' }
  | { readonly kind: 'oddPort'; readonly port: string }
  /** No browser opens it: the port does not exist, there is no host, or the host is unreadable. */
  | { readonly kind: 'impossiblePort'; readonly port: string }
  | { readonly kind: 'noHost' }
  /** Browsers accept the name, but nobody can register it. */
  | { readonly kind: 'impossibleName'; readonly written: string }
  /** The name is rented from a company, not bought from a registry. */
  | { readonly kind: 'rentedName'; readonly domain: string; readonly suffix: string }
  | { readonly kind: 'unreadable'; readonly written: string };

/** Longer URLs hide their host on a phone. */
const longUrl = 200;

/** Every trick of a URL, in reading order of its parts. */
export function tricksOf(url: UrlFacts, raw: RawUrl, knownDomains: readonly string[]): readonly Trick[] {
  return [
    ...schemeTricks(url, raw),
    ...authorityTricks(url, raw),
    ...nameTricks(url, knownDomains),
    ...tailTricks(url, raw, knownDomains),
  ];
}

function schemeTricks(url: UrlFacts, raw: RawUrl): readonly Trick[] {
  switch (url.scheme) {
    case 'http':
      return [{ kind: 'http' }];
    case 'data':
      return [{ kind: 'dataUrl', mediaType: /^[^,;]{0,100}/.exec(raw.rest)?.[0] || 'text/plain' }];
    case 'javascript':
    case 'vbscript':
      return [{ kind: 'javascriptUrl' }];
    default:
      return [];
  }
}

const usualPorts = new Set(['', '80', '443']);

function authorityTricks(url: UrlFacts, raw: RawUrl): readonly Trick[] {
  const tricks: Trick[] = [];
  if (raw.userinfo !== '') tricks.push({ kind: 'userinfo', userinfo: url.userinfo, host: url.hostUnicode });
  tricks.push(...unopened(url, raw));
  if (url.ip !== undefined) tricks.push({ kind: 'ipHost', written: raw.host, ip: url.ip });
  if (url.host !== '' && /[\uff01-\uff5e\u3002\uff61]/.test(raw.host))
    tricks.push({ kind: 'widthFolded', written: raw.host, reads: url.hostUnicode });
  if (url.host !== '' && raw.host.includes('%'))
    tricks.push({ kind: 'encodedParts', written: raw.host, reads: url.hostUnicode });
  if (`${raw.slashes}${raw.path}`.includes('\\')) tricks.push({ kind: 'backslash' });
  if (!usualPorts.has(url.port) && isPort(raw.port)) tricks.push({ kind: 'oddPort', port: url.port });
  return tricks;
}

/** Why no browser opens it. */
function unopened(url: UrlFacts, raw: RawUrl): readonly Trick[] {
  if (url.host !== '') {
    const isPossible = url.ip !== undefined || canBeRegistered(url.host);
    return isPossible ? [] : [{ kind: 'impossibleName', written: raw.host }];
  }
  if (raw.host === '') return webSchemes.has(url.scheme) ? [{ kind: 'noHost' }] : [];
  if (!isPort(raw.port)) return [{ kind: 'impossiblePort', port: url.port }];
  return [{ kind: 'unreadable', written: raw.host }];
}

// ------------------------------------------------------------------------------------------------- the name

function nameTricks(url: UrlFacts, knownDomains: readonly string[]): readonly Trick[] {
  if (url.host === '' || url.ip !== undefined) return [];
  const known = knownDomains.flatMap(nameOf);
  const isKnown = known.some(
    ({ domain }) => domain === url.registrableDomain || domain === url.registryDomain,
  );
  return [
    ...labelTricks(url),
    ...(isKnown
      ? []
      : [...subdomainTricks(url, known), ...foreignGlyphs(url, known), ...comparisons(url, known)]),
    ...rentedTricks(url),
  ];
}

function labelTricks(url: UrlFacts): readonly Trick[] {
  return url.host.split('.').flatMap((label): readonly Trick[] => {
    const reads = unicodeLabel(label);
    if (reads === undefined || reads === label) return [];
    const mixed: readonly Trick[] = isMixedScript(reads)
      ? [{ kind: 'mixedScript', label: reads, scripts: scriptNames(reads) }]
      : [];
    return [{ kind: 'punycode', written: label, reads }, ...mixed];
  });
}

function scriptNames(label: string): string {
  const names: readonly Script[] = [...scriptsOf(label)];
  return names.join(' + ');
}

function rentedTricks(url: UrlFacts): readonly Trick[] {
  return url.suffixIsPrivate && url.registrableDomain !== undefined && url.publicSuffix !== undefined
    ? [{ kind: 'rentedName', domain: url.registrableDomain, suffix: url.publicSuffix }]
    : [];
}

interface Name {
  /** Registrable domain in ASCII. */
  readonly domain: string;
  /** Its label left of the suffix, in Unicode. */
  readonly core: string;
}

/** Shorter names occur inside other words by chance. */
const shortestName = 4;

function nameOf(text: string): readonly Name[] {
  const host = readHost(text);
  if (host.kind !== 'domain') return [];
  const { registrableDomain: domain, publicSuffix } = ownershipOf(host.ascii);
  if (domain === undefined || publicSuffix === undefined) return [];
  return [{ domain, core: coreOf(domain, publicSuffix) }];
}

function coreOf(domain: string, suffix: string): string {
  const label = domain.slice(0, -suffix.length - 1);
  return unicodeLabel(label) ?? label;
}

/** The organisational types under .jp. */
const japaneseTypes = ['co.jp', 'ne.jp', 'ad.jp', 'or.jp', 'ac.jp', 'go.jp', 'lg.jp', 'ed.jp', 'gr.jp'];

/** Endings that make a reader think the name stops here, although they are left of the registrable domain. */
const namelikeEnds = new Set([
  ...japaneseTypes,
  'co.uk',
  'com.cn',
  'com.tw',
  'co.kr',
  'jp',
  'com',
  'net',
  'org',
]);

function subdomainTricks(url: UrlFacts, known: readonly Name[]): readonly Trick[] {
  const domain = url.registrableDomain;
  if (domain === undefined || url.subdomains.length === 0) return [];
  const pretends = pretendedName(url.subdomains, known);
  return pretends === undefined ? [] : [{ kind: 'brandInSubdomain', pretends, domain }];
}

function pretendedName(subdomains: readonly string[], known: readonly Name[]): string | undefined {
  const dotted = `.${subdomains.join('.')}.`;
  const whole = known.find(({ domain }) => dotted.includes(`.${domain}.`));
  if (whole !== undefined) return whole.domain;
  for (let at = 1; at < subdomains.length; at += 1) {
    const ends = [subdomains.slice(at, at + 2), subdomains.slice(at, at + 1)].map((labels) =>
      labels.join('.'),
    );
    const end = ends.find((name) => namelikeEnds.has(name));
    // In www.jp.example, `jp` is a site's country section, not a name.
    if (end !== undefined && subdomains[at - 1] !== 'www') return `${subdomains[at - 1] ?? ''}.${end}`;
  }
  // Only the word is there, not the known domain: what is named is the label that has it.
  return subdomains
    .map((label) => unicodeLabel(label) ?? label)
    .find((label) =>
      known.some(({ core }) => core.length >= shortestName && label.split('-').includes(core)),
    );
}

/** Foreign letters in the host that look Latin, whether or not the name is known. */
function foreignGlyphs(url: UrlFacts, known: readonly Name[]): readonly Trick[] {
  const pairs = lookAlikes(url.hostUnicode).map(({ character, looksLike }) => ({ character, looksLike }));
  if (pairs.length === 0) return [];
  const plain = [...lookAlikes(url.hostUnicode)].reduceRight(
    (text, { at, character, looksLike }) => text.slice(0, at) + looksLike + text.slice(at + character.length),
    url.hostUnicode,
  );
  const pretends =
    known.find(({ domain }) => plain === domain || plain.endsWith(`.${domain}`))?.domain ??
    plain.toLowerCase();
  return [lookAlike(url, pretends, pairs)];
}

function lookAlike(url: UrlFacts, pretends: string, pairs: readonly GlyphPair[]): Trick {
  const shown = pairs.map(({ character, looksLike }) => `${character} ≈ ${looksLike}`).join(', ');
  return { kind: 'lookAlike', host: url.hostUnicode, pretends, pairs, shown };
}

/** Compares the registrable domain with each known name and returns the first similarity. */
function comparisons(url: UrlFacts, known: readonly Name[]): readonly Trick[] {
  const domain = url.registrableDomain;
  if (domain === undefined || url.publicSuffix === undefined) return [];
  const core = coreOf(domain, url.publicSuffix);
  const plainCore = lookAlikes(core).length === 0;
  for (const name of known) {
    if (name.core.length < shortestName || areUnrelatedExamples(core, name.core)) continue;
    if (core === name.core) return [{ kind: 'otherSuffix', domain, known: name.domain }];
    if (plainCore && skeleton(core) === skeleton(name.core))
      return [lookAlike(url, name.domain, glyphPairs(core, name.core))];
    if (plainCore && isOneStepAway(core, name.core))
      return [{ kind: 'misspelling', domain, known: name.domain }];
    const added = addedTo(name.core, core);
    if (added !== undefined) return [{ kind: 'addedWord', domain, known: name.domain, ...added }];
  }
  return [];
}

/** Reserved names (RFC 2606, JPRS) stand for unrelated companies, however similar they look. */
function areUnrelatedExamples(left: string, right: string): boolean {
  const reserved = /^example\d?$/;
  return reserved.test(left) && reserved.test(right) && (left !== right || left === 'example');
}

function addedTo(
  core: string,
  label: string,
): { readonly added: string; readonly hyphenated: boolean } | undefined {
  const words = label.split('-');
  if (words.length > 1 && words.includes(core))
    return { added: words.filter((word) => word !== core).join(' '), hyphenated: true };
  // Attached at the beginning or end; in the middle of a word it is a coincidence.
  if (label.startsWith(core))
    return { added: label.slice(core.length).replace(/^-/, ''), hyphenated: label.includes('-') };
  if (label.endsWith(core))
    return { added: label.slice(0, -core.length).replace(/-$/, ''), hyphenated: label.includes('-') };
  return undefined;
}

/** Where two labels with the same skeleton differ. Runs of different characters form one pair. */
function glyphPairs(label: string, known: string): readonly GlyphPair[] {
  const pairs: GlyphPair[] = [];
  let at = 0;
  let other = 0;
  while (at < label.length && other < known.length) {
    const step =
      label[at] === known[other]
        ? { mine: 1, theirs: 1 }
        : differingStep(label.slice(at), known.slice(other));
    if (label[at] !== known[other])
      pairs.push({
        character: label.slice(at, at + step.mine),
        looksLike: known.slice(other, other + step.theirs),
      });
    at += step.mine;
    other += step.theirs;
  }
  return pairs;
}

const doubles = ['rn', 'vv'];

function differingStep(label: string, known: string): { readonly mine: number; readonly theirs: number } {
  return {
    mine: doubles.some((double) => label.startsWith(double)) ? 2 : 1,
    theirs: doubles.some((double) => known.startsWith(double)) ? 2 : 1,
  };
}

/**
 * Whether two names are one insertion, deletion, substitution or transposition apart. At least five letters,
 * because short words are similar by chance.
 */
function isOneStepAway(left: string, right: string): boolean {
  if (Math.min(left.length, right.length) < 5 || Math.abs(left.length - right.length) > 1) return false;
  let front = 0;
  while (front < left.length && left[front] === right[front]) front += 1;
  const restOf = (text: string, from: number): string => text.slice(from);
  const swapped = left[front] === right[front + 1] && left[front + 1] === right[front];
  return (
    restOf(left, front + 1) === restOf(right, front + 1) ||
    restOf(left, front + 1) === restOf(right, front) ||
    restOf(left, front) === restOf(right, front + 1) ||
    (swapped && restOf(left, front + 2) === restOf(right, front + 2))
  );
}

// ------------------------------------------------------------------------------------------------- the tail

/** Folder names that look like the rest of a host, whatever precedes them. */
const suffixFolders = new Set([...japaneseTypes, 'co.uk', 'co.kr']);
/** Top-level domains that are also the first half of a national suffix: .co is Colombia, .ne Niger, .ad Andorra. */
const halfSuffixes = new Set(['co', 'ne', 'ad', 'ac', 'gr']);
const countryFolder = new Set(['jp', 'uk', 'kr', 'nz', 'za', 'th', 'id', 'il']);

function tailTricks(url: UrlFacts, raw: RawUrl, knownDomains: readonly string[]): readonly Trick[] {
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
