/** The two content transfer encodings of MIME (RFC 2045). */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes as base64 in one line, padded. */
export function base64(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(at, at + 3);
    const bits = (a << 16) | (b << 8) | c;
    const digits = [18, 12, 6, 0].map((shift) => alphabet[(bits >> shift) & 0x3f] ?? '');
    const used = Math.min(bytes.length - at, 3) + 1;
    text += digits.slice(0, used).join('').padEnd(4, '=');
  }
  return text;
}

/** One byte in quoted-printable. Not for the end of a line, which must not be a space. */
export function quotedByte(byte: number): string {
  const plain = byte === 0x20 || (byte > 0x20 && byte < 0x7f && byte !== 0x3d);
  return plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
