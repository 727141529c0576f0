import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { base64 } from '../../../../src/core/email/compose/base64.ts';
import { asciiLabel, unicodeLabel } from '../../../../src/core/url/punycode.ts';
import { bytesOf, textOfBytes } from '../../../../src/core/url/utf8.ts';
import {
  charsetFor,
  encodedWords,
  iso2022jpBytes,
  parameters,
} from '../../../../src/core/email/compose/words.ts';

const japanese = fc.string({
  unit: fc.constantFrom('日', '本', 'ア', 'の', 'ー', '【', 'a', ' ', '1', '　'),
  minLength: 1,
  maxLength: 120,
});
const anything = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });

/** Decodes each word by itself with the platform, so that a word that cuts a character is found. */
function decodedAlone(word: string): string {
  const [, charset = '', content = ''] = /^=\?([^?]+)\?B\?([^?]*)\?=$/.exec(word) ?? [];
  return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(Buffer.from(content, 'base64'));
}

describe('encodedWords', () => {
  for (const charset of ['utf-8', 'iso-2022-jp'] as const) {
    it(`round-trips every text; each word is complete and short enough (${charset})`, () => {
      fc.assert(
        fc.property(fc.oneof(japanese, anything), (text) => {
          const words = encodedWords(text, charset);
          expect(words.map(({ encoded }) => decodedAlone(encoded)).join('')).toBe(text);
          for (const { encoded, decoded } of words) {
            expect(encoded.length).toBeLessThanOrEqual(75);
            expect(decodedAlone(encoded)).toBe(decoded);
          }
        }),
      );
    });

    it(`can be read by a mail parser (${charset})`, async () => {
      await fc.assert(
        fc.asyncProperty(japanese, async (text) => {
          const folded = encodedWords(`「${text}」`, charset)
            .map(({ encoded }) => encoded)
            .join('\r\n ');
          expect((await PostalMime.parse(`Subject: ${folded}\r\n\r\n`)).subject).toBe(`「${text}」`);
        }),
        { numRuns: 40 },
      );
    });
  }

  it('falls back to UTF-8 where JIS X 0208 lacks a character', () => {
    expect(charsetFor('重要なお知らせ', 'iso-2022-jp')).toBe('iso-2022-jp');
    for (const text of ['😀', '㈱', 'ｶﾅ', 'é', '㍻']) expect(charsetFor(text, 'iso-2022-jp')).toBe('utf-8');
  });
});

describe('iso2022jpBytes', () => {
  it('agrees with the platform on every character it has', () => {
    const decoder = new TextDecoder('iso-2022-jp', { fatal: true });
    let known = 0;
    const wrong: string[] = [];
    for (let point = 0x80; point < 0x10000; point += 1) {
      const character = String.fromCharCode(point);
      const bytes = iso2022jpBytes(character);
      if (bytes === undefined) continue;
      known += 1;
      if (decoder.decode(Uint8Array.from(bytes)) !== character) wrong.push(character);
    }
    expect(wrong).toEqual([]);
    // JIS X 0208 has 6,879 characters.
    expect(known).toBe(6_879);
  });
});

describe('parameters', () => {
  it('round-trips every file name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(japanese, anything), async (end) => {
        const name = `添付${end.replace(/\p{Cc}/gu, '')}.pdf`;
        const header = parameters('filename', name).join(';\r\n ');
        const source = `Content-Type: application/pdf\r\nContent-Disposition: attachment;\r\n ${header}\r\n\r\nx`;
        expect((await PostalMime.parse(source)).attachments[0]?.filename).toBe(name);
      }),
      { numRuns: 40 },
    );
  });

  it('does not encode a short ASCII name', () => {
    expect(parameters('filename', 'invoice 4.pdf')).toEqual(['filename="invoice 4.pdf"']);
  });
});

describe('byte encodings', () => {
  it('agree with the platform', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = bytesOf(text);
        expect(bytes).toEqual([...new TextEncoder().encode(text)]);
        expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(textOfBytes(bytes)).toBe(text);
      }),
    );
  });

  it('read bytes that are no UTF-8 without throwing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(255)), (bytes) => {
        expect(typeof textOfBytes(bytes)).toBe('string');
      }),
    );
    expect(textOfBytes([0xc0, 0x80, 0xed, 0xa0, 0x80, 0x41])).toBe('\ufffd\ufffd\ufffd\ufffd\ufffdA');
  });
});

describe('punycode', () => {
  it.each([
    ['さくら', 'xn--y8jl1n'],
    ['例え', 'xn--r8jz45g'],
    ['テスト', 'xn--zckzah'],
    ['bücher', 'xn--bcher-kva'],
    ['аmazon', 'xn--mazon-3ve'],
    ['他们为什么不说中文', 'xn--ihqwcrb4cv8a8dqg056pqjye'],
  ])('writes %s as %s and reads it back', (unicode, ascii) => {
    expect(asciiLabel(unicode)).toBe(ascii);
    expect(unicodeLabel(ascii)).toBe(unicode);
  });

  it('round-trips every label', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (text) => {
        const label = `${text.toLowerCase()}あ`;
        expect(unicodeLabel(asciiLabel(label) ?? '')).toBe(label);
      }),
    );
  });

  it('refuses invalid punycode', () => {
    for (const label of ['xn--', 'xn--zz', 'xn--é', 'xn--99999999999999'])
      expect(unicodeLabel(label)).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => unicodeLabel(`xn--${text}`)).not.toThrow();
      }),
    );
  });
});
