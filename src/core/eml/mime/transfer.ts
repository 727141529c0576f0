/** Undoes the transfer encodings of RFC 2045, 6. Nothing throws: what is no code is skipped, as mail programs do. */

/** The bytes that a part carries. `encoding` is its Content-Transfer-Encoding. */
export function transferred(body: Uint8Array, encoding: string): Uint8Array {
  switch (encoding) {
    case 'base64':
      return base64Bytes(body);
    case 'quoted-printable':
      return quotedBytes(body, false);
    default:
      return body;
  }
}

const digitOf = new Int16Array(256).fill(-1);
for (const [value, digit] of [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
].entries()) {
  digitOf[digit.charCodeAt(0)] = value;
}
// The URL alphabet (RFC 4648, 5) occurs too.
digitOf['-'.charCodeAt(0)] = 62;
digitOf['_'.charCodeAt(0)] = 63;
const padding = '='.charCodeAt(0);

/** Base64, also of several texts one after another, each with its own padding. */
export function base64Bytes(body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((body.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const byte of body) {
    if (byte === padding) {
      held = 0;
      bits = 0;
      continue;
    }
    const digit = digitOf[byte] ?? -1;
    if (digit < 0) continue;
    held = ((held << 6) | digit) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length] = (held >> bits) & 0xff;
      length += 1;
    }
  }
  return bytes.subarray(0, length);
}

/** Quoted-printable; in a header word (`Q`), `_` is a space (RFC 2047, 4.2). */
export function quotedBytes(body: Uint8Array, inWord: boolean): Uint8Array {
  const bytes = new Uint8Array(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    if (byte === padding) {
      const end = softBreakEnd(body, at + 1);
      if (end !== undefined && !inWord) {
        at = end;
        continue;
      }
      const value = hexOf(body[at + 1]) * 16 + hexOf(body[at + 2]);
      if (!Number.isNaN(value)) {
        bytes[length] = value;
        length += 1;
        at += 2;
        continue;
      }
    }
    bytes[length] = inWord && byte === 0x5f ? 0x20 : byte;
    length += 1;
  }
  return bytes.subarray(0, length);
}

/** The last byte of a line break after `=`, with the spaces that some servers put before it. */
function softBreakEnd(body: Uint8Array, from: number): number | undefined {
  let at = from;
  while (at - from < 100 && (body[at] === 0x20 || body[at] === 0x09)) at += 1;
  if (at >= body.length) return body.length - 1;
  if (body[at] === 0x0d && body[at + 1] === 0x0a) return at + 1;
  return body[at] === 0x0a ? at : undefined;
}

function hexOf(byte: number | undefined): number {
  if (byte === undefined) return Number.NaN;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : Number.NaN;
}
