/** Formats numbers for display. */
import { datable } from '../core/scenario/read/datable.ts';
import type { Language } from '../core/scenario/format/vocabulary.ts';
import { locales } from './moment.ts';

/** One decimal place, with a true minus sign (U+2212). */
export const oneDecimal = (value: number): string => withMinus(value.toFixed(1));

/** Two decimal places, with a true minus sign (U+2212). */
export const twoDecimals = (value: number): string => withMinus(value.toFixed(2));

/** A whole number with its digits in groups of three. */
export const wholeNumber = (value: number, language: Language): string =>
  new Intl.NumberFormat(locales[language]).format(value);

/** A share (0 to 1) as a whole percentage. */
export const percentOf = (share: number): number => Math.round(share * 100);

/** A date in words, with the weekday for `full`. `at` is in milliseconds since 1970. */
export function dateInWords(at: number, language: Language, dateStyle: 'long' | 'full' = 'long'): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle }).format(datable(at));
}

function withMinus(digits: string): string {
  // A rounded −0.0 is not negative.
  return /^-0\.?0*$/.test(digits) ? digits.slice(1) : digits.replace('-', '−');
}
