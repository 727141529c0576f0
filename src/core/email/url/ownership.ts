/** Finds out who owns a host name. */
import { parse } from 'tldts';
import { readHost } from '../../url/host.ts';

/** Who controls a host name, by its parts. */
export interface Ownership {
  /** Labels left of the registrable domain, outermost first as written. */
  readonly subdomains: readonly string[];
  /** The name that someone registered or rents; undefined for a bare public suffix. */
  readonly registrableDomain: string | undefined;
  /** The suffix under which names are available: a registry's, or that of a company that rents names out. */
  readonly publicSuffix: string | undefined;
  /** Whether the suffix belongs to a company that rents names out, such as sakura.ne.jp. */
  readonly suffixIsPrivate: boolean;
  /** The name bought from the registry. Differs from registrableDomain under a private suffix. */
  readonly registryDomain: string | undefined;
  /** Whether the suffix is on the Public Suffix List or reserved for examples (RFC 6761). */
  readonly suffixIsKnown: boolean;
}

const lookup = { extractHostname: false, validateHostname: false, detectIp: false } as const;
const reserved = new Set(['example', 'test', 'invalid', 'localhost', 'xn--zckzah', 'テスト', 'internal']);

/** For names that no registry assigns. */
const nobodys: Ownership = {
  subdomains: [],
  registrableDomain: undefined,
  publicSuffix: undefined,
  suffixIsPrivate: false,
  registryDomain: undefined,
  suffixIsKnown: false,
};

/** Who controls a host name, by the Public Suffix List. */
export function ownershipOf(host: string): Ownership {
  // Browsers accept a name with an empty label, but no registry assigns one.
  if (host.split('.').includes('')) return nobodys;
  const withRented = parse(host, { ...lookup, allowPrivateDomains: true });
  const registry = parse(host, { ...lookup, allowPrivateDomains: false });
  const bare = withRented.domain === null;
  const chosen = bare ? registry : withRented;
  const suffix = chosen.publicSuffix ?? undefined;
  return {
    subdomains: chosen.subdomain ? chosen.subdomain.split('.') : [],
    registrableDomain: chosen.domain ?? undefined,
    publicSuffix: suffix,
    suffixIsPrivate: chosen.isPrivate === true,
    registryDomain: registry.domain ?? undefined,
    suffixIsKnown: chosen.isIcann === true || chosen.isPrivate === true || reserved.has(suffix ?? ''),
  };
}

/**
 * The organisational domain of a host (RFC 7489, 3.2) in ASCII: its registrable domain, or the host itself.
 * Undefined if it is not a host name.
 */
export function organisationOf(written: string): string | undefined {
  const host = readHost(written);
  if (host.kind !== 'domain') return undefined;
  return ownershipOf(host.ascii).registrableDomain ?? host.ascii;
}
