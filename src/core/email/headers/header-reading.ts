/** What each header field of a message says. The list is the same for every message. It describes; it never judges. */
import type { CheckResult, DeclaredDelivery, ReceivedDelivery } from '../../scenario/format/delivery.ts';
import type { SealedMail } from '../../scenario/format/message.ts';
import { type Language, type MailField, mailFields } from '../../scenario/format/vocabulary.ts';
import { addressInName } from '../compose/address.ts';
import { type Authentication, authenticationOf, domainOf, envelopeOf } from '../compose/authentication.ts';
import { civilTime, instantOf } from '../compose/calendar.ts';
import {
  isRelayed,
  messageIdOf,
  originOf,
  receivedOf,
  type Recipient,
  senderFieldOf,
  zoneOf,
} from '../compose/delivery.ts';
import { organisationOf } from '../url/ownership.ts';
import { mimeBody } from '../compose/mime.ts';
import { addressesMeant } from '../../url/pasted.ts';
import { type ReceivedHop, receivedHop } from './received.ts';

/**
 * Everything that a field can say. "Same" and "Other" compare the registrable domain with that of the From address,
 * as relaxed alignment does (RFC 7489, 3.1). Check results are those of RFC 8601.
 */
export const readingKinds = [
  'subject',
  'nameAbsent',
  'namePlain',
  'nameHoldsAddress',
  'fromDomain',
  'toYou',
  'toYouInCc',
  'toOthers',
  'ccAbsent',
  'ccPresent',
  'dateOwnZone',
  'dateOtherZone',
  'replyAbsent',
  'replySame',
  'replyOther',
  'sentByAbsent',
  'sentBySame',
  'sentByOther',
  'returnEmpty',
  'returnSame',
  'returnOther',
  'idSame',
  'idOther',
  'spfPassSame',
  'spfPassOther',
  'spfFail',
  'spfSoftfail',
  'spfNeutral',
  'spfNone',
  'dkimPassSame',
  'dkimPassOther',
  'dkimFail',
  'dkimNone',
  'dmarcPassSpf',
  'dmarcPassDkim',
  'dmarcPassBoth',
  'dmarcFailNone',
  'dmarcFailQuarantine',
  'dmarcFailReject',
  'dmarcNone',
  'arcNone',
  'arcPass',
  'handedOverSame',
  'handedOverOther',
  'hopWithin',
  'hopBetween',
  'hopFromClient',
  'hopFromProgram',
  'hopMadeHere',
  'originAbsent',
  'originPresent',
  'mailerAbsent',
  'mailerPresent',
  'priorityAbsent',
  'priorityHigh',
  'priorityNormal',
  'priorityLow',
  'unsubscribeAbsent',
  'unsubscribeSame',
  'unsubscribeOther',
  'mimeUtf8',
  'mimeJis',
  'mimeOther',
  'notTold',
  'resultOther',
  'dmarcPass',
  'dmarcFail',
  'hopSeen',
  'hopAbsent',
  'unreadable',
] as const;
/** What a field says. */
export type ReadingKind = (typeof readingKinds)[number];

/** One field and what it says. */
export interface Reading {
  readonly field: MailField;
  readonly kind: ReadingKind;
  /** Names, addresses and times to insert into this kind's sentence. */
  readonly values: Readonly<Record<string, string>>;
}

/** One reading for every field of the format, in the format's order. */
export function headerReadings(
  message: SealedMail,
  recipient: Recipient,
  language: Language,
): readonly Reading[] {
  const { delivery, from } = message;
  const domain = domainOf(from.address);
  const given: Given = {
    message,
    recipient,
    language,
    domain,
    organisation: organisationOf(domain) ?? domain,
    found: authenticationOf(delivery, from.address),
    ownZone: zoneOf(message.sent),
    hops: receivedOf(message, recipient).map(receivedHop),
  };
  return mailFields.map((field) => {
    const { kind, values } = read[field](given);
    return { field, kind, values: withoutGaps(values) };
  });
}

/** A received mail may lack what a sentence names, such as the sender's domain. */
const withoutGaps = (values: Reading['values']): Reading['values'] =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === '' ? '?' : value]));

interface Given {
  readonly message: SealedMail;
  readonly recipient: Recipient;
  readonly language: Language;
  /** The registrable domain of the From address; empty if the address is invalid. */
  readonly domain: string;
  readonly organisation: string;
  readonly found: Authentication;
  /** The time zone of our own server, such as +0900. */
  readonly ownZone: string;
  /** Newest first. */
  readonly hops: readonly ReceivedHop[];
}

type Said = Omit<Reading, 'field'>;

const say = (kind: ReadingKind, values: Reading['values'] = {}): Said => ({ kind, values });

/** The reading of a field that depends on how the delivery is written. */
const byKind =
  (
    ofDeclared: (given: Given, delivery: DeclaredDelivery) => Said,
    ofReceived: (given: Given, delivery: ReceivedDelivery) => Said,
  ) =>
  (given: Given): Said => {
    const { delivery } = given.message;
    return delivery.route === 'received' ? ofReceived(given, delivery) : ofDeclared(given, delivery);
  };

const read: Readonly<Record<MailField, (given: Given) => Said>> = {
  subject: () => say('subject'),
  fromName: ({ message: { from }, language }) => {
    const name = from.name?.[language] ?? '';
    if (name === '') return say('nameAbsent');
    const inName = addressInName(name);
    if (inName === undefined) return say('namePlain', { name });
    return say('nameHoldsAddress', { inName, address: from.address });
  },
  fromAddress: ({ message: { from }, domain, organisation }) =>
    from.address === ''
      ? say('notTold')
      : domain === ''
        ? say('unreadable')
        : say('fromDomain', { domain, organisation }),
  to: ({ message: { to, cc = [] }, recipient }) => {
    const isYou = ({ address }: { readonly address: string }): boolean =>
      address.toLowerCase() === recipient.address.toLowerCase();
    if (to.some(isYou)) return say('toYou');
    return say(cc.some(isYou) ? 'toYouInCc' : 'toOthers');
  },
  cc: ({ message: { cc = [] } }) =>
    cc.length === 0 ? say('ccAbsent') : say('ccPresent', { number: String(cc.length) }),
  date: ({ message: { sent, delivery }, ownZone }) => {
    const instant = instantOf(sent);
    const written = { time: clockTime(instant, delivery.zone), zone: zoneName(delivery.zone) };
    if (minutesOf(delivery.zone) === minutesOf(ownZone)) return say('dateOwnZone', written);
    return say('dateOtherZone', {
      ...written,
      ownTime: clockTime(instant, ownZone),
      ownZone: zoneName(ownZone),
    });
  },
  replyTo: ({ message: { replyTo, from }, domain, organisation }) => {
    if (replyTo === undefined)
      return from.address === '' ? say('notTold') : say('replyAbsent', { address: from.address });
    const { address } = replyTo;
    if (domainOf(address) === '') return say('unreadable');
    return isWithin(domainOf(address), organisation)
      ? say('replySame', { address, organisation })
      : say('replyOther', { address, domain });
  },
  sentBy: ({ message, domain, organisation }) => {
    const address = senderFieldOf(message);
    if (address === undefined) return say('sentByAbsent');
    if (domainOf(address) === '') return say('unreadable');
    return isWithin(domainOf(address), organisation)
      ? say('sentBySame', { address, organisation })
      : say('sentByOther', { address, domain });
  },
  returnPath: ({ message: { delivery, from }, domain, organisation }) => {
    const address = envelopeOf(delivery, from.address);
    if (address === undefined) return say('notTold');
    if (address === '') return say('returnEmpty');
    if (domainOf(address) === '') return say('unreadable');
    return isWithin(domainOf(address), organisation)
      ? say('returnSame', { address, organisation })
      : say('returnOther', { address, domain });
  },
  messageId: ({ message, domain, organisation }) => {
    const id = messageIdOf(message);
    if (id === undefined) return say('notTold');
    const host = message.delivery.route === 'received' ? hostOfId(id) : originOf(message);
    return isWithin(host, organisation) ? say('idSame', { host }) : say('idOther', { host, domain });
  },
  spf: ({ message: { delivery }, found, domain }) => {
    const ip = delivery.route === 'received' ? delivery.hops[0]?.ip : delivery.ip;
    const values = { domain: found.spfDomain, ip: ip ?? '?', from: domain };
    switch (found.spf) {
      case 'pass':
        return say(isAlignedBy(found, 'spf') ? 'spfPassSame' : 'spfPassOther', values);
      case 'fail':
        return say('spfFail', values);
      case 'softfail':
        return say('spfSoftfail', values);
      case 'neutral':
        return say('spfNeutral', values);
      case 'none':
        return say('spfNone', values);
      default:
        return uncertain(found.spf);
    }
  },
  dkim: ({ found, domain }) => {
    const values = { domain: found.dkimDomain ?? '', from: domain };
    switch (found.dkim) {
      case 'pass':
        return say(isAlignedBy(found, 'dkim') ? 'dkimPassSame' : 'dkimPassOther', values);
      case 'fail':
        return say('dkimFail', values);
      case 'none':
        return say('dkimNone');
      default:
        return uncertain(found.dkim);
    }
  },
  dmarc: ({ message: { delivery }, found, domain }) => {
    const values = { domain, spfDomain: found.spfDomain, dkimDomain: found.dkimDomain ?? '' };
    if (found.dmarc === 'pass') return say(passOf(found) ?? 'dmarcPass', values);
    if (found.dmarc === 'none') return say('dmarcNone', values);
    if (found.dmarc !== 'fail') return uncertain(found.dmarc);
    switch (delivery.dmarcPolicy) {
      case 'none':
        return say('dmarcFailNone', values);
      case 'quarantine':
        return say('dmarcFailQuarantine', values);
      case 'reject':
        return say('dmarcFailReject', values);
      case 'absent':
      case 'unknown':
        return say('dmarcFail', values);
    }
  },
  arc: byKind(
    (_, { route, host }) =>
      isRelayed(route) ? say('arcPass', { host: organisationOf(host) ?? host }) : say('arcNone'),
    (_, { arc }) => {
      if (arc === undefined) return say('arcNone');
      return arc.result === 'pass'
        ? say('arcPass', { host: arc.seals.join(', ') || '?' })
        : uncertain(arc.result);
    },
  ),
  received1: byKind(
    (given, { host, ip }) => handedOver(given, { host, ip }),
    (given, { hops: [newest] }) =>
      newest?.from === undefined || newest.ip === undefined || newest.at === undefined
        ? hopSeen(given, 0)
        : handedOver(given, { host: newest.from, ip: newest.ip }),
  ),
  received2: byKind(
    ({ message, ownZone, hops: [, middle] }, { route, host }) =>
      say(isRelayed(route) ? 'hopBetween' : 'hopWithin', {
        from: originOf(message),
        by: host,
        time: clockTime(middle?.date?.instant ?? Number.NaN, ownZone),
        zone: zoneName(ownZone),
      }),
    (given) => hopSeen(given, 1),
  ),
  received3: byKind(
    ({ message, ownZone, hops: [, , oldest] }, { route }) => {
      const values = {
        from: oldest?.from ?? '',
        by: originOf(message),
        time: clockTime(oldest?.date?.instant ?? Number.NaN, ownZone),
        zone: zoneName(ownZone),
      };
      switch (route) {
        case 'direct':
        case 'internal':
        case 'list':
        case 'forwarded':
          return say('hopFromClient', values);
        case 'service':
          return say('hopFromProgram', values);
        case 'bounce':
          return say('hopMadeHere', values);
      }
    },
    (given, { hops }) => hopSeen(given, Math.max(2, hops.length - 1)),
  ),
  originatingIp: ({ message: { delivery } }) =>
    delivery.originatingIp === undefined
      ? say('originAbsent')
      : say('originPresent', { ip: delivery.originatingIp }),
  mailer: ({ message: { delivery } }) =>
    delivery.mailer === undefined ? say('mailerAbsent') : say('mailerPresent', { mailer: delivery.mailer }),
  priority: ({ message: { delivery } }) => say(priorityKinds[delivery.priority ?? 'absent']),
  unsubscribe: ({ message: { delivery }, domain, organisation }) => {
    if (delivery.unsubscribe === undefined) return say('unsubscribeAbsent');
    const host = hostOf(delivery.unsubscribe);
    if (host === '') return say('unreadable');
    return isWithin(host, organisation)
      ? say('unsubscribeSame', { host })
      : say('unsubscribeOther', { host, domain });
  },
  mime: ({ message, language }) => {
    const { type, charset } = mimeBody(message, language);
    if (charset !== 'utf-8' && charset !== 'iso-2022-jp') return say('mimeOther', { type, charset });
    return say(charset === 'utf-8' ? 'mimeUtf8' : 'mimeJis', { type });
  },
};

const priorityKinds = {
  absent: 'priorityAbsent',
  high: 'priorityHigh',
  normal: 'priorityNormal',
  low: 'priorityLow',
} as const;

/** A result that settles nothing: no check, or one that failed to run. */
const uncertain = (result: CheckResult): Said =>
  result === 'unknown' ? say('notTold') : say('resultOther', { result });

function handedOver(
  { message: { sent }, recipient, organisation, domain, ownZone, hops: [newest] }: Given,
  { host, ip }: { readonly host: string; readonly ip: string },
): Said {
  const instant = newest?.date?.instant ?? Number.NaN;
  const values = {
    host,
    ip,
    server: recipient.server,
    time: clockTime(instant, ownZone),
    zone: zoneName(ownZone),
    seconds: String(Math.round((instant - instantOf(sent)) / 1_000)),
    domain,
  };
  return say(isWithin(host, organisation) ? 'handedOverSame' : 'handedOverOther', values);
}

/** What a hop of a received mail says; servers leave out what they like. */
function hopSeen({ hops }: Given, index: number): Said {
  const hop = hops[index];
  if (hop === undefined) return say('hopAbsent');
  return say('hopSeen', { from: hop.from ?? hop.ip ?? '?', by: hop.by ?? '?' });
}

const hostOfId = (id: string): string =>
  id
    .slice(id.lastIndexOf('@') + 1)
    .replace('>', '')
    .toLowerCase();

/** Whether a host belongs to an organisation, given its registrable domain. */
function isWithin(host: string, organisation: string): boolean {
  return organisation !== '' && organisationOf(host) === organisation;
}

function isAlignedBy({ alignedBy }: Authentication, check: 'spf' | 'dkim'): boolean {
  return alignedBy === check || alignedBy === 'both';
}

function passOf({ alignedBy }: Authentication): ReadingKind | undefined {
  switch (alignedBy) {
    case 'spf':
      return 'dmarcPassSpf';
    case 'dkim':
      return 'dmarcPassDkim';
    case 'both':
      return 'dmarcPassBoth';
    case 'none':
      return undefined;
  }
}

/** The host that would receive an unsubscription, by mail or web; empty if it is unreadable. */
function hostOf(unsubscribe: string): string {
  const host = addressesMeant(unsubscribe)[0]?.host;
  if (host?.kind === 'domain') return host.ascii;
  return host?.kind === 'ipv4' || host?.kind === 'ipv6' ? host.address : '';
}

// ----------------------------------------------------------------------------------------------------- times

/** Minutes east of UTC, of a zone such as +0900. */
function minutesOf(zone: string): number {
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** `UTC+9`, `UTC-3:30`, `UTC`. */
function zoneName(zone: string): string {
  const minutes = minutesOf(zone);
  if (minutes === 0) return 'UTC';
  const beyond = Math.abs(minutes) % 60;
  const hours = `${minutes < 0 ? '-' : '+'}${Math.floor(Math.abs(minutes) / 60)}`;
  return `UTC${hours}${beyond === 0 ? '' : `:${String(beyond).padStart(2, '0')}`}`;
}

/** The local time in a zone, such as `2026-04-08 10:15:00`. */
function clockTime(instant: number, zone: string): string {
  const { year, month, date, hours, minutes, seconds } = civilTime(instant + minutesOf(zone) * 60_000);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${year}-${two(month)}-${two(date)} ${two(hours)}:${two(minutes)}:${two(seconds)}`;
}
