/** A round's settings as a short code that can be read out. */
import { base32Of, bitsOf, digitsOf, hashOf } from './base32.ts';
import { typedCode } from './typed.ts';

/** The longest settings a code is made of. */
export const longestSettings = 200;

const bitsOfCharacter = 7;

/**
 * What settings are mostly made of takes one character: each stands in for the control character of its place, of which settings hold
 * none. Codes are written with these places, so none may ever move; there is room for no more.
 */
const phrases = [
  'mode=',
  '&packs=',
  '&length=',
  '&genuine=',
  '&difficulty=',
  '&channels=',
  '&seed=',
  '&timer=',
  '&passMark=',
  '&languages=',
  '&hints=',
  '&reason=',
  '&skin=',
  '&weights=',
  'training',
  'assessment',
  'practice',
  'daily',
  'least',
  'moderately',
  'very',
  'phone',
  'on',
  'off',
  'packs=',
  'length=',
  'seed=',
  'desktop',
  'sakura-2019',
  'mail',
  'sms',
  'chat',
] as const;
const checkBits = 20;
const checkDigits = 4;

/** The code of settings in printable ASCII, grouped by four, its last four digits a checksum; undefined if they cannot be put into one. */
export function roundCodeOf(settings: string): string | undefined {
  if (!/^[\x20-\x7e]+$/.test(settings) || settings.length > longestSettings) return undefined;
  const code =
    base32Of([...shortened(settings)].map((character) => [character.charCodeAt(0), bitsOfCharacter])) +
    base32Of([[hashOf(settings, checkBits), checkBits]]);
  return code.replaceAll(/.{4}(?=.)/g, '$&-');
}

/** The settings of a code as somebody typed or pasted it; undefined if it is none or was mistyped. */
export function settingsOfRoundCode(code: string): string | undefined {
  if (code.length > 4 * longestSettings) return undefined;
  const digits = digitsOf(typedCode(code));
  if (digits === undefined || digits.length <= checkDigits) return undefined;
  const bits = bitsOf(digits.slice(0, -checkDigits));
  let settings = '';
  while (bits.left() >= bitsOfCharacter) {
    const place = bits.next(bitsOfCharacter) ?? 0;
    settings += phrases[place] ?? String.fromCharCode(place);
  }
  // Made again, the code is the same only if nothing in it was mistyped.
  return roundCodeOf(settings)?.replaceAll('-', '') === digits ? settings : undefined;
}

/** The longest phrases first, so that `&seed=` is not taken for `&` and `seed=`. */
function shortened(settings: string): string {
  return phrases
    .map((phrase, place) => ({ phrase, place }))
    .toSorted((one, other) => other.phrase.length - one.phrase.length)
    .reduce((text, { phrase, place }) => text.replaceAll(phrase, String.fromCharCode(place)), settings);
}
