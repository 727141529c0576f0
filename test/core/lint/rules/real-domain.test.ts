import { describe, expect, it } from 'vitest';
import type { Message } from '../../../../src/core/scenario/format/message.ts';
import { aDelivery, aMessage, aScenario, both } from '../../../fixtures/builders.ts';
import { remarksOn } from '../../../fixtures/lint.ts';

const remarks = (message: Message): readonly string[] =>
  remarksOn('real-domain', [aScenario({ messages: [message] })], {});
const withLink = (url: string): Message => ({ ...aMessage(), links: [{ id: 'a', url }] });
const withText = (text: string): Message => ({ ...aMessage(), body: [{ kind: 'text', text: both(text) }] });

describe('a real name', () => {
  it.each([
    'https://www.kamome-bank.co.jp/',
    '\u00a0https://www.kamome-bank.co.jp/',
    '<https://www.kamome-bank.co.jp/>',
    'https://a.example/?u=https://www.kamome-bank.co.jp/',
    'https://a.example/?u=https%3A%2F%2Fwww.kamome-bank.co.jp%2F',
    'https://a.example/#www.kamome-bank.co.jp',
    'https://www.kamome-bank.co.jp@a.example/',
    'https：//www.kamome-bank.co.jp/',
    'mailto:a@kamome-bank.co.jp',
    'mailto:a@a.example?bcc=b%40kamome-bank.co.jp',
    'hxxps://www[.]kamome-bank[.]co[.]jp/',
    'www.kamome-bank.co.jp/login',
  ])('is refused in the link %j, and in any text', (url) => {
    expect(remarks(withLink(url))).toContain('a-morning.json messages/0/links/0/url');
    expect(remarks(withText(`詳しくは ${url} へ`))).toEqual(
      expect.arrayContaining([
        'a-morning.json messages/0/body/0/text/ja',
        'a-morning.json messages/0/body/0/text/en',
      ]),
    );
  });

  it('is refused in every field of the header', () => {
    const name = 'kamome-bank.co.jp';
    const address = `a@${name}`;
    const delivery = aDelivery({
      host: `mx.${name}`,
      ip: '8.8.8.8',
      envelope: address,
      dkim: { domain: name, selector: 's1', result: 'pass' },
      unsubscribe: `mailto:${address}`,
      inReplyTo: `1@${name}`,
      mailer: `Mailer (${name})`,
    });
    const mail = {
      ...aMessage(),
      from: { name: both(`カモメ ${address}`), address },
      replyTo: { address },
      to: [{ address }],
      cc: [{ address }],
      subject: both(`【${name}】`),
      delivery,
    };
    expect(new Set(remarks(mail).map((remark) => remark.replace('a-morning.json messages/0/', '')))).toEqual(
      new Set(
        'from/name/ja from/name/en from/address replyTo/address to/0/address cc/0/address subject/ja subject/en delivery/host delivery/ip delivery/envelope delivery/dkim/domain delivery/unsubscribe delivery/inReplyTo delivery/mailer'.split(
          ' ',
        ),
      ),
    );
  });
});

describe('an address that no browser opens', () => {
  it.each([
    '\u00a0https://www.a.example/',
    'https://www.a.example:99999/',
    'https://\u202eelpmaxe.example/',
    'https://xn--/',
    'https://a b.example/',
    'https://[::1/',
  ])('is reported as unreadable: %j', (url) => {
    expect(remarks(withLink(url))).toContain('a-morning.json messages/0/links/0/url');
  });
});

it.each([
  'https://www.a.example/?u=https://b.example/#c@example.com',
  'https://{{host}}/optout',
  'https://evil..example/',
  'mailto:desk@example.org?cc=a@example.com',
  'tel:0120-000-000',
  '/contact',
  'http://192.0.2.7/',
  'http://[2001:db8::7]/',
])('accepts a reserved name, or one that nobody can own: %j', (url) => {
  expect(remarks(withLink(url))).toEqual([]);
});
