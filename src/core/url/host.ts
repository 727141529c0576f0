/** Reads the host of a URL or mail address as a browser would (WHATWG URL, section 3). */
import { asciiLabel, unicodeLabel } from './punycode.ts';
import { bytesOf, textOfBytes } from './utf8.ts';

export type Host =
  | {
      readonly kind: 'domain';
      /** Lower-case ASCII with punycode, without a final dot. */
      readonly ascii: string;
      /** The same with every punycode label decoded. */
      readonly unicode: string;
    }
  | { readonly kind: 'ipv4' | 'ipv6'; readonly address: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'invalid' };

const ideographicDots = /[\u3002\uff0e\uff61]/g;
/** Forbidden domain code points of WHATWG URL 3.5, and white space. */
// oxlint-disable-next-line no-control-regex -- control characters are among the forbidden ones
const forbidden = /[\u0000-\u0020\u007f"#%/:<>?@[\\\]^`{|}\s]/;
/** Ignored by UTS 46: soft hyphen, zero-width and variation characters. */
const ignored = /\u00ad|\u034f|\u200b|\u2060|\u2064|\ufeff|[\ufe00-\ufe0f]/g;

/** The host meant by what is written: widths, dots, case and percent signs as a browser reads them. */
export function readHost(written: string): Host {
  if (written === '') return { kind: 'none' };
  if (written.startsWith('[')) return readIpv6(written);
  const folded = percentDecoded(written)
    .replace(ideographicDots, '.')
    .replace(ignored, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\.$/, '');
  if (folded === '' || forbidden.test(folded)) return { kind: 'invalid' };
  const labels = folded.split('.');
  if (endsInNumber(labels)) return readIpv4(labels);
  const ascii = labels.map(asciiLabel);
  const unicode = labels.map((label) => unicodeLabel(label) ?? label);
  if (ascii.some((label) => label === undefined || label === '')) return { kind: 'invalid' };
  return { kind: 'domain', ascii: ascii.join('.'), unicode: unicode.join('.') };
}

/** The text with its percent escapes read as UTF-8. */
export function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  const bytes: number[] = [];
  for (const piece of text.split(/(%[0-9a-fA-F]{2})/)) {
    if (/^%[0-9a-fA-F]{2}$/.test(piece)) bytes.push(Number.parseInt(piece.slice(1), 16));
    else bytes.push(...bytesOf(piece));
  }
  return textOfBytes(bytes);
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

/** Decimal, octal with a leading 0, or hexadecimal with 0x. */
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

/** The eight numbers of an IPv6 address (RFC 4291), or undefined. */
export function ipv6Groups(text: string): readonly number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
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
