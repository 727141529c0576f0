import { describe, expect, it } from 'vitest';
import { authenticationOf, contradictions } from '../../../../src/core/email/compose/authentication.ts';
import type { DeclaredDelivery } from '../../../../src/core/scenario/format/delivery.ts';
import { aDelivery } from '../../../fixtures/builders.ts';

const from = 'support@example1.co.jp';
const spfResults = ['pass', 'fail', 'softfail', 'neutral', 'none'] as const;
const dkimResults = ['pass', 'fail', 'none'] as const;
const policies = ['absent', 'none', 'quarantine', 'reject'] as const;
const envelopes = [
  { envelope: 'a@example1.co.jp', aligned: true },
  { envelope: 'a@bounce.example1.co.jp', aligned: true },
  { envelope: 'a@example2.co.jp', aligned: false },
] as const;
const signers = [
  { domain: 'mail.example1.co.jp', aligned: true },
  { domain: 'example.net', aligned: false },
] as const;

describe('authenticationOf', () => {
  it('follows RFC 7489 in every combination of SPF, DKIM, alignment and policy', () => {
    for (const spf of spfResults)
      for (const dkim of dkimResults)
        for (const dmarcPolicy of policies)
          for (const { envelope, aligned: spfAligned } of envelopes)
            for (const { domain, aligned: dkimAligned } of signers) {
              const { dkim: _, ...unsigned } = aDelivery({ spf, envelope, dmarcPolicy });
              const delivery: DeclaredDelivery =
                dkim === 'none' ? unsigned : { ...unsigned, dkim: { domain, selector: 's', result: dkim } };
              const passes = (spf === 'pass' && spfAligned) || (dkim === 'pass' && dkimAligned);
              const expected = dmarcPolicy === 'absent' ? 'none' : passes ? 'pass' : 'fail';
              expect(authenticationOf(delivery, from).dmarc).toBe(expected);
            }
  });

  it('treats two customers of one rental service as two organisations', () => {
    const delivery = aDelivery({
      envelope: 'a@one.sakura.ne.jp',
      dkim: { domain: 'one.sakura.ne.jp', selector: 's', result: 'pass' },
    });
    expect(authenticationOf(delivery, 'b@two.sakura.ne.jp').alignedBy).toBe('none');
    expect(authenticationOf(delivery, 'b@one.sakura.ne.jp').alignedBy).toBe('both');
  });

  it('checks the server name of a bounce', () => {
    expect(authenticationOf(aDelivery({ route: 'bounce', envelope: '' }), from).spfDomain).toBe(
      'mail.example1.co.jp',
    );
  });
});

describe('contradictions', () => {
  const impossible: readonly (readonly [string, Partial<DeclaredDelivery>, string])[] = [
    ['a written dmarc that does not follow', { dmarc: 'fail' }, 'dmarc'],
    ['a bounce with a Return-Path', { route: 'bounce' }, 'envelope'],
    ['an empty Return-Path without a bounce', { envelope: '' }, 'envelope'],
    ['an envelope that is no address', { envelope: 'nobody' }, 'envelope'],
    [
      'a signing domain that is none',
      { dkim: { domain: 'a b', selector: 's', result: 'pass' } },
      'dkim.domain',
    ],
    ['a host that is no name', { host: 'a b' }, 'host'],
    [
      'a failing message under reject',
      { dmarcPolicy: 'reject', spf: 'fail', dkim: { domain: 'example.net', selector: 's', result: 'fail' } },
      'dmarcPolicy',
    ],
    ['an internal message from outside', { route: 'internal', ip: '240.0.0.1' }, 'ip'],
    ['an outside message from a private address', { ip: '10.0.0.1' }, 'ip'],
    ['an outside message from a private IPv6 address', { ip: 'fd00::1' }, 'ip'],
    ['a mailing service on the sender’s own server', { route: 'service' }, 'route'],
    ['a forwarder that passes SPF for somebody else', { route: 'forwarded', host: 'mx.example.net' }, 'spf'],
    ['an unsubscribe address that is no URL', { unsubscribe: 'stop@example.com' }, 'unsubscribe'],
    ['a zone nobody lives in', { zone: '+1900' }, 'zone'],
  ];
  for (const [title, overrides, path] of impossible) {
    it(`refuses ${title}`, () => {
      const found = contradictions(aDelivery(overrides), from);
      expect(found.map((one) => one.path.join('.'))).toContain(path);
      for (const { text } of found) expect(text.ja).not.toBe(text.en);
    });
  }

  it('refuses a sender that is no address', () => {
    expect(
      contradictions(aDelivery({ envelope: 'a@example.com' }), 'nobody').map(({ path }) => path),
    ).toEqual([['envelope']]);
  });

  const sound: readonly Partial<DeclaredDelivery>[] = [
    {},
    { dmarc: 'pass' },
    { route: 'bounce', envelope: '' },
    { route: 'internal', ip: '10.1.2.3', zone: '+0545' },
    { route: 'internal', ip: '192.0.2.3' },
    {
      route: 'service',
      host: 'out.hagaki-mail.example',
      envelope: 'b@bounce.hagaki-mail.example',
      unsubscribe: 'https://example.com/u?a=1',
    },
    { route: 'forwarded', host: 'mx.example.net', spf: 'fail' },
    {
      route: 'forwarded',
      host: 'mx.example.net',
      spf: 'fail',
      dmarcPolicy: 'reject',
      dkim: { domain: 'example1.co.jp', selector: 's', result: 'fail' },
    },
    {
      spf: 'fail',
      dkim: { domain: 'example.net', selector: 's', result: 'pass' },
      dmarcPolicy: 'quarantine',
    },
    { ip: '2001:db8::1', unsubscribe: 'mailto:stop@example.com' },
  ];
  it('accepts deliveries that happen in practice', () => {
    for (const overrides of sound) expect(contradictions(aDelivery(overrides), from)).toEqual([]);
  });
});
