import { describe, expect, it } from 'vitest';
import { authenticationOf } from '../../../../src/core/email/compose/authentication.ts';
import { fieldValues, sourceOf } from '../../../../src/core/email/compose/headers.ts';
import { headerReadings } from '../../../../src/core/email/headers/header-reading.ts';
import { parseScenario } from '../../../../src/core/lint/parse.ts';
import type { DeclaredDelivery, ReceivedDelivery } from '../../../../src/core/scenario/format/delivery.ts';
import { layOut } from '../../../../src/core/scenario/layout/regions.ts';
import { aMessage, aScenario, aSealedMessage, both } from '../../../fixtures/builders.ts';

const hop = (by: string, at = '2026-04-08T10:15:05+09:00') => ({
  from: 'out.example.net',
  ip: '192.0.2.7',
  by,
  protocol: 'ESMTPS',
  at,
});

const delivery: ReceivedDelivery = {
  route: 'received',
  hops: [hop('mx.example5.co.jp'), hop('relay.example.net'), hop('a.example.net'), { by: 'b.example.net' }],
  messageId: '1a2b@mail.example.org',
  returnPath: 'bounce@example.net',
  sender: 'desk@example.net',
  spf: 'unknown',
  signatures: [
    { domain: 'example.net', selector: '20230601', result: 'pass' },
    { domain: 'example1.co.jp', selector: 's1', result: 'pass' },
  ],
  dmarc: 'bestguesspass',
  dmarcPolicy: 'unknown',
  arc: { result: 'pass', seals: ['one.example.org', 'two.example.org'] },
  charset: 'gb2312',
  zone: '+0800',
  priority: 'high',
  originatingIp: '198.51.100.4',
};
const { recipient } = aScenario();
const mail = aSealedMessage({ delivery, body: [{ kind: 'text', text: both('请看 now') }] });
const values = fieldValues(mail, recipient, 'en');
const rulesOf = (over: object, from = mail.from): readonly string[] => {
  const message = { ...aMessage({ from }), delivery: { ...delivery, ...over } };
  const text = JSON.stringify({ ...aScenario(), messages: [message] });
  return parseScenario(text, 'test.json').problems.map(({ rule, path }) => `${rule} ${path.at(-1)}`);
};

describe('a delivery as received', () => {
  it('is read, with a selector of digits, more than three hops and an unknown policy', () => {
    expect(rulesOf({})).toEqual([]);
  });

  it('may come without an address of the sender, which a declared one may not', () => {
    expect(rulesOf({}, { name: both('銀行'), address: '' })).toEqual([]);
  });

  it.each([
    ['hops', { hops: [] }],
    ['hops', { hops: Array.from({ length: 13 }, () => hop('x.example.net')) }],
    ['messageId', { messageId: 'two words' }],
    ['signatures', { signatures: Array.from({ length: 9 }, () => delivery.signatures[0]) }],
    ['spf', { spf: 'maybe' }],
    ['charset', { charset: 'x"; evil' }],
    ['zone', { zone: '+9900' }],
  ])('is refused by name with strange %s', (field, over) => {
    expect(rulesOf(over).join()).toContain(field);
  });

  it('has the same fields as a declared one, and says what the mail says', () => {
    expect(Object.keys(values)).toEqual(Object.keys(fieldValues(aSealedMessage(), recipient, 'en')));
    expect(layOut(mail).regions.filter(({ kind }) => kind === 'field')).toEqual(
      layOut(aSealedMessage()).regions.filter(({ kind }) => kind === 'field'),
    );
    expect(values).toMatchObject({
      messageId: '<1a2b@mail.example.org>',
      returnPath: '<bounce@example.net>',
      spf: 'unknown (example.net)',
      dkim: 'pass (example.net), pass (example1.co.jp)',
      arc: 'pass (one.example.org, two.example.org)',
      sentBy: 'desk@example.net',
      priority: '1 (Highest)',
      originatingIp: '198.51.100.4',
      mime: 'multipart/alternative; charset=GB2312',
    });
    expect(values.received3.split('\n')).toHaveLength(2);
  });

  it('counts the signature that belongs with the sender', () => {
    expect(authenticationOf(delivery, 'a@example1.co.jp')).toMatchObject({
      dkimDomain: 'example1.co.jp',
      alignedBy: 'dkim',
    });
  });

  it('has a source with every hop and signature, and notes no check that nobody made', () => {
    const { text } = sourceOf(mail, recipient, 'en');
    expect(text.match(/^Received:/gm)).toHaveLength(4);
    expect(text.match(/^DKIM-Signature:/gm)).toHaveLength(2);
    expect(text.match(/^ARC-Seal:/gm)).toHaveLength(2);
    expect(text).toContain('X-Priority: 1 (Highest)');
    expect(text).toContain('X-Originating-IP: [198.51.100.4]');
    expect(text).toContain('Sender: desk@example.net');
    const flaggable = sourceOf(mail, recipient, 'en').lines.flatMap(({ segments }) =>
      segments.map(({ region }) => region),
    );
    for (const field of ['sentBy', 'priority', 'originatingIp'])
      expect(flaggable).toContain(`field/${field}`);
    expect(text).not.toContain('spf=unknown');
    expect(text).toContain('请看 now');
  });

  it('invents nothing that the mail does not say', () => {
    const { messageId: _m, returnPath: _r, arc: _a, ...bare } = delivery;
    const message = aSealedMessage({ delivery: { ...bare, hops: [{}], signatures: [] } });
    expect(fieldValues(message, recipient, 'ja')).toMatchObject({
      messageId: '',
      returnPath: '',
      received2: '',
      received3: '',
      dkim: 'none',
      arc: 'none',
    });
    const said = new Map(headerReadings(message, recipient, 'ja').map(({ field, kind }) => [field, kind]));
    expect([said.get('messageId'), said.get('returnPath'), said.get('spf')]).toEqual(
      Array.from({ length: 3 }, () => 'notTold'),
    );
    expect([said.get('received2'), said.get('received3')]).toEqual(['hopAbsent', 'hopAbsent']);
  });

  it('may be declared with a priority and a machine, and names who sends for another', () => {
    const declared = aSealedMessage({
      delivery: {
        ...declaredDelivery(),
        route: 'service',
        envelope: 'bounce@mail.example.net',
        priority: 'high',
        originatingIp: '198.51.100.4',
      },
    });
    expect(fieldValues(declared, recipient, 'en')).toMatchObject({
      sentBy: 'bounce@mail.example.net',
      priority: '1 (Highest)',
      originatingIp: '198.51.100.4',
    });
    expect(sourceOf(declared, recipient, 'en').text).toContain('X-Priority: 1 (Highest)');
  });
});

function declaredDelivery(): DeclaredDelivery {
  const { delivery: plain } = aSealedMessage();
  if (plain.route === 'received') throw new Error('the builder declares its delivery');
  return plain;
}
