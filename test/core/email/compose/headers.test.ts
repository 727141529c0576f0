import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { fieldValues, sourceOf } from '../../../../src/core/email/compose/headers.ts';
import { plainBody } from '../../../../src/core/email/compose/mime.ts';
import type { DeclaredDelivery } from '../../../../src/core/scenario/format/delivery.ts';
import type { SealedMail } from '../../../../src/core/scenario/format/message.ts';
import { scenarioSchema } from '../../../../src/core/scenario/format/scenario.ts';
import { mailFields, languages } from '../../../../src/core/scenario/format/vocabulary.ts';
import {
  aDelivery,
  aLegitimateMessage,
  aMessage,
  aScenario,
  aSealedMessage,
  mailsOf,
} from '../../../fixtures/builders.ts';

const { recipient } = aScenario();
const seed = scenarioSchema.parse(
  JSON.parse(readFileSync('content/packs/sakura-2019/scenarios/may-june-2019.json', 'utf8')),
);
const unified = (text: string | undefined): string => (text ?? '').replaceAll('\r\n', '\n').trimEnd();

const routes: readonly DeclaredDelivery['route'][] = [
  'direct',
  'service',
  'list',
  'forwarded',
  'bounce',
  'internal',
];
const manyOddities = aSealedMessage({
  subject: { ja: '請求書㈱の件 😀 ' + '長い件名'.repeat(20), en: 'A long subject '.repeat(12).trim() },
  from: {
    name: { ja: 'さくら support@sakura.ad.jp', en: 'Sakura "Box", support@sakura.ad.jp' },
    address: 'a@example1.co.jp',
  },
  cc: [{ address: 'b@example.com' }, { name: { ja: '鈴木', en: 'Suzuki, B.' }, address: 'c@例え.テスト' }],
  replyTo: { address: 'reply@example.net' },
  attachments: [
    {
      id: 'bill',
      name: { ja: '請求書_2026年4月分のご案内（最終版）.pdf　　.exe', en: 'bill.pdf' },
      type: 'program',
      bytes: 900,
    },
    { id: 'rlo', name: { ja: '見積\u202efdp.exe', en: 'quote\u202efdp.exe' }, type: 'program', bytes: 900 },
  ],
  delivery: aDelivery({
    mailer: 'メーラー 1.0',
    unsubscribe: 'https://example.com/u',
    inReplyTo: 'x@example.com',
  }),
});
const variants: readonly SealedMail[] = [
  aSealedMessage(),
  ...routes.map((route) =>
    aSealedMessage({
      id: route,
      delivery: aDelivery({ route, ...(route === 'bounce' && { envelope: '' }) }),
    }),
  ),
  aSealedMessage({ delivery: aDelivery({ charset: 'iso-2022-jp' }) }),
  manyOddities,
];

describe('sourceOf', () => {
  for (const language of languages) {
    it(`can be read back by a mail parser (${language})`, async () => {
      const received = [
        ...variants.map((message) => ({ message, to: recipient })),
        ...mailsOf(seed.messages).map((message) => ({ message, to: seed.recipient })),
      ];
      for (const { message, to } of received) {
        const mail = await PostalMime.parse(sourceOf(message, to, language).text);
        expect(mail.subject).toBe(message.subject[language]);
        expect(mail.from?.name).toBe(message.from.name?.[language] ?? '');
        expect(mail.from?.address).toBe(message.from.address);
        expect(mail.to?.map(({ name }) => name)).toEqual(
          message.to.map(({ name }) => name?.[language] ?? ''),
        );
        expect(mail.to?.map(({ address }) => address)).toEqual(message.to.map(({ address }) => address));
        expect(mail.cc?.map(({ name }) => name)).toEqual(
          message.cc?.map(({ name }) => name?.[language] ?? ''),
        );
        expect(Date.parse(mail.date ?? '')).toBe(Date.parse(message.sent));
        expect(unified(mail.text)).toBe(unified(plainBody(message, language)));
        expect(mail.attachments.map(({ filename }) => filename)).toEqual(
          (message.attachments ?? []).map(({ name }) => name[language]),
        );
        const targets = (message.links ?? []).filter(({ id }) =>
          JSON.stringify(message.body).includes(`"link":"${id}"`),
        );
        for (const { url } of targets) expect(mail.html?.replaceAll('&amp;', '&')).toContain(url);
      }
    });
  }

  it('is the same every time', () => {
    for (const message of variants)
      expect(sourceOf(message, recipient, 'ja')).toEqual(sourceOf(structuredClone(message), recipient, 'ja'));
  });

  it('keeps header lines within 78 characters where they can be folded, all lines within 998', () => {
    for (const message of variants) {
      const { text } = sourceOf(message, recipient, 'ja');
      const lines = text.split('\r\n');
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(998);
      const foldable = lines.slice(0, lines.indexOf('')).filter((line) => line.trimStart().includes(' '));
      expect(Math.max(...foldable.map((line) => line.length))).toBeLessThanOrEqual(78);
    }
  });

  it('keeps lines within 998 characters even if they cannot be folded', async () => {
    const subject = 'a-'.repeat(1_500);
    const mail = aSealedMessage({
      subject: { ja: subject, en: subject },
      from: { address: `${'\uFDFA'.repeat(240)}@example.com` },
    });
    const { lines, text } = sourceOf(mail, recipient, 'en');
    const lengths = lines.map(({ segments }) => segments.map((segment) => segment.text).join('').length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(998);
    expect((await PostalMime.parse(text)).subject).toBe(subject);
  });

  it('gives guilty and innocent messages of one delivery the same headers', () => {
    const names = (message: SealedMail): readonly string[] =>
      sourceOf(message, recipient, 'ja')
        .text.replace(/\r\n\r\n[^]*/, '')
        .split('\r\n')
        .filter((line) => !line.startsWith(' '))
        .map((line) => line.slice(0, line.indexOf(':')));
    for (const route of routes) {
      const delivery = aDelivery({ route });
      expect(names(aMessage({ delivery }))).toEqual(names(aLegitimateMessage({ delivery })));
    }
  });

  it('has times that increase from the oldest hop to our server', () => {
    for (const message of [...variants, ...mailsOf(seed.messages)]) {
      const values = fieldValues(message, recipient, 'en');
      const times = [values.received3, values.received2, values.received1].map((text) =>
        Date.parse(text.slice(text.lastIndexOf('; ') + 2)),
      );
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times[0]).toBeGreaterThan(Date.parse(message.sent));
    }
  });

  it('has ARC headers only if the message was forwarded', () => {
    for (const route of routes) {
      const { text } = sourceOf(aSealedMessage({ delivery: aDelivery({ route }) }), recipient, 'en');
      expect(text.includes('ARC-Seal: i=1;')).toBe(route === 'list' || route === 'forwarded');
      expect(text).toMatch(/ arc=(none|pass)/);
    }
  });

  it('decodes encoded lines, the whole subject together', () => {
    const { lines } = sourceOf(manyOddities, recipient, 'ja');
    const said = lines
      .filter(({ segments }) => segments.some(({ region }) => region === 'field/subject'))
      .map(({ decoded }) => decoded ?? '');
    expect(said.join('').replace(/^Subject: ?/, '')).toBe(manyOddities.subject.ja);
  });

  it('never lets a text of the author start a new header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (end) => {
        const evil = `x\r\nBcc: victim@example.com\r\n\r\n${end}`;
        const message = aSealedMessage({
          subject: { ja: evil, en: evil },
          from: { name: { ja: evil, en: evil }, address: evil },
          delivery: aDelivery({
            host: evil,
            envelope: evil,
            mailer: evil,
            unsubscribe: evil,
            inReplyTo: evil,
          }),
        });
        expect(sourceOf(message, recipient, 'ja').text).not.toMatch(/^Bcc/m);
      }),
      { numRuns: 50 },
    );
  });
});

describe('fieldValues', () => {
  it('names every field and the domain of each result', () => {
    const values = fieldValues(aSealedMessage(), recipient, 'ja');
    expect(Object.keys(values).toSorted()).toEqual([...mailFields].toSorted());
    expect(values).toMatchObject({
      spf: 'pass (example1.co.jp)',
      dkim: 'pass (example1.co.jp)',
      dmarc: 'pass (example1.co.jp)',
      arc: 'none',
      returnPath: '<support@example1.co.jp>',
      date: 'Wed, 08 Apr 2026 10:15:00 +0900',
      replyTo: '',
      mime: 'multipart/alternative; charset=UTF-8',
    });
  });

  it('shows an empty Return-Path for a bounce', () => {
    const message = aSealedMessage({ delivery: aDelivery({ route: 'bounce', envelope: '' }) });
    expect(fieldValues(message, recipient, 'en').returnPath).toBe('<>');
  });
});

describe('the source of any message that the format allows', () => {
  const oddText = fc.string({
    unit: fc.constantFrom(
      'a',
      '.',
      '@',
      ' ',
      '\n',
      '\r\n',
      '\t',
      '\u0000',
      '\u2028',
      '\u0085',
      'さ',
      '😀',
      '<',
      '>',
      ':',
      ';',
    ),
    maxLength: 30,
  });

  it('consists of printable ASCII lines, whatever its servers, addresses and identifiers contain', () => {
    fc.assert(
      fc.property(
        fc.array(oddText, { minLength: 9, maxLength: 9 }),
        fc.constantFrom(...routes),
        (odd, route) => {
          const [server, host, domain, selector, address, cc, unsubscribe, inReplyTo, mailer] = odd;
          const message = aSealedMessage({
            from: { address: address ?? '' },
            cc: [{ address: cc ?? '' }],
            delivery: aDelivery({
              route,
              host: host ?? '',
              dkim: { domain: domain ?? '', selector: selector ?? '', result: 'pass' },
              unsubscribe: unsubscribe ?? '',
              inReplyTo: inReplyTo ?? '',
              mailer: mailer ?? '',
            }),
          });
          const { lines } = sourceOf(
            message,
            { ...recipient, server: server ?? '', address: cc ?? '' },
            'ja',
          );
          for (const { segments } of lines)
            expect(segments.map(({ text }) => text).join('')).toMatch(/^[\u0020-\u007e]*$/);
        },
      ),
    );
  });

  it('names the host of an unsubscribe page in ASCII', () => {
    const delivery = aDelivery({ unsubscribe: 'https://例え.テスト/解除?a=é' });
    expect(sourceOf(aSealedMessage({ delivery }), recipient, 'ja').text).toContain(
      '<https://xn--r8jz45g.xn--zckzah/%E8%A7%A3%E9%99%A4?a=%C3%A9>',
    );
  });
});
