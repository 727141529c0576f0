/** Normalises codes and numbers as people type, paste and quote them, including on a Japanese keyboard. */

/**
 * Characters that never belong to a code but occur in a typed, wrapped or quoted one: spaces, line breaks, dashes
 * of any kind, stops, brackets, `>` and `|`, the `=` of a soft line break, and invisible characters. The Japanese
 * long-vowel mark counts as a dash.
 */
const beside = /[\p{Z}\p{C}\p{P}\p{S}\u30fc]+/gu;

/** The letters and digits of a typed code, in half width. */
export const typedCode = (text: string): string => text.normalize('NFKC').replace(beside, '');

/** A typed text in half width, without invisible characters. */
export const typedText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();
