/** The SPF, DKIM and DMARC results of a message, derived from its delivery (RFC 7208, 6376, 7489). */
import type {
  CheckResult,
  DeclaredDelivery,
  Delivery,
  ReceivedDelivery,
} from '../../scenario/format/delivery.ts';
import type { Localized } from '../../scenario/format/text.ts';
import { parseAddress } from './address.ts';
import { dottedBytes, ipv6Groups } from '../../url/host.ts';
import { organisationOf } from '../url/ownership.ts';

/** Results of SPF, DKIM and DMARC, and what aligns. */
export interface Authentication {
  readonly spf: CheckResult;
  readonly dkim: CheckResult;
  /** `none` if the From domain publishes no policy. */
  readonly dmarc: CheckResult;
  /** The domain that SPF checked: the envelope sender's, or for a bounce the sending server's. */
  readonly spfDomain: string;
  readonly dkimDomain?: string;
  /** Which passing check is aligned with the organisation of the From address. */
  readonly alignedBy: 'spf' | 'dkim' | 'both' | 'none';
}

/**
 * The results our server would report. Alignment is relaxed (RFC 7489, 3.1): equal organisational domains are
 * aligned. These are determined by the whole Public Suffix List with its private part, as 3.2 requires, so two
 * customers of one hosting service are two organisations.
 */
export function authenticationOf(delivery: Delivery, fromAddress: string): Authentication {
  if (delivery.route === 'received') return authenticationNoted(delivery, fromAddress);
  return authenticationDerived(delivery, fromAddress);
}

/** The results as a receiving server noted them. Of several signatures, the one that counts most. */
function authenticationNoted(delivery: ReceivedDelivery, fromAddress: string): Authentication {
  const from = domainOf(fromAddress);
  const { signatures, spf, dmarc, spfDomain = domainOf(delivery.returnPath ?? '') } = delivery;
  const passing = signatures.filter(({ result }) => result === 'pass');
  const aligned = passing.find(({ domain }) => sameOrganisation(domain, from));
  const signature = aligned ?? passing[0] ?? signatures[0];
  const bySpf = spf === 'pass' && sameOrganisation(spfDomain, from);
  return {
    spf,
    dkim: signature?.result ?? 'none',
    dmarc,
    spfDomain,
    ...(signature && { dkimDomain: signature.domain }),
    alignedBy: bySpf ? (aligned ? 'both' : 'spf') : aligned ? 'dkim' : 'none',
  };
}

function authenticationDerived(delivery: DeclaredDelivery, fromAddress: string): Authentication {
  const from = domainOf(fromAddress);
  const spfDomain = spfDomainOf(delivery, fromAddress);
  const dkim = delivery.dkim?.result ?? 'none';
  const bySpf = delivery.spf === 'pass' && sameOrganisation(spfDomain, from);
  const byDkim = dkim === 'pass' && sameOrganisation(delivery.dkim?.domain ?? '', from);
  const alignedBy = bySpf ? (byDkim ? 'both' : 'spf') : byDkim ? 'dkim' : 'none';
  return {
    spf: delivery.spf,
    dkim,
    dmarc: delivery.dmarcPolicy === 'absent' ? 'none' : alignedBy === 'none' ? 'fail' : 'pass',
    spfDomain,
    ...(delivery.dkim && { dkimDomain: delivery.dkim.domain }),
    alignedBy,
  };
}

/**
 * The envelope sender: as declared, otherwise the From address; empty for a bounce. Undefined if a received mail does not
 * tell.
 */
export function envelopeOf(delivery: DeclaredDelivery, fromAddress: string): string;
export function envelopeOf(delivery: Delivery, fromAddress: string): string | undefined;
export function envelopeOf(delivery: Delivery, fromAddress: string): string | undefined {
  return delivery.route === 'received' ? delivery.returnPath : (delivery.envelope ?? fromAddress);
}

function spfDomainOf(delivery: DeclaredDelivery, fromAddress: string): string {
  const envelope = envelopeOf(delivery, fromAddress);
  return envelope === '' ? delivery.host.toLowerCase() : domainOf(envelope);
}

/** The domain of an address in lower case; empty if the text is not an address. */
export function domainOf(address: string): string {
  return parseAddress(address)?.domain ?? '';
}

function sameOrganisation(left: string, right: string): boolean {
  const organisation = organisationOf(left);
  return organisation !== undefined && organisation === organisationOf(right);
}

/** A combination that cannot occur, and how to fix it. */
export interface Contradiction {
  /** JSON path, starting at the delivery. */
  readonly path: readonly (string | number)[];
  readonly text: Localized;
}

interface Case {
  readonly delivery: DeclaredDelivery;
  readonly fromAddress: string;
  readonly found: Authentication;
}

/** One impossible combination: its place, its condition, and the advice. */
interface Impossibility {
  readonly path: readonly string[];
  readonly holds: (given: Case) => boolean;
  readonly text: (given: Case) => Localized;
}

const relayed = new Set<DeclaredDelivery['route']>(['forwarded', 'list']);

const noSuchZone = {
  path: ['zone'],
  text: {
    ja: 'この時差の地域はありません。-1200から+1400までの値にしてください。',
    en: 'No place has this offset. Use one between -1200 and +1400.',
  },
};

const impossibilities: readonly Impossibility[] = [
  {
    path: ['dmarc'],
    holds: ({ delivery, found }) => delivery.dmarc !== undefined && delivery.dmarc !== found.dmarc,
    text: ({ found }) => ({
      ja: `ほかの項目から決まるDMARCの結果は「${found.dmarc}」です。"dmarc" を消すか、この値に直してください。`,
      en: `DMARC comes out as “${found.dmarc}” from the other entries. Remove "dmarc" or write this value.`,
    }),
  },
  {
    path: ['envelope'],
    holds: ({ delivery }) => delivery.route === 'bounce' && delivery.envelope !== '',
    text: () => ({
      ja: 'エラー通知（bounce）のReturn-Pathは必ず空です。"envelope" を "" にしてください。',
      en: 'A bounce always has an empty Return-Path. Set "envelope" to "".',
    }),
  },
  {
    path: ['envelope'],
    holds: ({ delivery }) => delivery.route !== 'bounce' && delivery.envelope === '',
    text: () => ({
      ja: 'Return-Pathが空になるのはエラー通知だけです。"route" を "bounce" にするか、"envelope" にアドレスを書いてください。',
      en: 'Only a bounce has an empty Return-Path. Set "route" to "bounce", or write an address in "envelope".',
    }),
  },
  {
    path: ['envelope'],
    holds: ({ delivery }) => Boolean(delivery.envelope) && domainOf(delivery.envelope ?? '') === '',
    text: () => ({
      ja: '"envelope" がメールアドレスの形になっていません。',
      en: '"envelope" is not a mail address.',
    }),
  },
  {
    path: ['envelope'],
    holds: ({ delivery, fromAddress }) => delivery.route !== 'bounce' && domainOf(fromAddress) === '',
    text: ({ fromAddress }) => ({
      ja: `差出人の「${fromAddress}」がメールアドレスの形になっていないため、認証の結果を決められません。`,
      en: `The From address “${fromAddress}” is not a mail address, so no authentication result follows.`,
    }),
  },
  {
    path: ['dkim', 'domain'],
    holds: ({ delivery }) => delivery.dkim !== undefined && domainOf(`x@${delivery.dkim.domain}`) === '',
    text: () => ({
      ja: '署名のドメインが、ドメイン名の形になっていません。',
      en: 'The signing domain is not a domain name.',
    }),
  },
  {
    path: ['host'],
    holds: ({ delivery }) => domainOf(`x@${delivery.host}`) === '',
    text: () => ({
      ja: '"host" がサーバー名の形になっていません。',
      en: '"host" is not the name of a server.',
    }),
  },
  {
    path: ['dmarcPolicy'],
    holds: ({ delivery, found }) =>
      delivery.dmarcPolicy === 'reject' && found.dmarc === 'fail' && !relayed.has(delivery.route),
    text: () => ({
      ja: 'ポリシーがrejectでDMARCがfailのメールは、受信サーバーが受け取りを断るので届きません。ポリシーを "quarantine" か "none" にするか、転送・メーリングリスト経由にしてください。',
      en: 'Our server refuses mail that fails DMARC under “reject”, so it would not be here. Use “quarantine” or “none”, or the route “forwarded” or “list”.',
    }),
  },
  {
    path: ['ip'],
    holds: ({ delivery }) =>
      delivery.route === 'internal' && !isPrivate(delivery.ip) && !isForDocumentation(delivery.ip),
    text: () => ({
      ja: '社内だけを通るメール（internal）の送信元IPは、社内のアドレスか文書用アドレスにしてください。',
      en: 'Mail that never left the company (“internal”) comes from a private address or one for documentation.',
    }),
  },
  {
    path: ['ip'],
    holds: ({ delivery }) => delivery.route !== 'internal' && isPrivate(delivery.ip),
    text: () => ({
      ja: '社外のサーバーが社内用のIPアドレスからつながってくることはありません。文書用アドレス（192.0.2.0/24など）を使ってください。',
      en: 'A server outside cannot reach us from a private address. Use one for documentation, such as 192.0.2.0/24.',
    }),
  },
  {
    path: ['route'],
    holds: ({ delivery, fromAddress }) =>
      delivery.route === 'service' && sameOrganisation(delivery.host, domainOf(fromAddress)),
    text: () => ({
      ja: '送信サーバーが差出人自身のドメインにあるので、配信サービス経由（service）ではありません。"direct" にするか、"host" を配信サービスのサーバーにしてください。',
      en: 'The sending server belongs to the From domain itself, so no mailing service was used. Say “direct”, or name the service’s server in "host".',
    }),
  },
  {
    path: ['spf'],
    holds: ({ delivery, fromAddress, found }) =>
      delivery.route === 'forwarded' &&
      delivery.spf === 'pass' &&
      sameOrganisation(found.spfDomain, domainOf(fromAddress)) &&
      !sameOrganisation(delivery.host, found.spfDomain),
    text: () => ({
      ja: '転送サーバーは差出人のドメインのSPFに載っていないので、passにはなりません。"spf" を "fail" か "softfail" にするか、"envelope" を転送元のアドレスにしてください。',
      en: 'The forwarding server is not in the sender’s SPF record, so SPF cannot pass. Use “fail” or “softfail”, or put the forwarder’s own address in "envelope".',
    }),
  },
  {
    path: ['unsubscribe'],
    holds: ({ delivery }) =>
      delivery.unsubscribe !== undefined &&
      !/^(mailto:[^\s<>]+@|https?:\/\/)[^\s<>]+$/.test(delivery.unsubscribe),
    text: () => ({
      ja: '配信停止先は mailto: か https:// で始まるURLで書いてください（RFC 2369）。',
      en: 'Write the unsubscribe address as a URL that starts with mailto: or https:// (RFC 2369).',
    }),
  },
  {
    path: noSuchZone.path,
    holds: ({ delivery }) => !isZone(delivery.zone),
    text: () => noSuchZone.text,
  },
];

/** Combinations that no mail server could produce, each with advice. Empty for a consistent delivery. */
export function contradictions(delivery: Delivery, fromAddress: string): readonly Contradiction[] {
  // What a received mail says is what it says.
  if (delivery.route === 'received') return isZone(delivery.zone) ? [] : [noSuchZone];
  const given = { delivery, fromAddress, found: authenticationOf(delivery, fromAddress) };
  return impossibilities
    .filter(({ holds }) => holds(given))
    .map(({ path, text }) => ({ path, text: text(given) }));
}

/** RFC 1918, RFC 4193, loopback and link-local. */
function isPrivate(ip: string): boolean {
  const [a = 0, b = 0] = dottedBytes(ip) ?? [];
  if (a === 10 || a === 127 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168)) return true;
  const [group = 0] = ipv6Groups(ip.toLowerCase()) ?? [];
  return (group & 0xfe00) === 0xfc00 || (group & 0xffc0) === 0xfe80;
}

const documentation = ['192.0.2.', '198.51.100.', '203.0.113.'];

/** RFC 5737, RFC 3849 and RFC 9637. */
function isForDocumentation(ip: string): boolean {
  if (documentation.some((range) => ip.startsWith(range))) return true;
  const [first, second = 0] = ipv6Groups(ip.toLowerCase()) ?? [];
  return (first === 0x2001 && second === 0xdb8) || (first === 0x3fff && second < 0x1000);
}

function isZone(zone: string): boolean {
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3));
  return minutes % 15 === 0 && minutes < 60 && hours * 60 + minutes <= (zone.startsWith('-') ? 12 : 14) * 60;
}
