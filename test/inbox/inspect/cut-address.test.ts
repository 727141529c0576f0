import { describe, expect, it } from 'vitest';
import { anatomyOf } from '../../../src/core/email/url/url.ts';
import { cutAddress } from '../../../src/inbox/inspect/cut-address.ts';

const cut = (url: string) => cutAddress(anatomyOf(url).parts);
const joined = (parts: readonly { readonly text: string }[]) => parts.map(({ text }) => text).join('');

describe('an address in the lens', () => {
  it('is cut around its server name', () => {
    const { before, host, after } = cut('https://kamome.example.net/pay?id=1');
    expect([joined(before), joined(host), joined(after)]).toEqual([
      'https://',
      'kamome.example.net',
      '/pay?id=1',
    ]);
  });

  it('has one row for the registrable domain, which has one name', () => {
    expect(cut('https://kamome.example.net/pay').rows.map(({ name, text }) => `${name} ${text}`)).toEqual([
      'scheme https://',
      'subdomain kamome.',
      'domain example.net',
      'path /pay',
    ]);
  });

  it.each(['', 'data:text/html,x', 'https://192.0.2.7/pay', 'https://co.jp/', '//', 'https://'])(
    'keeps every letter of %j',
    (url) => {
      const { before, host, after } = cut(url);
      expect(joined([...before, ...host, ...after])).toBe(url);
    },
  );
});
