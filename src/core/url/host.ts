/** Reads the host of a URL or mail address as a browser does (WHATWG URL, section 3). */
import { readDomain } from './idna.ts';
import { type RawUrl, undropped } from './url-parts.ts';
import { textOfBytes } from './utf8.ts';

/** A host as a browser would understand it. */
export type Host =
  | {
      readonly kind: 'domain';
      /** Lower-case ASCII with punycode, without a final dot. */
      readonly ascii: string;
      /** The same with all punycode labels decoded. */
      readonly unicode: string;
    }
  | { readonly kind: 'ipv4' | 'ipv6'; readonly address: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'invalid' };

/** In UTF-16 units. A longer host is invalid without being read. */
export const longestHost = 4_096;

/** Forbidden domain code points of WHATWG URL 3.1. */
// oxlint-disable-next-line no-control-regex -- control characters are among the forbidden ones
const forbidden = /[\u0000-\u0020\u007f#%/:<>?@[\\\]^|]/;

/** The host that a browser connects to (WHATWG URL, 3.5), without a final dot; `invalid` if no browser accepts it. */
export function readHost(written: string): Host {
  if (written === '') return { kind: 'none' };
  if (written.length > longestHost) return { kind: 'invalid' };
  if (written.startsWith('[')) return readIpv6(written);
  const domain = readDomain(percentDecoded(written));
  if (domain === undefined || domain.ascii === '' || forbidden.test(domain.ascii)) return { kind: 'invalid' };
  const ascii = withoutFinalDot(domain.ascii);
  const labels = ascii.split('.');
  if (endsInNumber(labels)) return readIpv4(labels);
  return { kind: 'domain', ascii, unicode: withoutFinalDot(domain.unicode) };
}

/** WHATWG URL, 4.4, port state. */
const highestPort = 65_535;

/** Whether a port exists, given with its colon as written. */
export const isPort = (written: string): boolean => Number(undropped(written).slice(1)) <= highestPort;

/** The host that a browser connects to for a URL. Also `invalid` if its port does not exist. */
export function hostOf({ host, port }: RawUrl): Host {
  return isPort(port) ? readHost(undropped(host)) : { kind: 'invalid' };
}

const withoutFinalDot = (name: string): string => name.replace(/(?<=.)\.$/, '');

/**
 * Whether someone could own an ASCII domain: labels of letters, digits and hyphens (RFC 1123) or underscores,
 * within the lengths of DNS. Browsers accept other names too, which lead nowhere.
 */
export const canBeRegistered = (ascii: string): boolean =>
  ascii.length <= 253 && /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*$/.test(ascii);

/** Decodes percent escapes as UTF-8, in linear time. */
export function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    textOfBytes(
      run
        .slice(1)
        .split('%')
        .map((byte) => Number.parseInt(byte, 16)),
    ),
  );
}

function endsInNumber(labels: readonly string[]): boolean {
  return /^(\d+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? '');
}

function readIpv4(labels: readonly string[]): Host {
  const numbers = labels.map(numberOf);
  const last = numbers.at(-1);
  if (last === undefined || numbers.length > 4) return { kind: 'invalid' };
  const leading = numbers.slice(0, -1);
  if (leading.some((number) => number === undefined || number > 255)) return { kind: 'invalid' };
  if (last >= 256 ** (5 - numbers.length)) return { kind: 'invalid' };
  const value = leading.reduce<number>(
    (sum, number, index) => sum + (number ?? 0) * 256 ** (3 - index),
    last,
  );
  return {
    kind: 'ipv4',
    address: [3, 2, 1, 0].map((place) => Math.floor(value / 256 ** place) % 256).join('.'),
  };
}

/** Parses decimal, octal (leading 0) or hexadecimal (0x) numbers. */
function numberOf(label: string): number | undefined {
  if (/^0x[0-9a-f]*$/.test(label)) return label === '0x' ? 0 : Number.parseInt(label.slice(2), 16);
  if (/^0[0-7]+$/.test(label)) return Number.parseInt(label, 8);
  return /^(0|[1-9]\d*)$/.test(label) ? Number.parseInt(label, 10) : undefined;
}

function readIpv6(written: string): Host {
  const inner = /^\[([0-9a-fA-F:.]+)\]$/.exec(written)?.[1];
  const groups = inner === undefined ? undefined : ipv6Groups(inner.toLowerCase());
  return groups === undefined ? { kind: 'invalid' } : { kind: 'ipv6', address: compressed(groups) };
}

/** The eight groups of an IPv6 address (RFC 4291), or undefined. */
export function ipv6Groups(text: string): readonly number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  // An embedded IPv4 address may only be at the end.
  if (halves.length === 2 && halves[0]?.includes('.')) return undefined;
  const [front, back] = halves.map(groupsOf);
  if (front === undefined || (halves.length === 2 && back === undefined)) return undefined;
  if (back === undefined) return front.length === 8 ? front : undefined;
  const missing = 8 - front.length - back.length;
  return missing < 1 ? undefined : [...front, ...Array.from({ length: missing }, () => 0), ...back];
}

function groupsOf(half: string): readonly number[] | undefined {
  if (half === '') return [];
  const groups: number[] = [];
  const pieces = half.split(':');
  for (const [index, piece] of pieces.entries()) {
    if (/^[0-9a-f]{1,4}$/.test(piece)) {
      groups.push(Number.parseInt(piece, 16));
      continue;
    }
    const bytes = index === pieces.length - 1 ? dottedBytes(piece) : undefined;
    if (bytes === undefined) return undefined;
    const [a = 0, b = 0, c = 0, d = 0] = bytes;
    groups.push(a * 256 + b, c * 256 + d);
  }
  return groups;
}

/** The four bytes of a dotted IPv4 address, or undefined. */
export function dottedBytes(text: string): readonly number[] | undefined {
  const pieces = text.split('.');
  const bytes = pieces.map((piece) => (/^(0|[1-9]\d{0,2})$/.test(piece) ? Number(piece) : 256));
  return bytes.length === 4 && bytes.every((byte) => byte < 256) ? bytes : undefined;
}

/** RFC 5952: the longest run of two or more zero groups becomes `::`. */
function compressed(groups: readonly number[]): string {
  const text = groups.map((group) => group.toString(16)).join(':');
  const runs = text.match(/(?:^|(?<=:))0(?::0)+(?=:|$)/g) ?? [];
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
  if (longest === '') return text;
  const at = `:${text}:`.indexOf(`:${longest}:`);
  const front = text.slice(0, Math.max(at - 1, 0));
  return `${front}::${text.slice(at + longest.length + 1)}`;
}
