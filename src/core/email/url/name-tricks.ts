/** Tricks of a URL's host name, compared with the names that the reader knows. */
import { readHost } from '../../url/host.ts';
import { unicodeLabel } from '../../url/punycode.ts';
import type { UrlFacts } from '../../url/url-parts.ts';
import { isMixedScript, lookAlikes, type Script, scriptsOf, skeleton } from './look-alike.ts';
import { ownershipOf } from './ownership.ts';
import type { GlyphPair, Trick } from './trick.ts';

/** What its name does to look like another: punycode, look-alike letters, known names in the wrong place. */
export function nameTricks(url: UrlFacts, knownDomains: readonly string[]): readonly Trick[] {
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

/** A name that the reader knows. */
export interface Name {
  /** Registrable domain in ASCII. */
  readonly domain: string;
  /** Its label left of the suffix, in Unicode. */
  readonly core: string;
}

/** Shorter names occur inside other words by chance. */
const shortestName = 4;

/** A domain as a name; none if it has no owner. */
export function nameOf(text: string): readonly Name[] {
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
export const japaneseTypes = [
  'co.jp',
  'ne.jp',
  'ad.jp',
  'or.jp',
  'ac.jp',
  'go.jp',
  'lg.jp',
  'ed.jp',
  'gr.jp',
];

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
