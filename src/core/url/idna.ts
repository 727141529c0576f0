/**
 * Reads internationalised domain names as browsers do: UTS #46 with the options of WHATWG URL 3.3
 * (non-transitional, CheckBidi, CheckJoiners, no STD3 rules, no DNS lengths). Width, case, compatibility forms and
 * general categories come from the JavaScript engine's Unicode data; other properties are in idna-classes.ts. A
 * test compares the result with tr46 for every code point.
 */
import {
  arabicDigit,
  bidiDomain,
  joinsLeft,
  joinsRight,
  leftToRight,
  numberDigit,
  rightToLeft,
  virama,
} from './idna-classes.ts';
import { asciiLabel, unicodeLabel } from './punycode.ts';

/** A domain name in both notations. */
export interface Domain {
  /** Lower case, with punycode. */
  readonly ascii: string;
  /** The same with all punycode labels decoded. */
  readonly unicode: string;
}

/** The domain that a browser connects to; undefined if browsers reject the name. */
export function readDomain(written: string): Domain | undefined {
  if (isAscii(written) && !/(^|\.)xn--/i.test(written)) {
    const ascii = written.toLowerCase();
    return { ascii, unicode: ascii };
  }
  if (disallowed.test(written)) return undefined;
  const labels = mapped(written).split('.').map(decodedLabel);
  const unicode = labels.join('.');
  const isBidi = bidiDomain.test(unicode);
  const isValid = (label: string | undefined): boolean =>
    label !== undefined && isValidLabel(label) && (!isBidi || label === '' || keepsBidiRule(label));
  if (!labels.every(isValid)) return undefined;
  const ascii = unicode.split('.').map(asciiLabel);
  return ascii.includes(undefined) ? undefined : { ascii: ascii.join('.'), unicode };
}

/**
 * Step "Map" of UTS #46, 4: NFKC with case folding; ignored characters are removed, ideographic full stops become
 * full stops.
 */
function mapped(text: string): string {
  const characters = [...text.replace(ignored, '')].map((one) => (one === 'ς' ? one : folded(folded(one))));
  return characters.join('').normalize('NFC').replaceAll('\u3002', '.');
}

/** Characters that UTS #46 removes. */
const ignored =
  // oxlint-disable-next-line no-misleading-character-class -- each character is meant separately, not joined to its neighbours
  /[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2064\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0100}-\u{e01ef}]/gu;

/**
 * Characters not allowed in domain names: control and unassigned characters, direction marks, ideographic
 * description characters, and stops that would expand to several characters.
 */
const disallowed =
  /[\p{Cc}\p{Cn}\p{Co}\p{Cs}\p{Z}\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u200e\u200f\u2024-\u2026\u202a-\u202e\u2066-\u2069\u2488-\u249b\u2ff0-\u2fff\u31ef\u33c2\u33c7\u33d8\ufe12\ufe19\ufe30\ufe52\ufff9-\ufffd\u{110bd}\u{110cd}\u{13430}-\u{1343f}\u{1f100}\u{e0001}-\u{e007f}]/u;

// oxlint-disable-next-line no-control-regex -- "ASCII" is the rule itself
const isAscii = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text);

/**
 * NFKC with full case folding (CaseFolding.txt), by converting to upper case first. Two lower-case letters without
 * an upper case stay as they are.
 */
function folded(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return [...text.normalize('NFKC')]
    .map((character) => {
      if (character === 'ß' || character === 'ı') return character;
      const capital = character.toUpperCase();
      // Cherokee folds to upper case, because Unicode encoded that first.
      return /\p{Script=Cherokee}/u.test(character) ? capital : capital.toLowerCase();
    })
    .join('');
}

/** A label with its punycode decoded; undefined if it only pretends to be punycode. */
function decodedLabel(label: string): string | undefined {
  if (!label.startsWith('xn--')) return label;
  return unicodeLabel(label);
}

/** The validity criteria of UTS #46, 4.1. An empty label counts as valid here. */
function isValidLabel(label: string): boolean {
  return (
    (isAscii(label) || mapped(label) === label) &&
    !disallowed.test(label) &&
    !label.startsWith('xn--') &&
    !/^\p{M}/u.test(label) &&
    joinersFit(label)
  );
}

/** RFC 5892, appendix A: a joiner must follow a virama, or separate letters that would otherwise join. */
function joinersFit(label: string): boolean {
  if (!/[\u200c\u200d]/.test(label)) return true;
  const characters = [...label];
  return characters.every((character, at) => {
    if (character !== '\u200c' && character !== '\u200d') return true;
    if (virama.test(characters[at - 1] ?? '')) return true;
    return (
      character === '\u200c' && joins(characters, at, -1, joinsLeft) && joins(characters, at, 1, joinsRight)
    );
  });
}

/** Whether the next letter in one direction joins, ignoring marks. */
function joins(characters: readonly string[], from: number, step: 1 | -1, joining: RegExp): boolean {
  let at = from + step;
  while (
    /[\p{Mn}\p{Me}\p{Cf}\u{1e94b}]/u.test(characters[at] ?? '') &&
    !/[\u200c\u200d]/.test(characters[at] ?? '')
  )
    at += step;
  return joining.test(characters[at] ?? '');
}

/** RFC 5893, section 2: ensures that a label keeps its order on screen, whatever is beside it. */
function keepsBidiRule(label: string): boolean {
  const characters = [...label];
  const [first = ''] = characters;
  const last = characters.findLast((one) => leftToRight.test(one) || !/[\p{Mn}\p{Me}]/u.test(one)) ?? '';
  const has = (kind: RegExp): boolean => characters.some((character) => kind.test(character));
  if (leftToRight.test(first)) {
    return !has(rightToLeft) && !has(arabicDigit) && (leftToRight.test(last) || numberDigit.test(last));
  }
  if (!rightToLeft.test(first)) return false;
  const endsWell = [rightToLeft, numberDigit, arabicDigit].some((kind) => kind.test(last));
  return !has(leftToRight) && endsWell && !(has(numberDigit) && has(arabicDigit));
}
