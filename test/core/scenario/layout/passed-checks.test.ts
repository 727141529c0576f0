import { expect, it } from 'vitest';
import { isFromOutside } from '../../../../src/core/scenario/layout/passed-checks.ts';
import type { DeclaredDelivery } from '../../../../src/core/scenario/format/delivery.ts';
import type { MailboxKind } from '../../../../src/core/scenario/format/vocabulary.ts';
import { aMailWith, both } from '../../engine/builders.ts';

const delivery: DeclaredDelivery = {
  route: 'direct',
  host: 'out5.kumokago.example',
  ip: '203.0.113.105',
  spf: 'pass',
  dmarcPolicy: 'none',
  charset: 'utf-8',
  zone: '+0900',
};
const signedBy = (domain: string) => ({ domain, selector: 'a', result: 'pass' as const });

const isOutside = (
  from: string,
  over: Partial<DeclaredDelivery> = {},
  mailbox: MailboxKind = 'work',
): boolean =>
  isFromOutside(aMailWith(undefined, { from: { address: from }, delivery: { ...delivery, ...over } }), {
    name: both('Aoi Yamada'),
    address: 'yamada@example5.co.jp',
    organization: both('Example Co., Ltd.'),
    server: 'mx.example5.co.jp',
    mailbox,
  });

it.each<[string, boolean, string, Partial<DeclaredDelivery>]>([
  ['a stranger’s mail', true, 'info@kamome-bin.example', { dkim: signedBy('kamome-bin.example') }],
  ['a look-alike of the company', true, 'ito@example5.co.jp.example', {}],
  ['mail that never left the company', false, 'ito@example5.co.jp', { route: 'internal', spf: 'none' }],
  ['a colleague’s mail by a mail service', false, 'ito@example5.co.jp', { dkim: signedBy('example5.co.jp') }],
  ['mail of a part of the company', false, 'vm@tel.example5.co.jp', { dkim: signedBy('example5.co.jp') }],
  ['a forged colleague', true, 'ito@example5.co.jp', { host: 'mail9.example.net', spf: 'softfail' }],
  [
    'a forged colleague whose signature is somebody else’s',
    true,
    'ito@example5.co.jp',
    { envelope: 'a@mailer.example', dkim: signedBy('mailer.example') },
  ],
  [
    'a bounce by a server of the company',
    false,
    'MAILER-DAEMON@mx.example5.co.jp',
    { route: 'bounce', host: 'mx.example5.co.jp', spf: 'none', dmarcPolicy: 'absent' },
  ],
  [
    'a bounce by another server in the company’s name',
    true,
    'MAILER-DAEMON@mx.example5.co.jp',
    { route: 'bounce', host: 'mx.example.net', spf: 'none', dmarcPolicy: 'absent' },
  ],
])('marks %s by the way it took: %s', (_, isMarked, from, over) => {
  expect(isOutside(from, over)).toBe(isMarked);
});

it('marks nothing in a private mailbox', () => {
  expect(isOutside('info@kamome-bin.example', {}, 'private')).toBe(false);
});
