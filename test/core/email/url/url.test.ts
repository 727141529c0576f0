import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anatomyOf, linkTextDisagrees, longestUrl } from '../../../../src/core/email/url/url.ts';
import { innocent, japanese, knownDomains, tricky } from '../url-table.ts';

const rows = [...japanese, ...tricky, ...innocent];
const read = (url: string) => anatomyOf(url, { knownDomains });

describe('anatomyOf', () => {
  it.each(rows.map((row) => ({ row, title: JSON.stringify(row[0].slice(0, 80)) })))(
    'reads $title',
    ({ row }) => {
      const [url, host, domain, tricks] = row;
      const anatomy = read(url);
      expect({
        host: anatomy.host,
        domain: anatomy.registrableDomain ?? '',
        tricks: anatomy.tricks.map(({ kind }) => kind).join(' '),
      }).toEqual({ host, domain, tricks });
    },
  );

  it('has a table of at least two hundred different URLs', () => {
    expect(new Set(rows.map(([url]) => url)).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThanOrEqual(200);
  });

  it('cuts the text into parts that join to it again', () => {
    for (const [url] of rows)
      expect(
        read(url)
          .parts.map(({ text }) => text)
          .join(''),
      ).toBe(url);
    const { parts } = read('http://secure.mailbox-sakura.co/ad.jp/rscontrol/webmail');
    expect(parts.map(({ name, text }) => `${name} ${text}`)).toEqual([
      'scheme http://',
      'subdomain secure.',
      'domain mailbox-sakura',
      'suffix .co',
      'path /ad.jp/rscontrol/webmail',
    ]);
  });

  it('says which brands the seed URLs imitate', () => {
    const pretended = japanese
      .slice(0, 4)
      .map(([url]) => read(url).tricks.find(({ kind }) => kind === 'suffixLikePath'));
    expect(pretended).toMatchObject([
      { pretends: 'webmail-sakura.co.jp' },
      { pretends: 'mailbox-sakura.ad.jp' },
      { pretends: 'sakura-webmail.ad.jp' },
      { pretends: 'sakurawebmail.ad.jp' },
    ]);
  });

  it('names the characters that look like others', () => {
    const trick = (url: string) => read(url).tricks.find(({ kind }) => kind === 'lookAlike');
    expect(trick('https://hanarnori.example/')).toMatchObject({
      pretends: 'hanamori.example',
      pairs: [{ character: 'rn', looksLike: 'm' }],
    });
    expect(trick('https://sаkura.ad.jp/')).toMatchObject({
      pretends: 'sakura.ad.jp',
      pairs: [{ character: 'а', looksLike: 'a' }],
    });
  });

  it('names the label as written if only the word of a known name is in it', () => {
    expect(read('https://secure-sakura.evil.example/').tricks).toEqual([
      { kind: 'brandInSubdomain', pretends: 'secure-sakura', domain: 'evil.example' },
    ]);
  });

  it('says behind which sign a known domain stands', () => {
    expect(read('https://example1-webmail.evil.example/?u=yamada@example1.co.jp').tricks).toEqual([
      { kind: 'brandInSubdomain', pretends: 'example1-webmail', domain: 'evil.example' },
      {
        kind: 'nameAfterHost',
        name: 'example1.co.jp',
        sign: '?',
        host: 'example1-webmail.evil.example',
      },
    ]);
  });

  it('unwraps a redirector', () => {
    expect(read('https://go.example.net/r?u=https%253A%252F%252Fevil.example').tricks).toEqual([
      { kind: 'redirector', host: 'go.example.net', parameter: 'u', target: 'https://evil.example' },
    ]);
  });

  it('distinguishes a rented name from one of the registry', () => {
    expect(read('https://shop.sakura.ne.jp/')).toMatchObject({
      publicSuffix: 'sakura.ne.jp',
      suffixIsPrivate: true,
      registrableDomain: 'shop.sakura.ne.jp',
      registryDomain: 'sakura.ne.jp',
    });
  });

  it('finds the same host as the browser in any http URL that both can read', () => {
    const label = fc.string({
      unit: fc.constantFrom('a', 'Z', '0', '-', '.', '。', 'さ', 'ａ', '%41', '@', ':', '\\', '/', '?', '#'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(label, (text) => {
        const url = `https://${text}.example/`;
        const { host } = anatomyOf(url);
        const browsers = URL.canParse(url) ? new URL(url).hostname.replace(/(?<=.)\.$/, '') : host;
        expect([browsers, '']).toContain(host);
      }),
    );
  });

  it('reads any text without throwing, and no more than its limit', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('http://', '[', ']', '@', '%', '::', 'xn--', '.', '\\', '。', '/'),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        expect(
          read(text)
            .parts.map((part) => part.text)
            .join(''),
        ).toBe(text.slice(0, longestUrl));
      }),
    );
    for (const piece of [
      'a',
      '@',
      '%',
      'xn--',
      '.',
      '://',
      '%25',
      'さ',
      '/http://',
      'a.',
      '-',
      ':',
      '&u=http://a',
      ' ',
      '\u202e',
    ])
      expect(read(piece.repeat(50_000)).truncated).toBe(true);
  });
});

describe('linkTextDisagrees', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['https://www.hanamori.example/', 'https://evil.example/', true],
    ['https://www.hanamori.example/', 'https://hanamori.example/login', false],
    ['hanamori.example', 'https://click.hanamori.example/x', false],
    ['sakura.ad.jp', 'http://secure.mailbox-sakura.co/ad.jp/', true],
    ['「www.kodachi.example」を開く', 'https://evil.example/', true],
    ['ここをクリック', 'https://evil.example/', false],
    ['報告書.pdf を開く', 'https://evil.example/', false],
    ['photo.zip', 'https://evil.example/', false],
    ['Node.js 入門', 'https://evil.example/', false],
    ['support@sakura.ad.jp', 'mailto:support@sakura.ad.jp', false],
    ['3.14 と 1.2.3', 'https://evil.example/', false],
    ['https://192.0.2.7/', 'https://evil.example/', true],
    ['https://one.sakura.ne.jp/', 'https://two.sakura.ne.jp/', true],
  ];
  it.each(cases)('is decided correctly for %j to %j', (text, url, expected) => {
    expect(linkTextDisagrees(text, url)).toBe(expected);
  });
});
