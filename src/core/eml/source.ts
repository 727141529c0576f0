/** The ways in: a file, a pasted source, a header and a body pasted apart, a mailbox file. */
import { bytesOf } from '../url/utf8.ts';
import { mostMails } from './bounds.ts';
import type { Decode } from './charset/text-of.ts';
import { binaryText } from './mime/part.ts';

/** What a file holds. */
export type SourceKind = 'mail' | 'mailbox' | 'outlook';

/** What a file is, by its first bytes. */
export function sourceKindOf(file: Uint8Array): SourceKind {
  // The compound file of Outlook's .msg (MS-CFB, 2.2).
  if ([0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => file[at] === byte)) return 'outlook';
  return mailsIn(file).length > 1 ? 'mailbox' : 'mail';
}

/** The mails of an .mbox file (RFC 4155); one if the file is a single mail. */
export function mailsIn(file: Uint8Array): readonly Uint8Array[] {
  if (!isFromLine(file, 0)) return [file];
  const starts = [0];
  for (let at = file.indexOf(0x0a); at >= 0 && starts.length < mostMails; at = file.indexOf(0x0a, at + 1)) {
    const isAfterBlank = file[at - 1] === 0x0a || (file[at - 1] === 0x0d && file[at - 2] === 0x0a);
    if (isAfterBlank && isFromLine(file, at + 1)) starts.push(at + 1);
  }
  return starts.map((start, index) => file.subarray(start, starts[index + 1]));
}

/** `From sender date`, the line before each mail. */
function isFromLine(file: Uint8Array, at: number): boolean {
  if (file[at] !== 0x46) return false;
  return /^From \S+ .*\d{4}/.test(binaryText(file.subarray(at, at + 120)).split('\n')[0] ?? '');
}

/** The source of a mail whose header and body were copied apart, as some mail programs show them. */
export function joinedSource(header: string, body: string): Uint8Array {
  const fields = header
    .replaceAll(/\r\n?/g, '\n')
    .trim()
    .split(/\n(?![ \t])/);
  const kept = fields.filter((field) => !/^(?:content-|mime-version)/i.test(field));
  const type = /<\/?(?:html|body|table|div|p|br|a)\b/i.test(body) ? 'text/html' : 'text/plain';
  const lines = [...kept, 'MIME-Version: 1.0', `Content-Type: ${type}; charset=utf-8`, '', body];
  return Uint8Array.from(bytesOf(lines.join('\n')));
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** The bytes from the first header field on, with line feeds. */
export function prepared(file: Uint8Array, decode: Decode): Uint8Array {
  let bytes = narrowed(file, decode);
  if (!bytes.includes(lineFeed)) bytes = bytes.map((byte) => (byte === carriageReturn ? lineFeed : byte));
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (bytes[start] === lineFeed || bytes[start] === carriageReturn) start += 1;
  if (isFromLine(bytes, start)) start = bytes.indexOf(lineFeed, start) + 1;
  return bytes.subarray(start);
}

/** A text that an editor saved as UTF-16. */
function narrowed(file: Uint8Array, decode: Decode): Uint8Array {
  const mark = (file[0] ?? 0) * 256 + (file[1] ?? 0);
  const label = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : undefined;
  const text = label === undefined ? undefined : decode(file, label);
  return text === undefined ? file : Uint8Array.from(bytesOf(text.replace(/^\ufeff/, '')));
}
