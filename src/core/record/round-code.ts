/** A round's settings as a short code that can be read out. */
import { base32Of, bitsOf, digitsOf, hashOf } from './base32.ts';

/** The longest settings a code is made of. */
export const longestSettings = 200;

const bitsOfCharacter = 7;
const checkBits = 20;
const checkDigits = 4;

/** The code of settings in printable ASCII, grouped by four, its last four digits a checksum; undefined if they cannot be put into one. */
export function roundCodeOf(settings: string): string | undefined {
  if (!/^[\x20-\x7e]+$/.test(settings) || settings.length > longestSettings) return undefined;
  const code =
    base32Of([...settings].map((character) => [character.charCodeAt(0), bitsOfCharacter])) +
    base32Of([[hashOf(settings, checkBits), checkBits]]);
  return code.replaceAll(/.{4}(?=.)/g, '$&-');
}

/** The settings of a code as somebody typed it, with or without spaces and hyphens; undefined if it is none or was mistyped. */
export function settingsOfRoundCode(code: string): string | undefined {
  if (code.length > 4 * longestSettings) return undefined;
  const digits = digitsOf(code.replaceAll(/[\s-]/g, ''));
  if (digits === undefined || digits.length <= checkDigits) return undefined;
  const bits = bitsOf(digits.slice(0, -checkDigits));
  let settings = '';
  while (bits.left() >= bitsOfCharacter) settings += String.fromCharCode(bits.next(bitsOfCharacter) ?? 0);
  // Made again, the code is the same only if nothing in it was mistyped.
  return roundCodeOf(settings)?.replaceAll('-', '') === digits ? settings : undefined;
}
