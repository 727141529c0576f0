/** Numbers packed as bits, written in Crockford's base32: no I, L, O or U, so that a code survives being read out or typed. */

/** A number and the bits it takes, 1 to 30. */
export type Field = readonly [value: number, width: number];

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bitsOfDigit = 5;

/** The fields one after the other, the last digit filled up with zeros. */
export function base32Of(fields: readonly Field[]): string {
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

/** The digits of a text somebody typed: small letters, O for 0, I and L for 1 are mended; undefined if one is no digit. */
export function digitsOf(text: string): string | undefined {
  const mended = text.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return [...mended].every((digit) => digits.includes(digit)) ? mended : undefined;
}

export interface BitReader {
  /** The next number of so many bits; undefined once the text is at its end. */
  readonly next: (width: number) => number | undefined;
  readonly left: () => number;
}

/** Reads digits from their start. */
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

/** FNV-1a of a text's code units, cut to so many bits, 1 to 30. */
export function hashOf(text: string, bits: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  // The upper bits of FNV are the better mixed; folded in, the lower ones are as good.
  return ((hash ^ (hash >>> 15)) >>> 0) % 2 ** bits;
}
