import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestHost, percentDecoded, readHost } from '../../../src/core/url/host.ts';
import { asciiLabel, longestLabel, unicodeLabel } from '../../../src/core/url/punycode.ts';

/** One million of them, or what has as many characters. */
const aMillion = (piece: string): string => piece.repeat(Math.ceil(1_000_000 / piece.length));

describe('a host', () => {
  it.each(['a', '%41', '%', '%e3%81%82', 'さ', 'xn--', '.', '。', '[', ':', '\ud800', '\u0301', 'ﷺ', 'א'])(
    'of a million times %j is refused by its length',
    (piece) => {
      expect(readHost(aMillion(piece))).toEqual({ kind: 'invalid' });
    },
  );

  it.each(['a', '%41', 'さ', 'xn--', 'a.', 'さ.', 'ﷺ', 'a\u0301', '\u200d', 'ب\u200c'])(
    'is read up to its limit, however often %j stands in it',
    (piece) => {
      expect(() => readHost(piece.repeat(longestHost / piece.length))).not.toThrow();
    },
  );
});

describe('percent escapes', () => {
  it.each(['%41', '%', 'a%', '%e3%81%82', 'さ%zz', '%ff'])(
    'are read in a million characters of %j',
    (piece) => {
      const text = aMillion(piece);
      expect(percentDecoded(text).length).toBeLessThanOrEqual(text.length);
    },
  );

  it('are UTF-8 bytes at any place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(percentDecoded(encodeURIComponent(text))).toBe(text);
      }),
    );
  });
});

describe('punycode', () => {
  it('round-trips up to its limit, and is refused beyond it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 600 }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (times, text) => {
          const label = `${text.toLowerCase()}é`
            .repeat(times)
            .slice(0, longestLabel / 8)
            .replaceAll(/\p{Cs}/gu, '');
          const ascii = asciiLabel(label) ?? '';
          expect(ascii.length > longestLabel ? label : unicodeLabel(ascii)).toBe(label);
        },
      ),
      { numRuns: 200 },
    );
    expect(asciiLabel('さ'.repeat(longestLabel + 1))).toBeUndefined();
    expect(unicodeLabel(`xn--${'a'.repeat(longestLabel)}`)).toBeUndefined();
    expect(unicodeLabel(asciiLabel('さ'.repeat(300)) ?? '')).toBe('さ'.repeat(300));
  });
});
