/** Generates all headers of a message from its delivery by one rule, so that they are consistent. */
import { fieldRegion } from '../../scenario/layout/regions.ts';
import type { CheckResult, Delivery, ReceivedDelivery } from '../../scenario/format/delivery.ts';
import type { SealedMail } from '../../scenario/format/message.ts';
import type { Mailbox } from '../../scenario/format/text.ts';
import type { Language, MailField } from '../../scenario/format/vocabulary.ts';
import { formatMailbox, parseAddress } from './address.ts';
import { authenticationOf, domainOf, envelopeOf } from './authentication.ts';
import { instantOf } from './calendar.ts';
import {
  isRelayed,
  mailDate,
  messageIdOf,
  pseudoSignature,
  receivedOf,
  type Recipient,
  seedOf,
  senderFieldOf,
} from './delivery.ts';
import { foldHeader, type SourceLine, type Token } from './fold.ts';
import { hostOf } from '../../url/host.ts';
import { cutUrl } from '../../url/url-parts.ts';
import { bytesOf } from '../../url/utf8.ts';
import { organisationOf } from '../url/ownership.ts';
import { mimeBody } from './mime.ts';
import { type Charset, encodedWords, isPlainAscii } from './words.ts';

type Signature = Omit<ReceivedDelivery['signatures'][number], 'result'> & { readonly result: CheckResult };

/** The source of a message. */
export interface MailSource {
  /** Physical lines. */
  readonly lines: readonly SourceLine[];
  /** The lines joined by CRLF: a complete RFC 5322 message. */
  readonly text: string;
}

/** The source of a message as stored in the recipient's mailbox. */
export function sourceOf(message: SealedMail, recipient: Recipient, language: Language): MailSource {
  const lines = [...headerLines(message, recipient, language), ...mimeBody(message, language).lines];
  const text = lines.map(({ segments }) => segments.map((segment) => segment.text).join('')).join('\r\n');
  return { lines, text };
}

/** Decoded values of the flaggable fields; an empty string for a field the message lacks. */
export function fieldValues(
  message: SealedMail,
  recipient: Recipient,
  language: Language,
): Readonly<Record<MailField, string>> {
  const { delivery, from } = message;
  const found = authenticationOf(delivery, from.address);
  const [received1 = '', received2 = '', ...older] = receivedOf(message, recipient);
  const { type, charset } = mimeBody(message, language);
  const envelope = envelopeOf(delivery, from.address);
  const all = (mailboxes: readonly Mailbox[]): string =>
    mailboxes.map(({ name, address }) => formatMailbox(name?.[language], address)).join(', ');
  return {
    subject: message.subject[language],
    fromName: from.name?.[language] ?? '',
    fromAddress: from.address,
    to: all(message.to),
    cc: all(message.cc ?? []),
    date: dateOf(message),
    replyTo: message.replyTo === undefined ? '' : all([message.replyTo]),
    sentBy: senderFieldOf(message) ?? '',
    returnPath: envelope === undefined ? '' : `<${envelope}>`,
    messageId: messageIdOf(message) ?? '',
    spf: withDomain(found.spf, found.spfDomain),
    dkim: signaturesSaid(delivery),
    dmarc: withDomain(found.dmarc, found.dmarc === 'none' ? '' : domainOf(from.address)),
    arc: arcSaid(delivery),
    received1,
    received2,
    // A mail may have passed more servers than three: the rest is one field, as is the rest of the evidence.
    received3: older.join('\n'),
    originatingIp: delivery.originatingIp ?? '',
    mailer: delivery.mailer ?? '',
    priority: delivery.priority === undefined ? '' : priorities[delivery.priority],
    unsubscribe: delivery.unsubscribe ?? '',
    mime: `${type}; charset=${charset.toUpperCase()}`,
  };
}

function signaturesSaid(delivery: Delivery): string {
  const signatures = signaturesOf(delivery);
  if (signatures.length === 0) return 'none';
  return signatures.map(({ domain, result }) => withDomain(result, domain)).join(', ');
}

/** The DKIM signatures of a mail. */
const signaturesOf = (delivery: Delivery): readonly Signature[] =>
  delivery.route === 'received' ? delivery.signatures : delivery.dkim === undefined ? [] : [delivery.dkim];

function arcSaid(delivery: Delivery): string {
  if (delivery.route !== 'received')
    return isRelayed(delivery.route) ? withDomain('pass', delivery.host) : 'none';
  const { arc } = delivery;
  return arc === undefined ? 'none' : withDomain(arc.result, arc.seals.join(', '));
}

const withDomain = (result: string, domain: string): string =>
  domain === '' ? result : `${result} (${domain})`;

function dateOf({ sent, delivery }: SealedMail): string {
  return mailDate(instantOf(sent), delivery.zone);
}

// ------------------------------------------------------------------------------------------------- the rule

function headerLines(message: SealedMail, recipient: Recipient, language: Language): readonly SourceLine[] {
  const { delivery, from } = message;
  const charset = delivery.charset === 'iso-2022-jp' ? 'iso-2022-jp' : 'utf-8';
  const [received1, received2, ...older] = receivedOf(message, recipient);
  const envelope = envelopeOf(delivery, from.address);
  const text = (name: string, field: MailField, value: string | undefined): readonly SourceLine[] =>
    value === undefined ? [] : foldHeader(name, textTokens(value, charset, fieldRegion(field)));
  const raw = (name: string, value: string | undefined, field?: MailField): readonly SourceLine[] =>
    value === undefined ? [] : foldHeader(name, rawTokens(value, field));
  const mailboxes = (
    name: string,
    field: MailField,
    list: readonly Mailbox[] | undefined,
  ): readonly SourceLine[] =>
    list === undefined || list.length === 0
      ? []
      : foldHeader(name, mailboxTokens(list, language, charset, field, field));
  return [
    raw('Return-Path', envelope === undefined ? undefined : `<${wireAddress(envelope)}>`, 'returnPath'),
    raw('Delivered-To', wireAddress(recipient.address)),
    raw('Received', received1, 'received1'),
    foldHeader('Authentication-Results', resultTokens(message, recipient)),
    arcLines(message),
    raw('Received', received2, 'received2'),
    signatureLines(message),
    ...older.map((hop) => raw('Received', hop, 'received3')),
    raw('Message-ID', messageIdOf(message), 'messageId'),
    raw('In-Reply-To', delivery.inReplyTo === undefined ? undefined : bracketed(delivery.inReplyTo)),
    raw('Date', dateOf(message), 'date'),
    foldHeader('From', mailboxTokens([from], language, charset, 'fromName', 'fromAddress')),
    raw('Sender', wired(senderFieldOf(message)), 'sentBy'),
    raw('List-Id', delivery.route === 'received' ? delivery.listId && bracketed(delivery.listId) : undefined),
    mailboxes('Reply-To', 'replyTo', message.replyTo && [message.replyTo]),
    mailboxes('To', 'to', message.to),
    mailboxes('Cc', 'cc', message.cc),
    text('Subject', 'subject', message.subject[language]),
    raw('X-Originating-IP', delivery.originatingIp && `[${delivery.originatingIp}]`, 'originatingIp'),
    text('X-Mailer', 'mailer', delivery.mailer),
    raw('X-Priority', delivery.priority && priorities[delivery.priority], 'priority'),
    raw('List-Unsubscribe', delivery.unsubscribe && bracketed(wireUrl(delivery.unsubscribe)), 'unsubscribe'),
    raw(
      'List-Unsubscribe-Post',
      isOneClick(message) ? 'List-Unsubscribe=One-Click' : undefined,
      'unsubscribe',
    ),
  ].flat();
}

/** X-Priority as mail programs write it. */
const priorities = { high: '1 (Highest)', normal: '3 (Normal)', low: '5 (Lowest)' } as const;

const wired = (address: string | undefined): string | undefined => address && wireAddress(address);

/** RFC 8058 requires https. */
function isOneClick({ delivery }: SealedMail): boolean {
  return delivery.route === 'service' && delivery.unsubscribe?.startsWith('https://') === true;
}

function bracketed(text: string): string {
  return text.startsWith('<') ? text : `<${text}>`;
}

/** RFC 8601. Each method is a region of its own. */
function resultTokens({ delivery, from }: SealedMail, recipient: Recipient): readonly Token[] {
  const found = authenticationOf(delivery, from.address);
  const identity = envelopeOf(delivery, from.address) === '' ? 'smtp.helo' : 'smtp.mailfrom';
  const policy = ['absent', 'unknown'].includes(delivery.dmarcPolicy) ? '' : ` (p=${delivery.dmarcPolicy})`;
  const signed = signaturesOf(delivery).map(({ domain, selector, result }): readonly [MailField, string] => [
    'dkim',
    `dkim=${result} header.d=${domain} header.s=${selector};`,
  ]);
  const checked: readonly (readonly [MailField, string, string])[] = [
    ['spf', found.spf, `spf=${found.spf}${found.spfDomain === '' ? '' : ` ${identity}=${found.spfDomain}`};`],
    ['dmarc', found.dmarc, `dmarc=${found.dmarc}${policy} header.from=${domainOf(from.address)};`],
    ['arc', arcResult(delivery), arcNote(delivery)],
  ];
  // A server notes nothing about a check it did not make.
  const [spf = [], dmarc = [], arc = []] = checked.map(([field, result, text]) =>
    result === 'unknown' ? [] : [[field, text] as const],
  );
  const methods: readonly (readonly [MailField, string])[] = [
    ...spf,
    ...(signed.length === 0
      ? [['dkim', 'dkim=none;'] as const]
      : signed.filter(([, text]) => !text.startsWith('dkim=unknown'))),
    ...dmarc,
    ...arc,
  ];
  return [
    ...rawTokens(`${recipient.server};`),
    ...methods.flatMap(([field, value]) =>
      rawTokens(value, field).map((token, index): Token =>
        index === 0 ? { ...token, onNewLine: true } : token,
      ),
    ),
  ];
}

const arcResult = (delivery: Delivery): CheckResult =>
  delivery.route === 'received'
    ? (delivery.arc?.result ?? 'none')
    : isRelayed(delivery.route)
      ? 'pass'
      : 'none';

function arcNote(delivery: Delivery): string {
  const seals =
    delivery.route === 'received' ? (delivery.arc?.seals.length ?? 0) : Number(isRelayed(delivery.route));
  return seals === 0 ? `arc=${arcResult(delivery)}` : `arc=${arcResult(delivery)} (i=${seals})`;
}

/**
 * RFC 8617: a forwarder or mailing list signs what it received, because forwarding breaks SPF and often the DKIM
 * signature.
 */
function arcLines(message: SealedMail): readonly SourceLine[] {
  const { delivery } = message;
  if (delivery.route === 'received')
    return (delivery.arc?.seals ?? [])
      .map((domain, index) => sealLine(message, domain, index))
      .toReversed()
      .flat();
  if (!isRelayed(delivery.route)) return [];
  const domain = organisationOf(delivery.host) ?? delivery.host;
  const saw =
    delivery.dkim === undefined
      ? 'dkim=none'
      : `dkim=${delivery.dkim.result} header.d=${delivery.dkim.domain}`;
  const seed = seedOf(message);
  return [
    sealLine(message, domain, 0),
    foldHeader(
      'ARC-Message-Signature',
      rawTokens(
        `i=1; c=relaxed/relaxed; ${arcSigned(message, domain)} h=from:to:subject:date:message-id; bh=${bodyHash(seed)}; b=${cutSignature(`${seed}|arc`)}`,
        'arc',
      ),
    ),
    foldHeader('ARC-Authentication-Results', rawTokens(`i=1; ${delivery.host}; ${saw}`, 'arc')),
  ].flat();
}

const arcSigned = (message: SealedMail, domain: string): string =>
  `a=rsa-sha256; d=${domain}; s=arc; t=${unixTime(message)};`;

function sealLine(message: SealedMail, domain: string, index: number): readonly SourceLine[] {
  const seed = index === 0 ? seedOf(message) : `${seedOf(message)}|${index}`;
  const chain = `cv=${index === 0 ? 'none' : 'pass'}`;
  const signature = cutSignature(`${seed}|arc-seal`);
  return foldHeader(
    'ARC-Seal',
    rawTokens(`i=${index + 1}; ${arcSigned(message, domain)} ${chain}; b=${signature}`, 'arc'),
  );
}

/** RFC 6376. The digests are invented: nothing was actually signed. */
function signatureLines(message: SealedMail): readonly SourceLine[] {
  return signaturesOf(message.delivery).flatMap(({ domain, selector }, index) => {
    const seed = index === 0 ? seedOf(message) : `${seedOf(message)}|${index}`;
    const value = [
      'v=1; a=rsa-sha256; c=relaxed/relaxed;',
      `d=${domain}; s=${selector}; t=${unixTime(message)};`,
      'h=from:to:subject:date:message-id:mime-version;',
      `bh=${bodyHash(seed)}; b=${cutSignature(`${seed}|dkim`)}`,
    ];
    return foldHeader('DKIM-Signature', rawTokens(value.join(' '), 'dkim'));
  });
}

const bodyHash = (seed: string): string => `${pseudoSignature(`${seed}|bh`, 43)}=`;

/** 256 bytes (the signature of a 2,048-bit RSA key), with spaces where the line may fold. */
function cutSignature(seed: string): string {
  return `${pseudoSignature(seed, 342)}==`.replace(/.{70}(?=.)/g, '$& ');
}

const unixTime = ({ sent }: SealedMail): number => Math.floor(instantOf(sent) / 1_000);

// --------------------------------------------------------------------------------------------------- tokens

/** Replaces control characters, which could end the header or hide in it. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}

/** Escapes characters beyond ASCII as in RFC 6533 (utf-8-addr-xtext), for headers that cannot encode them. */
function asciiOnly(text: string): string {
  return text.replace(
    /\P{ASCII}/gu,
    (character) => `\\x{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  );
}

/** A URL in ASCII (RFC 3986): the host in punycode, the rest percent-encoded. */
function wireUrl(url: string): string {
  const raw = cutUrl(url);
  const host = hostOf(raw);
  const written = host.kind === 'domain' ? url.replace(raw.host, () => host.ascii) : url;
  return written.replace(/\P{ASCII}/gu, (character) =>
    bytesOf(character)
      .map((byte) => `%${byte.toString(16).toUpperCase()}`)
      .join(''),
  );
}

function rawTokens(text: string, field?: MailField): readonly Token[] {
  const place = field === undefined ? {} : { region: fieldRegion(field) };
  return asciiOnly(oneLine(text))
    .split(' ')
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, ...place }));
}

/** Longer words are encoded, which splits them, so that no line exceeds 998 characters (RFC 5322, 2.1.1). */
const longestPiece = 900;

/** Free text: unchanged if it is ASCII with single spaces, otherwise in encoded words. */
function textTokens(text: string, charset: Charset, region: string): readonly Token[] {
  const line = oneLine(text);
  const pieces = line.split(' ');
  // An empty piece means two spaces in a row, which folding would lose.
  if (isPlainAscii(line) && pieces.every((piece) => piece.length > 0 && piece.length <= longestPiece))
    return pieces.map((piece) => ({ text: piece, region }));
  return encodedWords(line, charset).map(({ encoded, decoded }) => ({ text: encoded, decoded, region }));
}

function mailboxTokens(
  mailboxes: readonly Mailbox[],
  language: Language,
  charset: Charset,
  nameField: MailField,
  addressField: MailField,
): readonly Token[] {
  return mailboxes.flatMap(({ name, address }, index): readonly Token[] => {
    const comma = index < mailboxes.length - 1 ? ',' : '';
    const written = name?.[language];
    const region = fieldRegion(addressField);
    if (written === undefined) return [{ text: `${wireAddress(address)}${comma}`, region }];
    return [
      ...phraseTokens(written, charset, fieldRegion(nameField)),
      { text: `<${wireAddress(address)}>${comma}`, region },
    ];
  });
}

/** A display name: plain words, or quoted if it contains specials (RFC 5322, 3.2.3). */
function phraseTokens(name: string, charset: Charset, region: string): readonly Token[] {
  const quotable = isPlainAscii(name) && /[^A-Za-z0-9 !#$%&'*+/=?^_`{|}~-]/.test(name);
  return textTokens(quotable ? `"${name.replace(/["\\]/g, '\\$&')}"` : name, charset, region);
}

/** The address as servers write it, with an ASCII domain. */
function wireAddress(address: string): string {
  const parsed = parseAddress(address);
  return asciiOnly(
    parsed === undefined ? oneLine(address).replaceAll(' ', '') : `${parsed.local}@${parsed.domain}`,
  );
}
