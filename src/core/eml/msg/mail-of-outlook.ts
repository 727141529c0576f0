/** Outlook's .msg (MS-OXMSG) → the source of a mail, which is then read like any other. */
import { base64 } from '../../email/compose/base64.ts';
import { mailDate } from '../../email/compose/delivery.ts';
import { bytesOf } from '../../url/utf8.ts';
import type { Decode } from '../charset/text-of.ts';
import { compoundFile, type Storage } from './compound-file.ts';
import { bodyOfRtf, decompressedRtf, codePageLabel } from './rtf.ts';

/** The source of a mail, and whether the file ends too early. */
export interface OutlookMail {
  readonly source: Uint8Array;
  readonly isCut: boolean;
}

/** Reads a .msg; undefined if the file holds no message. */
export function mailOfOutlook(file: Uint8Array, decode: Decode): OutlookMail | undefined {
  const compound = compoundFile(file);
  if (compound === undefined) return undefined;
  const text = sourceOf(new Properties(compound.root, 32, decode), decode, 0);
  return text === undefined ? undefined : { source: encoded(text), isCut: compound.isCut };
}

/** Line by line: as one list of numbers, a mail with large files would take a lot of memory. */
function encoded(text: string): Uint8Array {
  const lines = text.split('\n').map((line) => Uint8Array.from(bytesOf(`${line}\n`)));
  const bytes = new Uint8Array(lines.reduce((length, line) => length + line.length, 0));
  let at = 0;
  for (const line of lines) {
    bytes.set(line, at);
    at += line.length;
  }
  return bytes;
}

/** Properties of a message, recipient or attachment, by their number (MS-OXPROPS). */
class Properties {
  readonly storage: Storage;
  private readonly fixed: DataView;
  private readonly header: number;
  private readonly decode: Decode;

  /** `header` is the length of what precedes the fixed properties (MS-OXMSG, 2.4.1). */
  constructor(storage: Storage, header: number, decode: Decode) {
    this.storage = storage;
    const bytes = storage.streams.get('__properties_version1.0') ?? new Uint8Array();
    this.fixed = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.header = header;
    this.decode = decode;
  }

  /** The offset of the eight bytes of a fixed property. */
  private placeOf(id: number): number | undefined {
    for (let at = this.header; at + 16 <= this.fixed.byteLength; at += 16)
      if (this.fixed.getUint16(at + 2, true) === id) return at + 8;
    return undefined;
  }

  number(id: number): number | undefined {
    const at = this.placeOf(id);
    return at === undefined ? undefined : this.fixed.getInt32(at, true);
  }

  /** Milliseconds since 1970. */
  moment(id: number): number | undefined {
    const at = this.placeOf(id);
    if (at === undefined) return undefined;
    const ticks = this.fixed.getUint32(at + 4, true) * 4_294_967_296 + this.fixed.getUint32(at, true);
    return ticks / 10_000 - 11_644_473_600_000;
  }

  bytes(id: number): Uint8Array | undefined {
    return this.storage.streams.get(nameOf(id, '0102'));
  }

  text(id: number): string {
    const wide = this.storage.streams.get(nameOf(id, '001F'));
    if (wide !== undefined) return this.decode(wide.subarray(0, wide.length & ~1), 'utf-16le') ?? '';
    const narrow = this.storage.streams.get(nameOf(id, '001E'));
    return narrow === undefined ? '' : this.decoded(narrow);
  }

  /** By the code page of the message. */
  decoded(bytes: Uint8Array): string {
    const codePage = String(this.number(property.codePage) ?? this.number(property.messageCodePage) ?? 1252);
    return (
      this.decode(bytes, codePageLabel(codePage)) ??
      this.decode(bytes, 'utf-8') ??
      this.decode(bytes, 'windows-1252') ??
      ''
    );
  }
}

const property = {
  subject: 0x0037,
  submitted: 0x0039,
  transportHeader: 0x007d,
  recipientType: 0x0c15,
  senderName: 0x0c1a,
  senderAddress: 0x0c1f,
  delivered: 0x0e06,
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  messageId: 0x1035,
  displayName: 0x3001,
  address: 0x3003,
  data: 0x3701,
  shortName: 0x3704,
  longName: 0x3707,
  mimeType: 0x370e,
  contentId: 0x3712,
  codePage: 0x3fde,
  messageCodePage: 0x3ffd,
  smtpAddress: 0x39fe,
  senderSmtp: 0x5d01,
} as const;

const nameOf = (id: number, type: string): string =>
  `__substg1.0_${id.toString(16).toUpperCase().padStart(4, '0')}${type}`;

/** Mails attached to mails attached … */
const deepestAttached = 3;
const mostAttached = 100;
const mostRecipients = 100;
const boundary = '=_mikiwame_outlook';

/** Undefined if the storage holds nothing of a message. */
function sourceOf(message: Properties, decode: Decode, depth: number): string | undefined {
  const header = headerOf(message, decode);
  const bodies = bodiesOf(message, decode);
  if (header.length === 0 && bodies.length === 0) return undefined;
  const inner = `${boundary}_${depth}`;
  const files = attachmentsOf(message, decode, depth);
  const alternatives = [
    `Content-Type: multipart/alternative; boundary="${inner}_b"`,
    '',
    ...bodies.flatMap((body) => [`--${inner}_b`, body]),
    `--${inner}_b--`,
  ].join('\n');
  return [
    ...header,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${inner}"`,
    '',
    ...[alternatives, ...files].flatMap((part) => [`--${inner}`, part]),
    `--${inner}--`,
    '',
  ].join('\n');
}

/** The header as received, or one made of what Outlook keeps. */
function headerOf(message: Properties, decode: Decode): readonly string[] {
  const received = message
    .text(property.transportHeader)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\u0000', '')
    .trim();
  if (received !== '') {
    return received
      .split(/\n(?![ \t])/)
      .filter((field) => /^[!-9;-~]+:/.test(field) && !/^(?:content-|mime-version)/i.test(field));
  }
  const from = mailbox(
    message.text(property.senderName),
    message.text(property.senderSmtp) || message.text(property.senderAddress),
  );
  const recipients = (kind: number): string =>
    numbered(message.storage, '__recip_version1.0_')
      .slice(0, mostRecipients)
      .map((storage) => new Properties(storage, 8, decode))
      .filter((recipient) => (recipient.number(property.recipientType) ?? 1) === kind)
      .map((recipient) =>
        mailbox(
          recipient.text(property.displayName),
          recipient.text(property.smtpAddress) || recipient.text(property.address),
        ),
      )
      .filter((one) => one !== '')
      .join(', ');
  const sent = message.moment(property.submitted) ?? message.moment(property.delivered);
  const fields: readonly (readonly [string, string])[] = [
    ['From', from],
    ['To', recipients(1)],
    ['Cc', recipients(2)],
    ['Subject', oneLine(message.text(property.subject))],
    ['Date', sent === undefined || !Number.isFinite(sent) ? '' : mailDate(sent, '+0000')],
    ['Message-ID', oneLine(message.text(property.messageId))],
  ];
  return fields.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`);
}

/** An address of Exchange (`/O=…`) is none of the Internet. */
function mailbox(name: string, address: string): string {
  const plain = oneLine(address);
  const isMail = plain.includes('@');
  const shown = oneLine(name).replaceAll(/["\\]/g, '');
  if (shown === '') return isMail ? plain : '';
  return isMail ? `"${shown}" <${plain}>` : `"${shown}" <>`;
}

const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ').trim();

/** Plain text first, as in a mail. */
function bodiesOf(message: Properties, decode: Decode): readonly string[] {
  const plain = message.text(property.body);
  const written = message.bytes(property.html);
  const html = written === undefined ? message.text(property.html) : message.decoded(written);
  const rtf = html === '' ? message.bytes(property.rtf) : undefined;
  const enclosed = rtf === undefined ? undefined : bodyOfRtf(decompressedRtf(rtf), decode);
  const rich = html === '' && enclosed?.kind === 'html' ? enclosed.text : html;
  const words = plain === '' && enclosed?.kind === 'text' ? enclosed.text : plain;
  return [
    ...(words === '' ? [] : [textPart('text/plain', words)]),
    ...(rich === '' ? [] : [textPart('text/html', rich)]),
  ];
}

const textPart = (type: string, text: string): string =>
  `Content-Type: ${type}; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${inBase64(Uint8Array.from(bytesOf(text)))}`;

function attachmentsOf(message: Properties, decode: Decode, depth: number): readonly string[] {
  return numbered(message.storage, '__attach_version1.0_')
    .slice(0, mostAttached)
    .flatMap((storage) => {
      const file = new Properties(storage, 8, decode);
      const attached = storage.storages.get(nameOf(property.data, '000D'));
      if (attached !== undefined && depth < deepestAttached) {
        const source = sourceOf(new Properties(attached, 24, decode), decode, depth + 1);
        return source === undefined ? [] : [`Content-Type: message/rfc822\n\n${source}`];
      }
      const name = oneLine(file.text(property.longName) || file.text(property.shortName)).replaceAll('"', '');
      const type =
        /^[\w.+-]+\/[\w.+-]+$/.exec(file.text(property.mimeType))?.[0] ?? 'application/octet-stream';
      const id = oneLine(file.text(property.contentId));
      const data = file.bytes(property.data) ?? new Uint8Array();
      return [
        [
          `Content-Type: ${type}`,
          `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}`,
          ...(id === '' ? [] : [`Content-ID: <${id}>`]),
          'Content-Transfer-Encoding: base64',
          '',
          inBase64(data),
        ].join('\n'),
      ];
    });
}

const numbered = ({ storages }: Storage, prefix: string): readonly Storage[] =>
  [...storages]
    .filter(([name]) => name.startsWith(prefix))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, storage]) => storage);

/** In lines of 76 characters (RFC 2045, 6.8). */
function inBase64(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 57) lines.push(base64([...bytes.subarray(at, at + 57)]));
  return lines.join('\n');
}
