/**
 * Fills in what a delivery declaration leaves open (hops, times, identifiers) by one rule, so that a message always
 * gets the same values.
 */
import type { DeclaredDelivery, Delivery, ReceivedDelivery } from '../../scenario/format/delivery.ts';
import type { SealedMail } from '../../scenario/format/message.ts';
import type { Scenario } from '../../scenario/format/scenario.ts';
import { domainOf, envelopeOf } from './authentication.ts';
import { civilTime, instantOf } from './calendar.ts';

/** The owner of the inbox. */
export type Recipient = Scenario['recipient'];

/** A 32-bit hash that depends on every character (FNV-1a with a final mix). */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 15)) >>> 0;
}

const hexadecimal = '0123456789ABCDEF';
const base64Digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function digitsOf(seed: string, length: number, alphabet: string): string {
  return Array.from(
    { length },
    (_, index) => alphabet[hash32(`${seed}#${index}`) % alphabet.length] ?? '',
  ).join('');
}

/** A made-up queue id. */
export const queueId = (seed: string): string => digitsOf(seed, 10, hexadecimal);
/** A made-up signature or digest of this many base64 digits. */
export const pseudoSignature = (seed: string, length: number): string => digitsOf(seed, length, base64Digits);

/** The seed of a message. It makes all invented details differ between messages. */
export const seedOf = (message: SealedMail): string =>
  `${message.id}|${message.sent}|${message.from.address}`;

/** Whether another mailbox or a mailing list received the message first and forwarded it. */
export function isRelayed(route: Delivery['route']): boolean {
  return route === 'list' || route === 'forwarded';
}

/** The server that sent the message first. */
export function originOf({ delivery, from }: SealedMail): string {
  const domain = domainOf(from.address);
  if (delivery.route === 'received') return delivery.hops.at(-1)?.by ?? '';
  return isRelayed(delivery.route) && domain !== '' ? `mail.${domain}` : delivery.host;
}

/** The Message-ID, with angle brackets; undefined if a received mail has none. */
export function messageIdOf(message: SealedMail): string | undefined {
  const { delivery } = message;
  if (delivery.route === 'received')
    return delivery.messageId === undefined ? undefined : `<${delivery.messageId}>`;
  const seed = seedOf(message);
  return `<${utcStamp(message.sent)}.${queueId(`${seed}|id`)}@${originOf(message)}>`;
}

function utcStamp(sent: string): string {
  const { year, month, date, hours, minutes, seconds } = civilTime(instantOf(sent));
  return [year, month, date, hours, minutes, seconds].map(two).join('');
}

const two = (number: number): string => String(number).padStart(2, '0');

const dayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An instant (milliseconds since 1970) in a zone such as +0900, in RFC 5322 format. */
export function mailDate(instant: number, zone: string): string {
  const sign = zone.startsWith('-') ? -1 : 1;
  const minutes = sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3)));
  const local = civilTime(instant + minutes * 60_000);
  const time = [local.hours, local.minutes, local.seconds].map(two).join(':');
  const day = `${dayNames[local.weekday]}, ${two(local.date)} ${monthNames[local.month - 1]}`;
  return `${day} ${local.year} ${time} ${zone}`;
}

/** The zone of an ISO 8601 time, in the form +0900. */
export function zoneOf(moment: string): string {
  return /([+-]\d{2}):?(\d{2})$/.exec(moment)?.slice(1).join('') ?? '+0000';
}

interface Hop {
  readonly from: string;
  readonly by: string;
  readonly protocol: string;
}

/** The Received fields, newest first: our own server's, then earlier ones. */
export function receivedOf(message: SealedMail, recipient: Recipient): readonly string[] {
  const { delivery } = message;
  return delivery.route === 'received'
    ? delivery.hops.map((hop, index) => lineOf(hop, index === 0 ? recipient : undefined))
    : derivedHops(message, delivery, recipient);
}

/** A Received field as far as the hop says it. Our own server also names the recipient. */
function lineOf(
  { from, ip, by, protocol, at }: ReceivedDelivery['hops'][number],
  recipient: Recipient | undefined,
): string {
  const address = ip === undefined ? '' : `[${literal(ip)}]`;
  const clauses = [
    ...(from === undefined && ip === undefined ? [] : [`from ${from ?? address}`]),
    ...(from === undefined || ip === undefined ? [] : [`(${address})`]),
    ...(by === undefined ? [] : [`by ${by}`]),
    ...(protocol === undefined ? [] : [`with ${protocol}`]),
    ...(recipient === undefined ? [] : [`for <${recipient.address}>`]),
  ].join(' ');
  return at === undefined ? clauses : `${clauses}; ${mailDate(instantOf(at), zoneOf(at))}`;
}

/** Three hops by one rule. Times increase from the oldest on. */
function derivedHops(
  message: SealedMail,
  delivery: DeclaredDelivery,
  recipient: Recipient,
): readonly [string, string, string] {
  const seed = seedOf(message);
  const [middle, oldest] = earlierHops(message, delivery);
  const newest: Hop = {
    from: `${delivery.host} (${delivery.host} [${literal(delivery.ip)}])`,
    by: recipient.server,
    protocol: delivery.route === 'internal' ? 'ESMTP' : 'ESMTPS',
  };
  const first = instantOf(message.sent) + seconds(`${seed}|3`, 1, 3);
  const second = first + seconds(`${seed}|2`, 1, isRelayed(delivery.route) ? 40 : 4);
  const third = second + seconds(`${seed}|1`, 2, 20);
  const write = (hop: Hop, place: number, end: string): string =>
    `from ${hop.from} by ${hop.by} with ${hop.protocol} id ${queueId(`${seed}|hop${place}`)}${end}`;
  return [
    write(newest, 1, ` for <${recipient.address}>; ${mailDate(third, zoneOf(message.sent))}`),
    write(middle, 2, `; ${mailDate(second, delivery.zone)}`),
    write(oldest, 3, `; ${mailDate(first, delivery.zone)}`),
  ];
}

function seconds(seed: string, least: number, most: number): number {
  return (least + (hash32(seed) % (most - least + 1))) * 1_000;
}

/** An address literal (RFC 5321, 4.1.3). */
const literal = (ip: string): string => (ip.includes(':') ? `IPv6:${ip}` : ip);

/** The second and third hop. Inside a network, servers often name private addresses (RFC 1918), which prove nothing. */
function earlierHops(message: SealedMail, delivery: DeclaredDelivery): readonly [Hop, Hop] {
  const { host } = delivery;
  const number = hash32(`${seedOf(message)}|client`);
  const client = `192.168.${number % 32}.${10 + ((number >>> 8) % 200)}`;
  const handedIn = { from: `[${client}] (unknown [${client}])`, protocol: 'ESMTPSA' };
  const filter = { from: 'localhost (localhost [127.0.0.1])', by: host, protocol: 'ESMTP' };
  switch (delivery.route) {
    case 'direct':
    case 'internal':
      return [filter, { ...handedIn, by: host }];
    case 'service':
      return [filter, { from: `app-${number % 40} (unknown [${client}])`, by: host, protocol: 'HTTP' }];
    case 'bounce':
      return [filter, { from: 'localhost (localhost [127.0.0.1])', by: host, protocol: 'LMTP' }];
    case 'list':
    case 'forwarded': {
      const origin = originOf(message);
      const from = `${origin} (${origin} [198.51.100.${1 + (number % 254)}])`;
      return [
        { from, by: host, protocol: 'ESMTPS' },
        { ...handedIn, by: origin },
      ];
    }
  }
}

/** The address of the Sender field (RFC 5322, 3.6.2): present if someone other than the author submits the message. */
export function senderFieldOf({ delivery, from }: SealedMail): string | undefined {
  if (delivery.route === 'received') return delivery.sender;
  const envelope = envelopeOf(delivery, from.address);
  const byOthers = delivery.route === 'service' || delivery.route === 'list';
  return byOthers && envelope !== '' && envelope !== from.address ? envelope : undefined;
}
