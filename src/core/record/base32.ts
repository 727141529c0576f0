/**
 * Packs numbers as bits and writes them in Crockford's base32. It has no I, L, O or U, so a code can be read out
 * and typed.
 */

/** A number and its width in bits, 1 to 30. */
export type BitField = readonly [value: number, width: number];

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bitsOfDigit = 5;

/** Packs the fields in order; the last digit is padded with zero bits. */
export function base32Of(fields: readonly BitField[]): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const [value, width] of fields) {
    for (let at = width - 1; at >= 0; at -= 1) {
      held = held * 2 + (Math.floor(value / 2 ** at) % 2);
      bits += 1;
      if (bits < bitsOfDigit) continue;
      text += digits[held] ?? '';
      held = 0;
      bits = 0;
    }
  }
  return bits === 0 ? text : text + (digits[held * 2 ** (bitsOfDigit - bits)] ?? '');
}

/**
 * The digits of a typed text: lower case, O for 0, and I or L for 1 are corrected; undefined if a character is not
 * a digit.
 */
export function digitsOf(text: string): string | undefined {
  const mended = text.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return [...mended].every((digit) => digits.includes(digit)) ? mended : undefined;
}

/** Reads numbers from packed bits. */
export interface BitReader {
  /** The next number of this many bits; undefined at the end of the text. */
  readonly next: (width: number) => number | undefined;
  readonly left: () => number;
}

/** Returns a reader that starts at the first digit. */
export function bitsOf(text: string): BitReader {
  let at = 0;
  const length = text.length * bitsOfDigit;
  return {
    next: (width) => {
      if (at + width > length) return undefined;
      let value = 0;
      for (const end = at + width; at < end; at += 1) {
        const digit = digits.indexOf(text[Math.floor(at / bitsOfDigit)] ?? '0');
        value = value * 2 + ((digit >> (bitsOfDigit - 1 - (at % bitsOfDigit))) & 1);
      }
      return value;
    },
    left: () => length - at,
  };
}

/** FNV-1a of a text's UTF-16 code units, reduced to this many bits, 1 to 30. */
export function hashOfBits(text: string, bits: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  // The upper bits of FNV are mixed better, so fold them into the lower ones.
  return ((hash ^ (hash >>> 15)) >>> 0) % 2 ** bits;
}
