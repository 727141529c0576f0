import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressesIn, addressesMeant } from '../../../src/core/url/pasted.ts';

const named = (text: string): readonly string[] =>
  addressesMeant(text).map(({ host }) => {
    if (host.kind === 'domain') return host.ascii;
    return host.kind === 'ipv4' || host.kind === 'ipv6' ? host.address : host.kind;
  });

describe('the hosts in a pasted text', () => {
  it.each([
    'https://mail.kamome.example/a?b#c',
    'mail.kamome.example',
    'mail.kamome.example.',
    'MAIL.KAMOME.EXAMPLE',
    'info@mail.kamome.example',
    '<info@mail.kamome.example>',
    '＜info@mail.kamome.example＞',
    'カモメ便 <info@mail.kamome.example>',
    'カモメ便<info@mail.kamome.example>',
    '"Kamome, Parcel" <info@mail.kamome.example>',
    'カモメ便（info@mail.kamome.example）',
    '「https://mail.kamome.example/」',
    'URL：https://mail.kamome.example/',
    'URL:https://mail.kamome.example/',
    'From: info@mail.kamome.example',
    'From:info@mail.kamome.example',
    'https://mail.kamome.example。',
    'https://mail.kamome.example.',
    'mail。kamome。example',
    'mail．kamome．example',
    'mail｡kamome｡example',
    'ｍａｉｌ．ｋａｍｏｍｅ．ｅｘａｍｐｌｅ',
    'ｉｎｆｏ＠ｍａｉｌ．ｋａｍｏｍｅ．ｅｘａｍｐｌｅ',
    'ｈｔｔｐｓ：／／ｍａｉｌ．ｋａｍｏｍｅ．ｅｘａｍｐｌｅ／',
    'https：//mail.kamome.example/',
    'https://%6dail.kamome.example/',
    'https://user:pass@mail.kamome.example:8443/',
    'https://evil.example@mail.kamome.example/',
    'https:\\\\mail.kamome.example\\evil.example',
    'https://mail.ka\tmome.exam\nple/',
    'mailto:info@mail.kamome.example?subject=x',
    'MAILTO:info%40mail.kamome.example',
    'hxxps://mail[.]kamome[.]example/',
    'hxxp[:]//mail(.)kamome(dot)example',
    'hxxps[://]mail[.]kamome[.]example',
    'info[at]mail[dot]kamome[dot]example',
    'info(アット)mail.kamome.example',
    ' \u00a0mail.kamome.example\u3000',
    '\ufeffhttps://mail.kamome.example/\u200b',
  ])('are the same in %j', (text) => {
    expect(named(text)).toEqual(['mail.kamome.example']);
  });

  it.each([
    ['https://evil.example?@kamome.example', ['evil.example']],
    ['https://evil.example\\@kamome.example/', ['evil.example']],
    ['https://evil.example#@kamome.example', ['evil.example']],
    ['https://login.example.net?user=yamada@example5.co.jp', ['login.example.net']],
    ['evil.example?@kamome.example', ['evil.example']],
    ['evil.example/kamome.example', ['evil.example']],
    ['kamome.example＠evil.example', ['evil.example']],
    ['https://kamome.example@evil.example/', ['evil.example']],
    ['kamome.example evil.example', ['kamome.example', 'evil.example']],
    [
      'mailto:a@kamome.example,b@evil.example?cc=c@other.example',
      ['kamome.example', 'evil.example', 'other.example'],
    ],
    ['http://192.0.2.7/', ['192.0.2.7']],
    ['http://[2001:db8::7]/', ['2001:db8::7']],
    ['https://kamome.example:99999/', ['invalid']],
    ['https://\u202eelpmaxe.good/', ['invalid']],
    ['カモメ便', []],
    ['03-0000-0201', []],
    ['', []],
    ['tel:03-0000-0201', []],
    ['javascript:alert(1)', []],
  ])('are those that a browser would open for %j', (text, hosts) => {
    expect(named(text)).toEqual(hosts);
  });

  it('include the mailbox of a mail address', () => {
    expect(addressesMeant('カモメ便 <Info@Mail.Kamome.example>')).toMatchObject([
      { mailbox: 'info@mail.kamome.example' },
    ]);
    expect(addressesMeant('mailto:info%40kamome.example')).toMatchObject([
      { mailbox: 'info@kamome.example' },
    ]);
    expect(addressesMeant('https://info@kamome.example/')).not.toHaveProperty('[0].mailbox');
  });

  it('are found in any text without throwing; in a long text only at its beginning', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(addressesMeant(text))));
    for (const piece of ['a.', '[', '(', '@', 'mailto:', '<', 'a:', 'hxxp', '[.', ' ', '. ', '：'])
      expect(() => addressesMeant(piece.repeat(1_000_000 / piece.length))).not.toThrow();
  });
});

describe('the addresses in a text of any length', () => {
  const many = 1_000_000;

  // Before, the first three took hours, and the last one ended in a stack overflow.
  it.each([
    ['a row of stops in a word', `${'!'.repeat(many)}x`, 0],
    ['a row of brackets in a word', `${']'.repeat(many)}x`, 0],
    ['a defanged colon that is not closed', `(:${'\t'.repeat(many)}`, 0],
    ['a label after a label', `${'a:'.repeat(many)}info@kamome.example`, 1],
  ])('are found in linear time: %s', (_, text, count) => {
    expect(addressesIn(text)).toHaveLength(count);
  });

  it.each([
    ['see http://[2001:db8::1]', '2001:db8::1'],
    ['see http://[2001:db8::1]]', '2001:db8::1'],
    ['kamome.example]', 'kamome.example'],
    ['kamome.example]]', 'kamome.example'],
    ['kamome.example).', 'kamome.example'],
  ])('are found without the brackets and stops after them: %s', (text, host) => {
    expect(named(text)).toEqual([host]);
  });
});
