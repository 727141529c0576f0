import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  headerReadings,
  type Reading,
  readingKinds,
} from '../../../../src/core/email/headers/header-reading.ts';
import type { DeclaredDelivery, ReceivedDelivery } from '../../../../src/core/scenario/format/delivery.ts';
import type { SealedMail } from '../../../../src/core/scenario/format/message.ts';
import { type Field, mailFields, languages } from '../../../../src/core/scenario/format/vocabulary.ts';
import en from '../../../../src/i18n/en/headers.json' with { type: 'json' };
import ja from '../../../../src/i18n/ja/headers.json' with { type: 'json' };
import { aDelivery, aScenario, aSealedMessage, both } from '../../../fixtures/builders.ts';

const { recipient } = aScenario();

function readingOf(field: Field, overrides: Partial<SealedMail>): Reading {
  const found = headerReadings(aSealedMessage(overrides), recipient, 'ja').find(
    (reading) => reading.field === field,
  );
  if (found === undefined) throw new Error(`no reading of ${field}`);
  return found;
}

const delivered = (overrides: Partial<DeclaredDelivery>): Partial<SealedMail> => ({
  delivery: aDelivery(overrides),
});
const signed = (domain: string, result: 'pass' | 'fail' = 'pass'): Partial<DeclaredDelivery> => ({
  dkim: { domain, selector: 's1', result },
});
const unsigned = (): DeclaredDelivery => {
  const { dkim: _, ...rest } = aDelivery();
  return rest;
};
const elsewhere = 'bounce@mail.example.net';

/** Every kind with the smallest change to a message that produces it. The sender is support@example1.co.jp. */
/** As received, with next to nothing in the header. */
function received(overrides: Partial<ReceivedDelivery> = {}) {
  const delivery: ReceivedDelivery = {
    route: 'received',
    hops: [{ by: 'mx.example5.co.jp' }],
    spf: 'none',
    signatures: [],
    dmarc: 'none',
    dmarcPolicy: 'unknown',
    charset: 'utf-8',
    zone: '+0900',
    ...overrides,
  };
  return { delivery };
}

const cases: readonly (readonly [Field, Reading['kind'], Partial<SealedMail>])[] = [
  ['subject', 'subject', {}],
  ['fromName', 'namePlain', {}],
  ['fromName', 'nameAbsent', { from: { address: 'support@example1.co.jp' } }],
  [
    'fromName',
    'nameHoldsAddress',
    { from: { name: both('help@example.ad.jp'), address: 'support@example1.co.jp' } },
  ],
  ['fromAddress', 'fromDomain', {}],
  ['fromAddress', 'unreadable', { from: { address: 'no address' } }],
  ['to', 'toYou', { to: [{ address: 'Yamada@example5.co.jp' }] }],
  [
    'to',
    'toYouInCc',
    { to: [{ address: 'all@example5.co.jp' }], cc: [{ address: 'yamada@example5.co.jp' }] },
  ],
  ['to', 'toOthers', { to: [{ address: 'all@example5.co.jp' }] }],
  ['cc', 'ccAbsent', {}],
  ['cc', 'ccPresent', { cc: [{ address: 'accounts@example5.co.jp' }] }],
  ['date', 'dateOwnZone', {}],
  ['date', 'dateOtherZone', delivered({ zone: '-0330' })],
  ['replyTo', 'replyAbsent', {}],
  ['replyTo', 'replySame', { replyTo: { address: 'desk@help.example1.co.jp' } }],
  ['replyTo', 'replyOther', { replyTo: { address: 'desk@example2.co.jp' } }],
  ['replyTo', 'unreadable', { replyTo: { address: 'desk' } }],
  ['sentBy', 'sentByAbsent', {}],
  ['sentBy', 'sentBySame', received({ sender: 'desk@help.example1.co.jp' })],
  ['sentBy', 'sentByOther', delivered({ route: 'service', envelope: elsewhere })],
  ['sentBy', 'unreadable', received({ sender: 'desk' })],
  ['returnPath', 'returnEmpty', delivered({ route: 'bounce', envelope: '' })],
  ['returnPath', 'returnSame', delivered({ envelope: 'bounce@mail.example1.co.jp' })],
  ['returnPath', 'returnSame', {}],
  ['returnPath', 'returnOther', delivered({ envelope: elsewhere })],
  ['returnPath', 'unreadable', delivered({ envelope: 'bounce' })],
  ['messageId', 'idSame', {}],
  ['messageId', 'idOther', delivered({ host: 'mail.example.net' })],
  ['spf', 'spfPassSame', {}],
  ['spf', 'spfPassOther', delivered({ envelope: elsewhere })],
  ['spf', 'spfFail', delivered({ spf: 'fail' })],
  ['spf', 'spfFail', delivered({ spf: 'fail', envelope: elsewhere })],
  ['spf', 'spfSoftfail', delivered({ spf: 'softfail' })],
  ['spf', 'spfNeutral', delivered({ spf: 'neutral' })],
  ['spf', 'spfNone', delivered({ spf: 'none' })],
  ['dkim', 'dkimPassSame', delivered(signed('mail.example1.co.jp'))],
  ['dkim', 'dkimPassOther', delivered(signed('example.net'))],
  ['dkim', 'dkimFail', delivered(signed('example1.co.jp', 'fail'))],
  ['dkim', 'dkimNone', { delivery: unsigned() }],
  ['dmarc', 'dmarcPassBoth', {}],
  ['dmarc', 'dmarcPassSpf', { delivery: unsigned() }],
  ['dmarc', 'dmarcPassDkim', delivered({ spf: 'fail', dmarcPolicy: 'reject' })],
  ['dmarc', 'dmarcPassDkim', delivered({ envelope: elsewhere, dmarcPolicy: 'quarantine' })],
  ['dmarc', 'dmarcFailNone', delivered({ ...signed('example.net'), envelope: elsewhere })],
  [
    'dmarc',
    'dmarcFailQuarantine',
    delivered({ ...signed('example1.co.jp', 'fail'), spf: 'fail', dmarcPolicy: 'quarantine' }),
  ],
  [
    'dmarc',
    'dmarcFailReject',
    delivered({ ...signed('example1.co.jp', 'fail'), spf: 'fail', dmarcPolicy: 'reject', route: 'list' }),
  ],
  ['dmarc', 'dmarcNone', delivered({ dmarcPolicy: 'absent' })],
  ['arc', 'arcNone', {}],
  ['arc', 'arcPass', delivered({ route: 'list' })],
  ['arc', 'arcPass', delivered({ route: 'forwarded' })],
  ['received1', 'handedOverSame', {}],
  ['received1', 'handedOverOther', delivered({ host: 'mail.example.net' })],
  ['received2', 'hopWithin', {}],
  ['received2', 'hopBetween', delivered({ route: 'forwarded', host: 'mail.example.net' })],
  ['received3', 'hopFromClient', {}],
  ['received3', 'hopFromProgram', delivered({ route: 'service', host: 'mail.example.net' })],
  ['received3', 'hopMadeHere', delivered({ route: 'bounce', envelope: '' })],
  ['originatingIp', 'originAbsent', received()],
  ['originatingIp', 'originPresent', delivered({ originatingIp: '198.51.100.7' })],
  ['originatingIp', 'originPresent', received({ originatingIp: '2001:db8::7' })],
  ['priority', 'priorityAbsent', {}],
  ['priority', 'priorityHigh', delivered({ priority: 'high' })],
  ['priority', 'priorityNormal', received({ priority: 'normal' })],
  ['priority', 'priorityLow', received({ priority: 'low' })],
  ['mailer', 'mailerAbsent', {}],
  ['mailer', 'mailerPresent', delivered({ mailer: 'Foxmail 7.2' })],
  ['unsubscribe', 'unsubscribeAbsent', {}],
  ['unsubscribe', 'unsubscribeSame', delivered({ unsubscribe: 'https://www.example1.co.jp/stop' })],
  ['unsubscribe', 'unsubscribeSame', delivered({ unsubscribe: 'mailto:stop@example1.co.jp?subject=stop' })],
  // The part before the @ of a URL is not its host.
  ['unsubscribe', 'unsubscribeOther', delivered({ unsubscribe: 'https://example1.co.jp@example.net/' })],
  ['unsubscribe', 'unreadable', delivered({ unsubscribe: 'mailto:stop' })],
  ['mime', 'mimeUtf8', {}],
  ['mime', 'mimeJis', delivered({ charset: 'iso-2022-jp' })],
  ['mime', 'mimeOther', received({ charset: 'gb2312' })],
  ['messageId', 'notTold', received()],
  ['fromAddress', 'notTold', { ...received(), from: { address: '' } }],
  ['replyTo', 'notTold', { ...received(), from: { address: '' } }],
  ['returnPath', 'notTold', received()],
  ['spf', 'notTold', received({ spf: 'unknown' })],
  ['spf', 'resultOther', received({ spf: 'temperror' })],
  ['dmarc', 'dmarcPass', received({ dmarc: 'pass' })],
  ['dmarc', 'dmarcFail', received({ dmarc: 'fail' })],
  ['received1', 'hopSeen', received()],
  ['received2', 'hopAbsent', received()],
];

describe('the reading of a field', () => {
  it.each(cases)('of %s is %s', (field, kind, overrides) => {
    expect(readingOf(field, overrides).kind).toBe(kind);
  });

  it('is tested for every kind', () => {
    expect(new Set(cases.map(([, kind]) => kind))).toEqual(new Set(readingKinds));
  });

  it('names the domain that SPF checked, not that of From', () => {
    expect(readingOf('spf', delivered({ envelope: elsewhere })).values).toMatchObject({
      domain: 'mail.example.net',
      from: 'example1.co.jp',
      ip: '192.0.2.25',
    });
  });

  it('names the host name of the server for SPF if Return-Path is empty (RFC 7208, 2.4)', () => {
    const bounce = delivered({ route: 'bounce', envelope: '' });
    expect(readingOf('spf', bounce).values['domain']).toBe('mail.example1.co.jp');
  });

  it('treats two customers of a shared domain as two organisations', () => {
    const message = { from: { address: 'one@a.sakura.ne.jp' }, replyTo: { address: 'two@b.sakura.ne.jp' } };
    expect(readingOf('replyTo', message).kind).toBe('replyOther');
  });

  it('gives the time in the sender’s zone and in ours', () => {
    expect(readingOf('date', delivered({ zone: '-0330' })).values).toEqual({
      time: '2026-04-07 21:45:00',
      zone: 'UTC-3:30',
      ownTime: '2026-04-08 10:15:00',
      ownZone: 'UTC+9',
    });
  });

  it('calls +0000 and -0000 UTC', () => {
    expect(readingOf('date', delivered({ zone: '+0000' })).values['zone']).toBe('UTC');
    expect(readingOf('date', { sent: '2026-04-08T10:15:00Z', ...delivered({ zone: '-0000' }) }).kind).toBe(
      'dateOwnZone',
    );
  });

  it.each(['+0900', '-0800', '+0545'])(
    'gives the hops in our zone, oldest first, if they wrote %s',
    (zone) => {
      const times = (['received3', 'received2', 'received1'] as const).map(
        (field) => readingOf(field, delivered({ zone })).values['time'] ?? '',
      );
      expect(times).toEqual(times.toSorted());
      for (const time of times) expect(time).toMatch(/^2026-04-08 10:15:\d\d$/);
    },
  );

  it('counts the seconds from the Date of the sender to our own server', () => {
    const { seconds, time } = readingOf('received1', {}).values;
    expect(time).toBe(`2026-04-08 10:15:${String(seconds).padStart(2, '0')}`);
  });
});

describe('the list of readings', () => {
  it('has the same fields in the same order for any message, and never throws', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
    const messages = fc.record({
      name: maybe(text),
      address: text,
      sent: fc.oneof(text, fc.constant('2026-04-08T10:15:00+09:00')),
      replyTo: maybe(text),
      host: text,
      envelope: maybe(text),
      domain: maybe(text),
      zone: fc.oneof(text, fc.constantFrom('+0900', '-1200', '+1400')),
      unsubscribe: maybe(text),
      route: fc.constantFrom('direct', 'service', 'list', 'forwarded', 'bounce', 'internal' as const),
      spf: fc.constantFrom('pass', 'fail', 'softfail', 'neutral', 'none' as const),
      dmarcPolicy: fc.constantFrom('absent', 'none', 'quarantine', 'reject' as const),
    });
    fc.assert(
      fc.property(messages, fc.constantFrom(...languages), (given, language) => {
        const { dkim: _, ...plain } = aDelivery();
        const readings = headerReadings(
          aSealedMessage({
            from: { address: given.address, ...(given.name !== undefined && { name: both(given.name) }) },
            sent: given.sent,
            ...(given.replyTo !== undefined && { replyTo: { address: given.replyTo } }),
            delivery: {
              ...plain,
              route: given.route,
              host: given.host,
              spf: given.spf,
              dmarcPolicy: given.dmarcPolicy,
              zone: given.zone,
              ...(given.envelope !== undefined && { envelope: given.envelope }),
              ...(given.domain !== undefined && signed(given.domain)),
              ...(given.unsubscribe !== undefined && { unsubscribe: given.unsubscribe }),
            },
          }),
          recipient,
          language,
        );
        expect(readings.map(({ field }) => field)).toEqual(mailFields);
      }),
    );
  });
});

describe('the sentences of a reading', () => {
  const sentences = { ja, en };

  it.each(languages)('exist in %s for every field and kind, and for nothing else', (language) => {
    const { reading } = sentences[language];
    expect(Object.keys(reading.what).toSorted()).toEqual([...mailFields].toSorted());
    expect(Object.keys(reading.limit).toSorted()).toEqual([...mailFields].toSorted());
    expect(Object.keys(reading.says).toSorted()).toEqual([...readingKinds].toSorted());
  });

  it.each(languages)('find in %s a value for every placeholder', (language) => {
    for (const [field, kind, overrides] of cases) {
      const needed = [...sentences[language].reading.says[kind].matchAll(/\{\{(\w+)\}\}/g)].map(
        ([, name]) => name,
      );
      const { values } = readingOf(field, overrides);
      for (const name of needed) expect(values[name ?? ''], `${kind}: ${name}`).toMatch(/\S/);
    }
  });

  it('name the same values in both languages', () => {
    const named = (text: string): readonly string[] => [...new Set(text.match(/\{\{\w+\}\}/g))].toSorted();
    for (const kind of readingKinds)
      expect(named(en.reading.says[kind]), kind).toEqual(named(ja.reading.says[kind]));
  });

  it.each(languages)('call no message guilty or innocent in %s', (language) => {
    const verdicts = {
      ja: /(偽物|詐欺|フィッシング|安全|本物)(です|でしょう|だと分かります)/,
      en: /\b(this|the message|it) (is|must be) (a )?(fake|phishing|phish|scam|safe|genuine)\b/i,
    };
    const { says, limit } = sentences[language].reading;
    for (const text of [...Object.values(says), ...Object.values(limit)])
      expect(text).not.toMatch(verdicts[language]);
  });

  // A passed check is about a domain. The list of what it does not prove keeps players from trusting it too much.
  it('say what a pass does not prove, and that a fail can have harmless causes', () => {
    for (const field of ['spf', 'dkim', 'dmarc'] as const) {
      for (const { reading } of [ja, en]) expect(reading.limit[field]).toMatch(/pass[\s\S]*fail/);
    }
  });
});
