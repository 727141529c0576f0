import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMail } from '../../../../src/core/eml/read-mail.ts';
import { mailBody, targetsOf, wordsOf } from '../../../../src/core/eml/mail-body.ts';
import { type Anonymous, anonymousMail } from '../../../../src/core/eml/replace/anonymous-mail.ts';
import { skeleton } from '../../../../src/core/email/url/look-alike.ts';
import { linkTextDisagrees } from '../../../../src/core/email/url/url.ts';
import { hostsMentioned } from '../../../../src/core/names/hosts-mentioned.ts';
import { cardsIn, phonesIn } from '../../../../src/core/names/personal-numbers.ts';
import { isReservedIp, mayBeShown } from '../../../../src/core/names/reserved-names.ts';
import { asciiLabel } from '../../../../src/core/url/punycode.ts';
import { canBeRegistered } from '../../../../src/core/url/host.ts';
import { corpus } from '../../../fixtures/mails/corpus.ts';
import { bytesIn } from '../../../fixtures/mails/bytes.ts';
import { decode } from '../../../fixtures/mails/decode.ts';

async function anonymous(source: string): Promise<Anonymous> {
  const reading = await readMail(bytesIn(source, 'utf-8'), decode);
  if (!reading.ok) throw new Error(reading.problem.kind);
  return anonymousMail(reading.mail);
}

/** All texts of a value, at any depth. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

const realHosts = (text: string): readonly string[] =>
  hostsMentioned(text).flatMap(({ host, written }) => {
    if (host.kind === 'invalid') return [written];
    if (host.kind === 'domain')
      return canBeRegistered(host.ascii) && !mayBeShown(host.ascii) ? [host.ascii] : [];
    return isReservedIp(host.address) ? [] : [host.address];
  });

/** The parts of a mail that are still real: hosts, numbers and known names. */
function leftOf({ mail }: Anonymous, seeds: readonly string[]): readonly string[] {
  const texts = textsIn(mail);
  const all = texts.join('\n').toLowerCase();
  return [
    ...texts.flatMap((text) => [...realHosts(text), ...phonesIn(text), ...cardsIn(text)]),
    ...seeds.filter((seed) => all.includes(seed.toLowerCase())),
  ];
}

const body = ({ mail }: Anonymous): string => wordsOf(mail.body.blocks);
const links = ({ mail }: Anonymous): readonly string[] => targetsOf(mail.body.blocks);
const domain = (address = ''): string => address.slice(address.lastIndexOf('@') + 1);

const label = fc.stringMatching(/^[bcdfgjkpqvwz][aeiou][bcdfgjkpqvwz][aeiou][bcdfgjkpqvwz][aeiou]$/);
const host = fc
  .tuple(
    fc.constantFrom('', 'www.', 'mail.', 'a1b2.', 'tarou.'),
    label,
    fc.constantFrom('com', 'co.jp', 'jp', 'xyz', 'co.uk', 'top'),
  )
  .map(([below, name, suffix]) => ({ host: `${below}${name}.${suffix}`, label: name }));
const person = fc.constantFrom(
  { name: '佐々木 太郎', seeds: ['佐々木', '太郎'] },
  { name: '高橋　花子', seeds: ['高橋', '花子'] },
  { name: 'Robert Winslow', seeds: ['robert', 'winslow'] },
  { name: 'Ana-María Ortega', seeds: ['ortega'] },
);
const number = fc.constantFrom(
  '03-5412-8876',
  '090-8765-4321',
  '０３－５４１２－８８７６',
  '+81 90 8765 4321',
  '(03) 5412-8876',
  '4111 1111 1111 1111',
  '123456789012',
  '7654321098',
);
type Place = (given: { readonly host: string; readonly name: string; readonly number: string }) => string;
const place = fc.constantFrom<Place>(
  ({ host: name }) => `<a href="https://${name}/a?u=https%3A%2F%2F${name}%2Fx">see</a>`,
  ({ host: name }) => `<a href="https://x.example@${name}/">https://${name}/login</a>`,
  ({ host: name }) => `hxxps://${name.replaceAll('.', '[.]')}/ and ${name.toUpperCase()}`,
  ({ host: name }) => `<b>${name.slice(0, 3)}</b>${name.slice(3)} です`,
  ({ host: name }) => `詳しくはhttps://${name}をご覧ください。info@${name}まで`,
  ({ host: name }) =>
    `<img src="https://${name}/p.png" alt="${name}"><a href="mailto:info@${name}?cc=x@${name}">m</a>`,
  ({ host: name }) => `<span style="display:none">${name}</span><form action="//${name}/f">`,
  ({ name }) => `${name} 様`,
  ({ name }) => `Dear ${name}, thank you. <i>${name}</i>`,
  ({ name }) => `<a href="https://a.example/?name=${encodeURIComponent(name)}">x</a>`,
  ({ number: written }) => `電話 ${written} まで`,
  ({ number: written }) => `<a href="tel:${written}">call</a> ${written.replaceAll(/\D/g, '')}`,
  ({ number: written }) => `<a href="https://a.example/${written.replaceAll(/\D/g, '')}/x">n</a>`,
);

describe('a mail after replacement', () => {
  it('has none of its names, hosts, addresses or numbers, in any part', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(host, { minLength: 3, maxLength: 3 }),
        person,
        number,
        fc.array(place, { minLength: 1, maxLength: 6 }),
        async ([from, to, other], { name, seeds }, written, places) => {
          if (from === undefined || to === undefined || other === undefined) return;
          const given = { host: other.host, name, number: written };
          const source = [
            `Received: from ${from.host} (${from.host} [45.33.1.2]) by mx.${to.host} for <taroo.s@${to.host}>; Wed, 8 Apr 2026 10:15:05 +0900`,
            `From: "${from.host}" <info@${from.host}>`,
            `To: "${name}" <taroo.s@${to.host}>`,
            `Subject: ${name} ${written} ${other.host}`,
            `Message-ID: <x@${from.host}>`,
            'Content-Type: text/html; charset=utf-8',
            '',
            places.map((one) => `<p>${one(given)}</p>`).join('\n'),
          ].join('\r\n');
          expect(
            leftOf(await anonymous(source), [
              ...seeds,
              from.label,
              to.label,
              other.label,
              'taroo.s',
              '45.33.1.2',
            ]),
          ).toEqual([]);
        },
      ),
      { numRuns: 80 },
    );
  });

  it('is clean for every mail of the corpus, and keeps the order of its words', async () => {
    for (const { source } of corpus) {
      const reading = await readMail(source, decode);
      if (!reading.ok) throw new Error(reading.problem.kind);
      const result = anonymousMail(reading.mail);
      expect(leftOf(result, [])).toEqual([]);
      expect(body(result).length).toBeGreaterThan(wordsOf(mailBody(reading.mail).blocks).length * 0.5);
    }
  });

  it('is clean if a mail names 3,000 hosts, or is longer than the limit', async () => {
    const hosts = Array.from({ length: 3_000 }, (_, at) => `kamomepay${at}.co.jp`).join(' ');
    const many = await anonymous(`From: a@kamomepay.com\n\n${hosts}`);
    expect(leftOf(many, ['kamome'])).toEqual([]);
    const long = await anonymous(`From: a@kamomepay.com\n\n${'words '.repeat(50_000)} kamomepay.com`);
    expect(leftOf(long, ['kamome'])).toEqual([]);
  });

  it('is clean if the name of its sender has many thousand letters', async () => {
    const name = 'kamomepay'.repeat(5_000);
    const long = await anonymous(
      `Subject: ${name}\nFrom: ${name} <a@kamomepay.com>\n\n${name} kamomepay.com`,
    );
    expect(leftOf(long, ['kamome'])).toEqual([]);
  });

  it('does not change when it is replaced again', async () => {
    const first = await anonymous(lure);
    expect(first.table.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['address', 'host', 'name', 'phone', 'number']),
    );
    expect(body(first)).toContain('4月8日 10:15 に 1,200円');
    expect(body(first)).toMatch(/^山田　葵 様/);
  });
});

const lure = `From: Kamome Pay <info@kamomepay.xyz>
To: 佐々木 太郎 <taro@realcorp.co.jp>
Subject: 佐々木様へ
Content-Type: text/plain; charset=utf-8

佐々木　太郎 様
4月8日 10:15 に 1,200円。注文番号 D01-1234567-8901234、電話 03-5412-8876、https://kamomepay.xyz/`;

const from = (address: string, more: string, html = 'x'): Promise<Anonymous> =>
  anonymous(
    `From: ${address}\nTo: taro@realcorp.co.jp\n${more}Content-Type: text/html; charset=utf-8\n\n${html}`,
  );

describe('what a mail imitates', () => {
  it.each([
    ['kamomepay.co.jp', 'kamomepay-login.xyz', 'a word added'],
    ['kamomepay.co.jp', 'securekamomepay.com', 'a word joined'],
    ['kamomepay.co.jp', 'kam0mepay.co.jp', 'a digit for a letter'],
    ['kamomepay.co.jp', 'kamornepay.co.jp', 'two letters for one'],
    ['kamomepay.co.jp', 'kamonepay.co.jp', 'another letter'],
    ['kamomepay.co.jp', 'kamomepay.com', 'another suffix'],
    ['kamomepay.co.jp', 'kamome-pay.co.jp', 'a hyphen'],
    ['kamomepay.co.jp', `${asciiLabel('k\u0430momepay')}.com`, 'a foreign letter'],
    ['kamomepay.co.jp', 'kamomepay.co.jp.evilhost.xyz', 'a name below another'],
  ])('%s by %s (%s) is still imitated', async (real, imitation) => {
    const result = await from(`${real} <info@${imitation}>`, '');
    const shown = result.mail.from?.name ?? '';
    const used = domain(result.mail.from?.address);
    expect(leftOf(result, ['kamome'])).toEqual([]);
    expect(used).not.toBe(shown);
    expect(kinship(shown, used)).toBe(true);
  });

  it('keeps unrelated names unrelated', async () => {
    const result = await from('kamomepay.co.jp <info@tsubakibank.com>', 'Reply-To: x@suzuran.net\n');
    const all = [
      result.mail.from?.name ?? '',
      domain(result.mail.from?.address),
      domain(result.mail.replyTo[0]?.address),
    ];
    expect(new Set(all).size).toBe(3);
    expect(all.slice(1).some((one) => kinship(all[0] ?? '', one))).toBe(false);
  });

  it('has the same replacement everywhere', async () => {
    const result = await from(
      'a <info@kamomepay.com>',
      'Reply-To: b@kamomepay.com\n',
      '<a href="https://www.kamomepay.com/x">https://www.kamomepay.com/x</a>',
    );
    const used = domain(result.mail.from?.address);
    expect(domain(result.mail.replyTo[0]?.address)).toBe(used);
    expect(links(result)[0]).toContain(`www.${used}/x`);
    expect(linkTextDisagrees(body(result), links(result)[0] ?? '')).toBe(false);
  });

  it('keeps a link text that names another host, a reply to elsewhere, and a free mailbox', async () => {
    const result = await from(
      'a <info@kamomepay.com>',
      'Reply-To: kamomepay@gmail.com\n',
      '<a href="https://tsubakibank.xyz/">https://www.kamomepay.com/</a>',
    );
    expect(linkTextDisagrees(body(result), links(result)[0] ?? '')).toBe(true);
    expect(domain(result.mail.replyTo[0]?.address)).toBe('freemail.example');
    expect(body(result)).toContain(domain(result.mail.from?.address));
  });

  it('uses one word for a brand in the name of the sender and in its domain', async () => {
    const result = await from(
      'Kamomepay Support <info@kamomepay-login.xyz>',
      '',
      'Dear customer, Kamomepay needs KAMOMEPAY.',
    );
    const [word = ''] = (result.mail.from?.name ?? '').split(' ');
    expect(domain(result.mail.from?.address)).toContain(word.toLowerCase());
    expect(body(result)).toBe(`Dear customer, ${word} needs ${word.toUpperCase()}.`);
  });
});

/** Whether a host imitates a name: it contains it, or differs by similar letters or a typing slip. */
function kinship(name: string, used: string): boolean {
  const [stem = ''] = name.split('.');
  const [first = ''] = used.split('.');
  const plain = skeleton(first).replaceAll('-', '');
  return (
    used.includes(stem) || plain.includes(skeleton(stem)) || used.startsWith('xn--') || isNear(first, stem)
  );
}

const isNear = (one: string, other: string): boolean =>
  Math.abs(one.length - other.length) <= 1 &&
  [...one].filter((letter) => !other.includes(letter)).length <= 1 &&
  one.slice(0, 2) === other.slice(0, 2) &&
  one.slice(-3) === other.slice(-3);

describe('what identifies a person', () => {
  it.each([
    ['東京都千代田区丸の内一丁目2番3号', '丸の内'],
    ['大阪府大阪市北区梅田1-2-3', '梅田'],
    ['221 Baker Street', 'Baker'],
    ['taro.sasaki1 さんのアカウント', 'taro.sasaki1'],
    ['注文 ab12cd34ef56gh78', 'ab12cd34'],
    ['会員ID 550e8400-e29b-41d4-a716-446655440000', '550e8400'],
    ['口座番号 1234567', '1234567'],
  ])('is replaced in %s', async (text, seed) => {
    const source = `From: a@kamomepay.com\nTo: taro.sasaki1@realcorp.co.jp\nContent-Type: text/plain; charset=utf-8\n\n${text} です`;
    const result = await anonymous(source);
    expect(leftOf(result, [seed])).toEqual([]);
    expect(body(result)).toMatch(/ です$/);
  });

  it.each([
    '4月8日(水) 10:15 に 12,000円',
    '2026-04-08 の第3版',
    '20260408',
    'Windows 11 と 3.14',
    'Dear customer',
  ])('leaves %s', async (text) => {
    const result = await anonymous(
      `From: a@kamomepay.com\nContent-Type: text/plain; charset=utf-8\n\n${text}`,
    );
    expect(body(result)).toBe(text);
  });
});
