/**
 * Detects the character set of Japanese bytes. A static import: a dynamic one needs the bundler's helpers, which then
 * become a file for which the first screen waits.
 */
import encoding from 'encoding-japanese';
import type { Detect } from './text-of.ts';

const names: Readonly<Record<string, string>> = {
  UTF8: 'utf-8',
  SJIS: 'shift_jis',
  EUCJP: 'euc-jp',
  JIS: 'iso-2022-jp',
  UTF16: 'utf-16le',
  UTF16LE: 'utf-16le',
  UTF16BE: 'utf-16be',
};

/** The character set of `bytes` as the Encoding Standard names it; undefined if none of the four of Japanese mail fits. */
export const detect: Detect = (bytes) => {
  const found = encoding.detect(bytes, ['UTF8', 'JIS', 'EUCJP', 'SJIS']);
  return found === false ? undefined : names[found];
};
