/** Codes and numbers as people type, paste and quote them, from a Japanese keyboard too. */

/**
 * What never belongs to a code but stands in it when it is typed, wrapped, quoted or copied out of a mail: spaces, line breaks, every
 * kind of dash, stops, brackets, `>` and `|`, `=` of a broken line, and characters that nobody sees. The long mark is a dash, too.
 */
const beside = /[\p{Z}\p{C}\p{P}\p{S}\u30fc]+/gu;

/** The letters and digits of a typed code, in half width. */
export const typedCode = (text: string): string => text.normalize('NFKC').replace(beside, '');

/** A typed text as it is meant: half width, without what nobody sees. */
export const typedText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();
