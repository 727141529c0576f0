/** Explains a URL that `url-parts` cut: who owns its host, what each part is, and what is remarkable about it. */
import { type Host, hostOf, percentDecoded } from '../../url/host.ts';
import {
  cutUrl,
  hostParts,
  placed,
  type RawUrl,
  schemeName,
  undropped,
  type UrlFacts,
  type UrlPart,
} from '../../url/url-parts.ts';
import { ownershipOf } from './ownership.ts';
import type { Trick } from './trick.ts';
import { tricksOf } from './url-tricks.ts';

/** In UTF-16 units. The rest of a longer text is not read, so that the time is bounded. */
export const longestUrl = 4_096;

/** A URL, taken apart. */
export interface UrlAnatomy extends UrlFacts {
  /** In order; joined, their texts give `text`. */
  readonly parts: readonly UrlPart[];
  readonly tricks: readonly Trick[];
}

/** Names that the reader knows. */
export interface KnownNames {
  /** Registrable domains of those the reader knows, such as example1.co.jp. */
  readonly knownDomains: readonly string[];
}

/** Takes any text apart as a URL; never throws. */
export function anatomyOf(text: string, known: KnownNames = { knownDomains: [] }): UrlAnatomy {
  const read = text.slice(0, longestUrl);
  const raw = cutUrl(read);
  const host = hostOf(raw);
  const facts = { text: read, truncated: text.length > longestUrl, ...factsOf(raw, host) };
  return { ...facts, parts: partsOf(raw, host), tricks: tricksOf(facts, raw, known.knownDomains) };
}

function factsOf(raw: RawUrl, host: Host): Omit<UrlFacts, 'text' | 'truncated'> {
  const name = host.kind === 'domain' ? host.ascii : '';
  const address = host.kind === 'ipv4' || host.kind === 'ipv6' ? host.address : undefined;
  const { suffixIsKnown: _, ...ownership } = ownershipOf(name);
  return {
    scheme: raw.scheme === '' ? '' : schemeName(raw.scheme),
    userinfo: percentDecoded(raw.userinfo.slice(0, -1)),
    hostWritten: raw.host,
    host: address ?? name,
    hostUnicode: host.kind === 'domain' ? host.unicode : (address ?? ''),
    ip: address,
    ...ownership,
    port: undropped(raw.port.slice(1)),
    path: undropped(raw.path),
    query: undropped(raw.query.slice(1)),
    fragment: undropped(raw.fragment.slice(1)),
  };
}

function partsOf(raw: RawUrl, host: Host): readonly UrlPart[] {
  return placed([
    { name: 'separator', text: raw.before },
    { name: raw.scheme === '' ? 'separator' : 'scheme', text: raw.scheme + raw.slashes },
    { name: 'userinfo', text: raw.userinfo },
    ...hostParts(raw.host, labelCounts(host)),
    { name: 'port', text: raw.port },
    { name: 'path', text: raw.path },
    { name: 'query', text: raw.query },
    { name: 'fragment', text: raw.fragment },
    { name: 'rest', text: raw.rest },
    { name: 'separator', text: raw.after },
  ]);
}

function labelCounts(host: Host): { domain: number; suffix: number } | undefined {
  if (host.kind !== 'domain') return undefined;
  const { registrableDomain, publicSuffix } = ownershipOf(host.ascii);
  if (registrableDomain === undefined || publicSuffix === undefined) return undefined;
  const suffix = publicSuffix.split('.').length;
  return { domain: registrableDomain.split('.').length - suffix, suffix };
}

/** File extensions that are also top-level domains: `photo.zip` in a text is a file. */
const fileEndings = new Set(['zip', 'mov', 'md', 'sh', 'py', 'rs', 'pl', 'ps', 'ai', 'cab', 'app', 'doc']);
const named =
  /(?:[a-z][a-z0-9+.-]{0,20}:[/\\]{2}|www\.)?[\p{L}\p{N}][\p{L}\p{N}.。．｡_-]{1,252}[^\s「」『』()（）<>"”、]{0,2000}/giu;

/** Whether the visible text of a link names a host with another owner than the link's target. */
export function linkTextDisagrees(text: string, url: string): boolean {
  const target = anatomyOf(url);
  const owner = ownerOf(target);
  return [...text.slice(0, longestUrl).matchAll(named)].some(([mention]) => {
    const seen = hostNamedBy(mention);
    return seen !== undefined && seen !== owner;
  });
}

function ownerOf(anatomy: UrlAnatomy): string {
  return anatomy.registrableDomain ?? anatomy.host;
}

function hostNamedBy(mention: string): string | undefined {
  const explicit = /^([a-z][a-z0-9+.-]*:[/\\]|www\.)/i.test(mention);
  // A mail address does not name a web server.
  if (!explicit && mention.includes('@')) return undefined;
  const anatomy = anatomyOf(mention);
  if (anatomy.registrableDomain === undefined)
    return explicit && anatomy.ip !== undefined ? anatomy.ip : undefined;
  const file = anatomy.path === '' && fileEndings.has(anatomy.publicSuffix ?? '');
  if (!explicit && (file || !ownershipOf(anatomy.host).suffixIsKnown)) return undefined;
  return anatomy.registrableDomain;
}
