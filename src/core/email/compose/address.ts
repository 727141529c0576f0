/**
 * Mail addresses: the practical part of RFC 5322 addr-spec (no comments, no domain literals), with RFC 6531 for
 * IDN.
 */
import { readHost } from '../../url/host.ts';

/** A mail address in its two halves. */
export interface Address {
  readonly local: string;
  /** ASCII, lower case, as servers write it. */
  readonly domain: string;
}

const atom =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\uffff-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\uffff-]+)*$/u;
const quoted = /^"([^"\\\p{Cc}]|\\[^\p{Cc}])*"$/u;
const label = /^[\p{L}\p{N}]([\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}])?$/u;
/** RFC 5321, 4.5.3.1. */
const longest = { local: 64, address: 254 } as const;

/** Parses an address, ignoring white space around it. Undefined if the text is not an address. */
export function parseAddress(text: string): Address | undefined {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf('@');
  if (at < 1 || trimmed.length > longest.address) return undefined;
  const local = trimmed.slice(0, at);
  const domain = trimmed.slice(at + 1);
  if (local.length > longest.local || !(atom.test(local) || quoted.test(local))) return undefined;
  if (domain.split('.').some((part) => part.length > 63 || !label.test(part))) return undefined;
  const host = readHost(domain);
  return host.kind === 'domain' ? { local, domain: host.ascii } : undefined;
}

/** A mailbox as people read it: `name <address>`, or only the address. */
export function formatMailbox(name: string | undefined, address: string): string {
  return name === undefined || name === '' ? address : `${name} <${address}>`;
}

const candidate = /[A-Za-z0-9._%+-]{1,64}@[\p{L}\p{N}.-]{1,253}/u;

/** An address inside a display name, which readers easily mistake for the sender. Full-width letters count as ASCII. */
export function addressInName(name: string): string | undefined {
  const found = candidate.exec(name.normalize('NFKC').replaceAll('。', '.'))?.[0].replace(/[.-]+$/, '');
  if (found === undefined || parseAddress(found) === undefined) return undefined;
  return found.includes('.', found.indexOf('@')) ? found : undefined;
}
