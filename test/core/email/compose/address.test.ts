import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressInName, formatMailbox, parseAddress } from '../../../../src/core/email/compose/address.ts';

describe('parseAddress', () => {
  it.each([
    ['ikeda@example1.co.jp', 'ikeda', 'example1.co.jp'],
    [' a.b+tag@Example.COM ', 'a.b+tag', 'example.com'],
    ['"a b@c"@example.com', '"a b@c"', 'example.com'],
    ['山田@例え.テスト', '山田', 'xn--r8jz45g.xn--zckzah'],
    ['a@xn--r8jz45g.xn--zckzah', 'a', 'xn--r8jz45g.xn--zckzah'],
    ["o'neil/x=y@example.org", "o'neil/x=y", 'example.org'],
    ['root@localhost', 'root', 'localhost'],
    ['a_b@mail_1.example', 'a_b', 'mail_1.example'],
  ])('reads %j', (text, local, domain) => {
    expect(parseAddress(text)).toEqual({ local, domain });
  });

  it.each([
    '',
    '@',
    'a',
    'a@',
    '@example.com',
    'a@b@example.com',
    '.a@example.com',
    'a.@example.com',
    'a..b@example.com',
    'a b@example.com',
    'a@example..com',
    'a@-example.com',
    'a@example.com-',
    'a@.example.com',
    'a@example.com.',
    'a@192.0.2.1',
    'a@[192.0.2.1]',
    'a,b@example.com',
    'a\r\nb@example.com',
    'a@exa mple.com',
    '<a@example.com>',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(64)}.com`,
    `a@${'b.'.repeat(130)}com`,
  ])('refuses %j', (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });

  it('accepts any text, and round-trips what it accepts', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), (text) => {
        const parsed = parseAddress(text);
        expect(parsed && parseAddress(`${parsed.local}@${parsed.domain}`)).toEqual(parsed);
      }),
    );
    for (const piece of ['a', '@', '"', '\\', '.', 'a.', 'a@'])
      expect(parseAddress(piece.repeat(100_000))).toBeUndefined();
  });
});

describe('addressInName', () => {
  it.each([
    ['さくらのメールボックス コントロールパネル support@sakura.ad.jp', 'support@sakura.ad.jp'],
    ['"support@sakura.ad.jp"', 'support@sakura.ad.jp'],
    ['サポート(info＠example.com)', 'info@example.com'],
    ['Desk info@example.com.', 'info@example.com'],
    ['サポートｉｎｆｏ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'info@example.com'],
    ['サポート info@example。com', 'info@example.com'],
    ['山田 葵', undefined],
    ['Meet @ cafe', undefined],
    ['@user', undefined],
    ['', undefined],
  ])('in %j is %j', (name, expected) => {
    expect(addressInName(name)).toBe(expected);
  });
  it('is searched in any text in bounded time', () => {
    for (const piece of ['a', '@', 'a@', '.', 'a.']) addressInName(piece.repeat(100_000));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => addressInName(text)).not.toThrow();
      }),
    );
  });
});

it('formatMailbox writes a name before its address', () => {
  expect(formatMailbox('山田 葵', 'a@example.com')).toBe('山田 葵 <a@example.com>');
  expect(formatMailbox(undefined, 'a@example.com')).toBe('a@example.com');
});
