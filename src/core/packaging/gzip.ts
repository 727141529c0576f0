/** A compressed file in the form that browsers unpack (RFC 1952), without name or date. */
import type { Deflated } from './zip.ts';

/** Method deflate, no flags, no date, slowest compression, Unix. */
const header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3];

/** The bytes of a gzip file. */
export function gzipOf({ bytes, size, checksum }: Deflated): Uint8Array {
  const whole = new Uint8Array(header.length + bytes.length + 8);
  whole.set(header);
  whole.set(bytes, header.length);
  const end = new DataView(whole.buffer, header.length + bytes.length);
  end.setUint32(0, checksum, true);
  end.setUint32(4, size, true);
  return whole;
}

/** Bytes in Base64. `btoa` wants a text, which an argument list of a large file would exceed. */
export function base64Of(bytes: Uint8Array): string {
  const signs: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two, three] = bytes.subarray(at, at + 3);
    const group = (one << 16) | ((two ?? 0) << 8) | (three ?? 0);
    signs.push(
      alphabet.charAt(group >> 18),
      alphabet.charAt((group >> 12) & 63),
      two === undefined ? '=' : alphabet.charAt((group >> 6) & 63),
      three === undefined ? '=' : alphabet.charAt(group & 63),
    );
  }
  return signs.join('');
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
