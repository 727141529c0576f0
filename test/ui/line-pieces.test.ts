import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linePieces } from '../../src/ui/line-pieces.ts';

describe('the pieces of a text between which a line may end', () => {
  it.each([
    ['kamome-bin.example', 'kamome-|bin.|example'],
    ['<info-kamome@example.net>', '<info-|kamome@|example.|net>'],
    [
      'https://login.example.com.evil.example/pay?id=7&next=a_b',
      'https://|login.|example.|com.|evil.|example/|pay?|id=|7&|next=|a_|b',
    ],
    ['「@」の後ろは mail.kamome-bin.example です。', '「@」の後ろは mail.|kamome-|bin.|example です。'],
    ['from mail.example.net ([203.0.113.18])', 'from mail.|example.|net ([203.|0.|113.|18])'],
    ['пример.example', 'пример.|example'],
  ])('of %s begin after the signs of an address', (text, cut) => {
    expect(linePieces(text)).toEqual(cut.split('|'));
  });

  it.each([
    'お荷物をお届けできませんでした',
    'Version 2.5 costs 3.50 yen.',
    'It is up-to-date. Thank you.',
    'a.\nb',
    '「@」の後ろを見ます。',
    '',
  ])('of a text without an address are the whole: %j', (text) => {
    expect(linePieces(text)).toEqual([text]);
  });

  it('are whole where they have no more characters than is said', () => {
    expect(linePieces('To <yamada@example5.co.jp>', 21)).toHaveLength(1);
    expect(linePieces('To <yamada@example5.co.jp>', 20)).not.toHaveLength(1);
  });

  it('together are the text, and no one is empty beside another', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aé語7.@/-_?&= <>\n') }), (text) => {
        const pieces = linePieces(text);
        expect(pieces.join('')).toBe(text);
        expect(pieces.length > 1 && pieces.includes('')).toBe(false);
      }),
    );
  });
});
