/** Names and addresses that belong to nobody and may be used in fiction. */
import { ipv6Groups } from '../url/host.ts';
import { displayOnlyDomains, displayOnlyHosts } from './display-only.ts';

/** RFC 2606, RFC 6761, RFC 6762, RFC 8375, ICANN's .internal, and the former IDN test domain .テスト. */
const reservedEndings = [
  'test',
  'example',
  'invalid',
  'localhost',
  'local',
  'internal',
  'home.arpa',
  'xn--zckzah',
];
/** RFC 2606, second-level names. */
const reservedDomains = ['example.com', 'example.net', 'example.org'];
/** Labels reserved by JPRS: example and example0 to example9 under .jp and its organisational types. */
const japaneseExample = /(?:^|\.)example\d?\.(?:(?:ac|ad|co|ed|go|gr|lg|ne|or)\.)?jp$/;

/** Whether a lower-case ASCII host may be shown: reserved for examples, or reviewed for display. */
export function mayBeShown(host: string): boolean {
  const under = (domain: string): boolean => host === domain || host.endsWith(`.${domain}`);
  return (
    reservedEndings.some(under) ||
    reservedDomains.some(under) ||
    japaneseExample.test(host) ||
    displayOnlyHosts.has(host) ||
    displayOnlyDomains.some(under)
  );
}

/** Documentation ranges (RFC 5737), private ranges (RFC 1918) and loopback. */
const safeIpv4 =
  /^(?:192\.0\.2|198\.51\.100|203\.0\.113|10\.\d+\.\d+|192\.168\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+|127\.\d+\.\d+)\.\d+$/;

/** Whether an IP address belongs to nobody: documentation (RFC 5737, 3849, 9637), private or loopback. */
export function isReservedIp(address: string): boolean {
  if (!address.includes(':')) return safeIpv4.test(address);
  const groups = ipv6Groups(address) ?? [];
  const [first = 0, second = 0] = groups;
  const documentation = (first === 0x2001 && second === 0x0db8) || (first === 0x3fff && second < 0x1000);
  const local = (first & 0xfe00) === 0xfc00 || (first & 0xffc0) === 0xfe80;
  return documentation || local || (groups.slice(0, 7).every((group) => group === 0) && groups[7] === 1);
}
