/** UTF-8 (RFC 3629), because the core has no TextEncoder. */

/** A text as UTF-8 bytes (0 to 255). A lone surrogate becomes U+FFFD. */
export function bytesOf(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const character of text) pushCodePoint(bytes, wellFormed(character.codePointAt(0) ?? 0));
  return bytes;
}

function wellFormed(point: number): number {
  return point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
}

/** Without an array for each character: in a long text the garbage collector would take most of the time. */
function pushCodePoint(bytes: number[], point: number): void {
  if (point < 0x80) bytes.push(point);
  else if (point < 0x800) bytes.push(0xc0 | (point >> 6), tail(point));
  else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), tail(point >> 6), tail(point));
  else bytes.push(0xf0 | (point >> 18), tail(point >> 12), tail(point >> 6), tail(point));
}

const tail = (bits: number): number => 0x80 | (bits & 0x3f);

/** By lead byte: the smallest code point and the number of continuation bytes. Overlong forms are rejected. */
const leads = [
  { mask: 0x80, mark: 0x00, following: 0, least: 0 },
  { mask: 0xe0, mark: 0xc0, following: 1, least: 0x80 },
  { mask: 0xf0, mark: 0xe0, following: 2, least: 0x800 },
  { mask: 0xf8, mark: 0xf0, following: 3, least: 0x10000 },
] as const;

/** Characters made at a time. One by one, a long text would be a tree with a node for each. */
const atATime = 4_096;

/** UTF-8 bytes as text. Each invalid byte becomes U+FFFD. */
export function textOfBytes(bytes: readonly number[]): string {
  let text = '';
  let points: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const { point, length } = codePointAt(bytes, at);
    points.push(point);
    at += length;
    if (points.length < atATime && at < bytes.length) continue;
    text += String.fromCodePoint(...points);
    points = [];
  }
  return text;
}

function codePointAt(
  bytes: readonly number[],
  at: number,
): { readonly point: number; readonly length: number } {
  const broken = { point: 0xfffd, length: 1 };
  const first = bytes[at] ?? 0;
  const lead = leads.find(({ mask, mark }) => (first & mask) === mark);
  if (lead === undefined) return broken;
  let point = first & ~lead.mask & 0xff;
  for (let step = 1; step <= lead.following; step += 1) {
    const next = bytes[at + step] ?? 0;
    if ((next & 0xc0) !== 0x80) return broken;
    point = (point << 6) | (next & 0x3f);
  }
  const valid = point >= lead.least && point <= 0x10ffff && wellFormed(point) === point;
  return valid ? { point, length: lead.following + 1 } : broken;
}
