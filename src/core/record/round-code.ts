/** A round's settings as a short code that can be read out. */
import { base32Of, bitsOf, digitsOf, hashOfBits } from './base32.ts';
import { typedCode } from './typed.ts';

/** In characters: longer settings get no code. */
export const longestSettings = 200;

const bitsOfCharacter = 7;

/**
 * Common phrases, each encoded as one character: the control character with its index, which settings never
 * contain. Existing codes use these indexes, so they must never change. There is no room for more.
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

/**
 * The code of settings in printable ASCII, in groups of four; the last four digits are a checksum. Undefined if the
 * settings cannot be encoded.
 */
export function roundCodeOf(settings: string): string | undefined {
  if (!/^[\x20-\x7e]+$/.test(settings) || settings.length > longestSettings) return undefined;
  const code =
    base32Of([...shortened(settings)].map((character) => [character.charCodeAt(0), bitsOfCharacter])) +
    base32Of([[hashOfBits(settings, checkBits), checkBits]]);
  return code.replaceAll(/.{4}(?=.)/g, '$&-');
}

/** The words before a code, as it is handed out: `ラウンドコード：`. */
const label = /^[^:：]*[:：]/;

/** The settings in a typed or pasted code; undefined if it is not a code or was mistyped. */
export function settingsOfRoundCode(code: string): string | undefined {
  if (code.length > 4 * longestSettings) return undefined;
  const digits = digitsOf(typedCode(code.replace(label, '')));
  if (digits === undefined || digits.length <= checkDigits) return undefined;
  const bits = bitsOf(digits.slice(0, -checkDigits));
  let settings = '';
  while (bits.left() >= bitsOfCharacter) {
    const place = bits.next(bitsOfCharacter) ?? 0;
    settings += phrases[place] ?? String.fromCharCode(place);
  }
  // Encoding them again gives the same code only if nothing was mistyped.
  return roundCodeOf(settings)?.replaceAll('-', '') === digits ? settings : undefined;
}

/** Longest phrases first, so that `&seed=` is not read as `&` and `seed=`. */
function shortened(settings: string): string {
  return phrases
    .map((phrase, place) => ({ phrase, place }))
    .toSorted((one, other) => other.phrase.length - one.phrase.length)
    .reduce((text, { phrase, place }) => text.replaceAll(phrase, String.fromCharCode(place)), settings);
}
