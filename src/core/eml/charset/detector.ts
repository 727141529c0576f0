/** Detects the character set of Japanese bytes. Loaded only for a mail that needs it. */
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

/** Loads the detector. */
export async function loadDetector(): Promise<Detect> {
  const { default: encoding } = await import('encoding-japanese');
  return (bytes) => {
    const found = encoding.detect(bytes, ['UTF8', 'JIS', 'EUCJP', 'SJIS']);
    return found === false ? undefined : names[found];
  };
}
