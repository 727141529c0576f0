/** Numbers as they are shown. */
import { datable } from '../core/scenario/read/datable.ts';
import type { Language } from '../core/scenario/format/vocabulary.ts';
import { locales } from './moment.ts';

/** One decimal, with a true minus sign. */
export const oneDecimal = (value: number): string => withMinus(value.toFixed(1));

/** Two decimals, with a true minus sign. */
export const twoDecimals = (value: number): string => withMinus(value.toFixed(2));

/** A share from 0 to 1 in whole hundredths. */
export const percentOf = (share: number): number => Math.round(share * 100);

/** A day as one reads it, with its day of the week where `full`; `at` in milliseconds since 1970. */
export function dayOf(at: number, language: Language, dateStyle: 'long' | 'full' = 'long'): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle }).format(datable(at));
}

function withMinus(digits: string): string {
  // A rounded −0.0 is no number below zero.
  return /^-0\.?0*$/.test(digits) ? digits.slice(1) : digits.replace('-', '−');
}
