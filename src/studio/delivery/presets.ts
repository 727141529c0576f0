/** Ways in which a mail can have come, each as the delivery that follows from it. */
import type { JsonValue } from '../../core/draft/json.ts';
import { memberOf } from '../../core/draft/json.ts';
import { parseAddress } from '../../core/email/compose/address.ts';
import { declaredDeliverySchema, type DeclaredDelivery } from '../../core/scenario/format/delivery.ts';

/** The presets; a digit chooses each. */
export const presets = [
  'own',
  'lookAlike',
  'forged',
  'hijacked',
  'service',
  'list',
  'internal',
  'thread',
] as const;
/** The name of a preset. */
export type Preset = (typeof presets)[number];

type Check = 'spf' | 'dkim' | 'dmarc';

/** What the receiving server notes; absent: nothing. */
export const resultsOf = {
  own: { spf: 'pass', dkim: 'pass', dmarc: 'pass' },
  lookAlike: { spf: 'pass', dkim: 'pass', dmarc: 'pass' },
  forged: { spf: 'fail', dmarc: 'fail' },
  hijacked: { spf: 'pass', dkim: 'pass', dmarc: 'pass' },
  service: { spf: 'pass', dkim: 'pass', dmarc: 'pass' },
  list: { spf: 'pass', dkim: 'fail' },
  internal: {},
  thread: { spf: 'pass' },
} as const satisfies Readonly<Record<Preset, Readonly<Partial<Record<Check, 'pass' | 'fail'>>>>>;

/** Addresses that documents may use (RFC 5737), so that no real server is named. */
const addressOf = { own: '192.0.2.10', elsewhere: '203.0.113.66', service: '198.51.100.20' } as const;

/** The delivery of a preset for a mail. Its character set, clock and mail program stay as they are. */
export function deliveryOf(preset: Preset, mail: JsonValue, recipientServer: string): DeclaredDelivery {
  const from = memberOf(memberOf(mail, 'from'), 'address');
  const domain = parseAddress(typeof from === 'string' ? from : '')?.domain ?? 'example.com';
  const before = memberOf(mail, 'delivery');
  const base = { charset: kept(before, 'charset', 'utf-8'), zone: kept(before, 'zone', '+0900') };
  const signed = { dkim: { domain, selector: 'mail', result: 'pass' } };
  const own = { host: `mail.${domain}`, ip: addressOf.own };
  return declaredDeliverySchema.parse({ ...base, ...partsOf() });

  function partsOf() {
    switch (preset) {
      case 'own':
      case 'hijacked':
        return { route: 'direct', ...own, spf: 'pass', ...signed, dmarcPolicy: 'reject' };
      case 'lookAlike':
        // Whoever owns the other domain can publish all records for it.
        return {
          route: 'direct',
          host: `mail.${domain}`,
          ip: addressOf.elsewhere,
          spf: 'pass',
          ...signed,
          dmarcPolicy: 'none',
        };
      case 'forged':
        return {
          route: 'direct',
          host: 'mail.example.net',
          ip: addressOf.elsewhere,
          spf: 'fail',
          dmarcPolicy: 'none',
        };
      case 'service':
        return {
          route: 'service',
          host: 'mta.mailservice.example',
          ip: addressOf.service,
          envelope: 'bounce@mailservice.example',
          spf: 'pass',
          ...signed,
          dmarcPolicy: 'none',
        };
      case 'list':
        // The list adds a number to the subject, so the signature no longer fits.
        return {
          route: 'list',
          host: 'lists.example.org',
          ip: addressOf.service,
          envelope: 'bounces@lists.example.org',
          spf: 'pass',
          dkim: { domain, selector: 'mail', result: 'fail' },
          dmarcPolicy: 'none',
        };
      case 'internal':
        return {
          route: 'internal',
          host: recipientServer,
          ip: addressOf.own,
          spf: 'none',
          dmarcPolicy: 'absent',
        };
      case 'thread':
        return {
          route: 'direct',
          host: `mail.${domain}`,
          ip: addressOf.elsewhere,
          spf: 'pass',
          dmarcPolicy: 'none',
          inReplyTo: `<20260101.thread@${domain}>`,
        };
    }
  }
}

function kept(delivery: JsonValue | undefined, field: string, otherwise: string): string {
  const value = memberOf(delivery, field);
  if (typeof value !== 'string') return otherwise;
  // A received mail can have any character set, a declared one only these.
  return field !== 'charset' || ['utf-8', 'iso-2022-jp'].includes(value) ? value : otherwise;
}
