import tr46 from 'tr46';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDomain } from '../../../src/core/url/idna.ts';

/** The options of WHATWG URL 3.3; tr46 switches the others off. */
const reference = (domain: string): string | undefined =>
  tr46.toASCII(domain, { checkBidi: true, checkJoiners: true }) ?? undefined;

/** Compares our reading with the reference. We refuse a space here; the reference leaves it to the host parser. */
function agrees(domain: string): boolean {
  const wanted = reference(domain);
  const mine = readDomain(domain)?.ascii;
  return mine === wanted || (mine === undefined && wanted?.includes(' ') === true);
}

/** Every code point; of ideographs, Hangul and higher planes, every hundredth. */
function* codePoints(): Generator<string> {
  for (let point = 0x80; point <= 0x10ffff; point += step(point))
    if (point < 0xd800 || point > 0xdfff) yield String.fromCodePoint(point);
}

function step(point: number): number {
  const isTag = point >= 0xe0000 && point < 0xe1000;
  return (point > 0x3400 && point < 0x9f00) ||
    (point > 0xac00 && point < 0xd700) ||
    (point > 0x20000 && !isTag)
    ? 97
    : 1;
}

const contexts = {
  'within a name': (character: string) => `ab${character}cd.example`,
  'as a whole label': (character: string) => `${character}.example`,
  'in a name written from the right': (character: string) => `א${character}א.example`,
  'at the end, beside a name written from the right': (character: string) => `é${character}.א`,
  'before a joiner': (character: string) => `ب${character}\u200cب`,
  'behind a joiner': (character: string) => `ب\u200c${character}`,
};

describe('a domain name', () => {
  it.each(Object.entries(contexts))(
    'is read as UTS #46 requires, with any character %s',
    (_, nameWith) => {
      expect([...codePoints()].filter((character) => !agrees(nameWith(character)))).toEqual([]);
    },
    120_000,
  );

  it('is read as UTS #46 requires, with letters, joiners, marks and punycode combined', () => {
    const units =
      'a Z 1 - . 。 ． xn-- xn--skura-4ve さ ー ß ẞ ς Σ ı İ א ב ع ١ ۱ \u0301 \u0308 \u200c \u200d \u00ad \u202e \u094d क ᏸ ꭰ ﷺ ① ⒈ ℡ \u3000 가 ᄀ ᅡ 😀 \ufe0f ŉ ǰ ΐ ﬃ ᾳ ϲ 𝛓';
    const unit = fc.constantFrom(...units.split(' '));
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 8 }), (pieces) => {
        expect(readDomain(pieces.join(''))?.ascii).toBe(spaceless(reference(pieces.join(''))));
      }),
      { numRuns: 20_000 },
    );
  }, 120_000);

  it.each([
    ['\u202eelpmaxe.good', 'text written backwards'],
    ['a\u200db.example', 'a joiner that joins nothing'],
    ['xn--', 'punycode of nothing'],
    ['xn--a-.example', 'punycode of plain letters'],
    ['xn--skura-4ve\u0301.example', 'punycode with a mark'],
    ['אa.example', 'two directions in a label'],
    ['\u0301a.example', 'a mark without a letter'],
  ])('is refused if it is %j: %s', (name) => {
    expect(readDomain(name)).toBeUndefined();
  });

  it('is read in both forms', () => {
    expect(readDomain('Bücher.Example')).toEqual({
      ascii: 'xn--bcher-kva.example',
      unicode: 'bücher.example',
    });
    expect(readDomain('XN--BCHER-KVA.example')).toEqual(readDomain('bücher.example'));
    expect(readDomain('ꮳꮃꭹ.example')).toEqual(readDomain('ᏣᎳᎩ.example'));
  });
});

/** The reference accepts a space and leaves it to the host parser. */
const spaceless = (ascii: string | undefined): string | undefined =>
  ascii?.includes(' ') ? undefined : ascii;
