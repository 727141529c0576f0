import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostsMentioned, hostsOfAddress, type Mention } from '../../../src/core/names/hosts-mentioned.ts';

const names = (mentions: readonly Mention[]): readonly string[] =>
  mentions.map(({ host }) =>
    host.kind === 'domain' ? host.ascii : host.kind === 'invalid' ? 'invalid' : host.address,
  );

describe('the hosts that a text names', () => {
  it.each([
    'https://www.kamome-bank.co.jp/',
    '\u00a0https://www.kamome-bank.co.jp/',
    '\u3000https://www.kamome-bank.co.jp/',
    '<https://www.kamome-bank.co.jp/>',
    '＜https://www.kamome-bank.co.jp/＞',
    '詳しくは「https://www.kamome-bank.co.jp」へ。',
    '詳しくはhttps://www.kamome-bank.co.jp。',
    'See (https://www.kamome-bank.co.jp/).',
    '詳しくはhttps://www.kamome-bank.co.jpをご覧ください。',
    '詳しくは www.kamome-bank.co.jpへ。',
    '詳しくはwww.kamome-bank.co.jpへ。',
    '窓口www.kamome-bank.co.jpのサーバーwww.kamome-bank.co.jp',
    '宛先はa@www.kamome-bank.co.jpです。',
    'https://a.example/?u=https://www.kamome-bank.co.jp/',
    'https://a.example/?u=https%3A%2F%2Fwww.kamome-bank.co.jp%2F',
    'https://a.example/?u=https%253A%252F%252Fwww.kamome-bank.co.jp%252F',
    'https://a.example/?u=www.kamome-bank.co.jp',
    'https://a.example/?user=yamada@www.kamome-bank.co.jp',
    'https://a.example/?user=yamada%40www.kamome-bank.co.jp',
    'https://a.example/#https://www.kamome-bank.co.jp/',
    'https://a.example/#www.kamome-bank.co.jp',
    'https://a.example/www.kamome-bank.co.jp/login',
    'https://www.kamome-bank.co.jp@a.example/',
    'https://www.kamome-bank.co.jp%2F@a.example/',
    'https://www.kamome-bank.co.jp.a.example/',
    'mailto:a@www.kamome-bank.co.jp',
    'mailto:a@a.example?cc=b@www.kamome-bank.co.jp',
    'mailto:a%40www.kamome-bank.co.jp',
    'https：//www.kamome-bank.co.jp/',
    'ｈｔｔｐｓ：／／ｗｗｗ．ｋａｍｏｍｅ－ｂａｎｋ．ｃｏ．ｊｐ／',
    'ｗｗｗ．ｋａｍｏｍｅ－ｂａｎｋ．ｃｏ．ｊｐ',
    'a＠www.kamome-bank.co.jp',
    'hxxps://www.kamome-bank.co.jp/',
    'hxxps://www[.]kamome-bank[.]co[.]jp/',
    'www(dot)kamome-bank(dot)co(dot)jp',
    'a[at]www[.]kamome-bank[.]co[.]jp',
    'https://www。kamome-bank。co。jp/'.replaceAll('。', '．'),
    'https://%77ww.kamome-bank.co.jp/',
    'https://w\u00adww.kamome-bank.co.jp/',
    'https://WWW.KAMOME-BANK.CO.JP/',
    'https:\\\\www.kamome-bank.co.jp\\',
    'https:/www.kamome-bank.co.jp',
    'www.kamome-bank.co.jp',
    'www。kamome-bank。co。jp',
    'https://a.example/@www.kamome-bank.co.jp/',
    'https://a.example/x/＠www.kamome-bank.co.jp',
    'ftp://www.kamome-bank.co.jp:2121/',
    'file://www.kamome-bank.co.jp/share',
    'Received: from www.kamome-bank.co.jp (unknown)',
    'List-Unsubscribe: <https://www.kamome-bank.co.jp/u>',
  ])('are found in %j', (text) => {
    const found = names(hostsMentioned(text));
    expect(found.some((name) => name.startsWith('www.kamome-bank.co.jp'))).toBe(true);
  });

  it.each([
    ['http://3221226219/', ['192.0.2.235']],
    ['http://0xC00002EB/', ['192.0.2.235']],
    ['http://[2001:4860::8888]/', ['2001:4860::8888']],
    ['１９２．０．２．２３５', ['192.0.2.235']],
    ['https://\u202eelpmaxe.good/', ['invalid', 'elpmaxe.good']],
    ['https://a.example:99999/', ['invalid', 'a.example']],
    ['https://xn--/', ['invalid']],
    ['scope=mail.read', ['mail.read']],
    ['https://a.example/?scope=mail.read', ['a.example']],
    ['https://a.example/@yamada', ['a.example']],
    ['返事はOK。No problem。It works。', []],
    ['私のアドレスは、m・o・r・i のあとが、すぐ＠です。', []],
    ['見積.zip と report.md', []],
    ['3.14 と 1.2.3.400', []],
    ['フォルダー名は ad.jp です', []],
    ['サーバーbank.co.jpへ', ['bank.co.jp']],
    ['フォルダー名はad.jpです。3.14とv1.2も。', []],
    ['ébank.co.jp', []],
    ['和/洋', []],
    ['example.co.jpへ。', ['example.co.jp']],
    ['宛先はa@example.comです。', ['example.com']],
    ['https://example.comをご覧ください。', ['example.com']],
    ['', []],
  ])('in %j are %j', (text, found) => {
    expect(names(hostsMentioned(text))).toEqual(found);
  });

  it('are found in any text without throwing', () => {
    const unit = fc.constantFrom(
      'a',
      '.',
      '@',
      ':',
      '/',
      '[',
      ']',
      '(',
      'dot',
      '%',
      '%2e',
      'hxxp',
      '。',
      'jp',
      '1',
      ' ',
      'さ',
      '\u202e',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), (pieces) =>
        Array.isArray(hostsMentioned(pieces.join(''))),
      ),
    );
    for (const piece of [
      'a.',
      '@',
      'a@',
      '[:',
      'http://',
      '%2e',
      'a-',
      '_',
      '1.',
      'hxxp://a[.]',
      '(dot)',
      ' ',
      'a.jp ',
    ])
      expect(() => hostsMentioned(piece.repeat(20_000 / piece.length))).not.toThrow();
  });

  // Before, the time grew with the square of the length.
  it('are found in linear time after a long row of signs or kana', () => {
    const many = 100_000;
    expect(hostsMentioned(`http://kamome.example/${'!'.repeat(many)}x`)).toHaveLength(1);
    expect(() => hostsMentioned(`http://${'aa.'.repeat(many)}aa${'あ'.repeat(many)}.`)).not.toThrow();
  });
});

describe('the hosts of an address', () => {
  it.each([
    ['\u00a0https://www.kamome-bank.co.jp/', ['invalid', 'www.kamome-bank.co.jp']],
    ['<https://www.kamome-bank.co.jp/>', ['invalid', 'www.kamome-bank.co.jp']],
    ['https：//www.kamome-bank.co.jp/', ['invalid', 'www.kamome-bank.co.jp']],
    ['www.a.example/?u=www.kamome-bank.co.jp', ['www.a.example', 'www.kamome-bank.co.jp']],
    ['https://a.example/', ['a.example']],
    ['https://{{host}}/', ['{{host}}']],
    ['/contact', []],
    ['tel:0120-000-000', []],
    ['https://a b.example/', ['invalid', 'a', 'b.example']],
  ])('in %j are %j', (address, found) => {
    expect(names(hostsOfAddress(address))).toEqual(found);
  });
});
