/**
 * Extracts the text of a file with results: a note or table in any character set, or a mail as a mail program saved
 * it.
 */
import { resultsIn } from '../core/record/result-code.ts';
import { loadOnce } from '../loading/load-once.ts';

/** Character sets to try, in this order, for files without a byte order mark. */
const charsets = ['utf-8', 'utf-16le', 'utf-16be', 'iso-2022-jp', 'shift_jis', 'euc-jp'] as const;
/** How deep forwarded mails are opened. */
const deepest = 4;
/**
 * A mail of more lines is read as plain text: the parser takes 10 µs for each, even for an empty one. A mail of 1 MB
 * in base64 has 14,000.
 */
const mostLines = 20_000;

/** All text in a file. For a mail, or a mailbox of several: the decoded parts and the mails that are forwarded. */
export async function handedText(bytes: Uint8Array): Promise<string> {
  const { text, charset } = decoded(bytes);
  if (text.split('\n', mostLines + 1).length > mostLines) return revealed(text);
  const mails = mailsIn(mailBytes(bytes, text, charset));
  if (!mails.some((mail) => isMail(decoded(mail).text))) return revealed(text);
  const texts = await Promise.all(mails.map((mail) => mailText(mail, decoded(mail).text, deepest)));
  return texts.join('\n');
}

/**
 * The bytes from the first header on. Apple Mail puts a number before it, and copies begin with empty lines. The parser knows neither
 * UTF-16 nor the line ends of old Macs.
 */
function mailBytes(bytes: Uint8Array, text: string, charset: string): Uint8Array {
  const [before = ''] = /^\s*(?:\d{1,9}\s*\n\s*)?/.exec(text) ?? [];
  if (charset.startsWith('utf-16') || !text.includes('\n'))
    return new TextEncoder().encode(text.slice(before.length).replaceAll(/\r\n?/g, '\r\n'));
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb;
  return bytes.subarray(before.length + (isMarked ? 3 : 0));
}

/** The mails of a mailbox (RFC 4155), where each begins with a line `From …`; otherwise the bytes as they are. */
function mailsIn(bytes: Uint8Array): readonly Uint8Array[] {
  const begins = (at: number): boolean =>
    [...'From '].every((sign, by) => bytes[at + by] === sign.charCodeAt(0));
  if (!begins(0)) return [bytes];
  const starts = [0];
  for (let at = bytes.indexOf(lineEnd); at !== -1; at = bytes.indexOf(lineEnd, at + 1))
    if (begins(at + 1)) starts.push(at + 1);
  return starts.map((start, index) => bytes.subarray(start, starts[index + 1]));
}

const lineEnd = 0x0a;

/** Lines of base64, quoted or not. */
const base64Block = /(?:^[> \t]*[A-Za-z0-9+/]{20,}={0,2}[ \t]*\r?\n?)+/gm;

/**
 * A pasted text, with its parts in base64 decoded if they contain results, as in the source of a mail. The text and
 * the HTML body of one mail are the same and count once.
 */
export function pastedText(text: string): string {
  return revealed(withoutBase64(text));
}

/** A text, or what it says as HTML, quoted-printable or part of an address, if that has more different results. */
function revealed(text: string): string {
  const readings = [text];
  if (/[<&]/.test(text)) readings.push(withoutTags(text));
  if (/=(?:\r?\n|3A|2E)/i.test(text)) readings.push(withoutEscapes(text.replaceAll(/=\r?\n/g, ''), '='));
  if (/%3A/i.test(text)) readings.push(withoutEscapes(text, '%'));
  const counts = readings.map((reading) => new Set(resultsAsText(reading)).size);
  return readings[counts.indexOf(Math.max(...counts))] ?? text;
}

/** The signs of a code that quoted-printable and addresses escape. */
const withoutEscapes = (text: string, sign: '=' | '%'): string =>
  text.replaceAll(new RegExp(`${sign}(3A|2E|0D|0A|20)`, 'gi'), (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

function withoutBase64(text: string): string {
  const known = new Set<string>();
  const isNew = (body: string): boolean => {
    if (known.size === 0) for (const result of resultsAsText(text)) known.add(result);
    const fresh = resultsAsText(body).filter((result) => !known.has(result));
    for (const result of fresh) known.add(result);
    return fresh.length > 0;
  };
  return text.replace(base64Block, (block) => {
    const body = withoutTags(decoded(bytesOfBase64(block.replace(/[^A-Za-z0-9+/]/g, ''))).text);
    return holdsResult(body) && isNew(body) ? `${body}\n` : block;
  });
}

const resultsAsText = (text: string): readonly string[] =>
  resultsIn(text).flatMap((one) => (one.kind === 'result' ? [JSON.stringify(one.result)] : []));

/** Digits that are too few for a byte are dropped. */
function bytesOfBase64(digits: string): Uint8Array {
  const whole = digits.length % 4 === 1 ? digits.slice(0, -1) : digits;
  return Uint8Array.from(atob(whole), (character) => character.charCodeAt(0));
}

/** Whether a text contains a readable result. */
const holdsResult = (text: string): boolean => resultsIn(text).some(({ kind }) => kind === 'result');

/** Decodes by the byte order mark, otherwise by the first character set that reveals a result. */
function decoded(bytes: Uint8Array): { readonly text: string; readonly charset: string } {
  const marked = [
    { charset: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
    { charset: 'utf-16le', mark: [0xff, 0xfe] },
    { charset: 'utf-16be', mark: [0xfe, 0xff] },
  ].find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  const decode = (charset: string): string => new TextDecoder(charset).decode(bytes);
  const charset = marked?.charset ?? charsets.find((one) => holdsResult(decode(one))) ?? 'utf-8';
  return { text: decode(charset), charset };
}

/** Whether a text starts with a mail header, with at least one field that only mails have. */
const isMail = (text: string): boolean =>
  /^(?:From .*\r?\n)?(?:[!-9;-~]+:.*\r?\n(?:[ \t].*\r?\n)*)+/.test(text) &&
  /^(?:received|mime-version|content-type|content-transfer-encoding|message-id|from|subject):/im.test(
    text.slice(0, 10_000),
  );

const mailParsing = loadOnce(() => import('./mail-parser.ts'));

async function mailText(bytes: Uint8Array, raw: string, depth: number): Promise<string> {
  const { parsedMail } = await mailParsing();
  const mail = await parsedMail(bytes);
  const attached = mail.attachments.map(async ({ mimeType, content }) => {
    const part = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
    if (depth > 0 && mimeType === 'message/rfc822') return mailText(part, decoded(part).text, depth - 1);
    return mimeType.startsWith('text/') ? revealed(decoded(part).text) : '';
  });
  // Both bodies say the same, and two equal codes would look like two people's.
  const bodies = [mail.text ?? '', withoutTags(mail.html ?? '')];
  const body = bodies.find(holdsResult) ?? bodies.join('\n');
  const text = [mail.subject ?? '', body, ...(await Promise.all(attached))].join('\n');
  // Some programs save mails with headers that contradict the body.
  return holdsResult(text) ? text : revealed(raw);
}

/** The text of HTML. It is searched for codes and never displayed. */
const withoutTags = (html: string): string =>
  html
    // `[^<>]` stops at the next bracket; `[^>]` would take quadratic time on a text of many `<`.
    .replace(/<[^<>]*>/g, '')
    .replace(/&#(\d{1,7});/g, (_, number: string) => character(Number(number)))
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, number: string) => character(Number.parseInt(number, 16)))
    .replace(/&(?:nbsp|shy|zwnj|zwj|ZeroWidthSpace);/gi, ' ')
    .replace(/&colon;/gi, ':')
    .replace(/&period;/gi, '.')
    .replace(/&gt;/gi, '>');

const character = (point: number): string => (point <= 0x10ffff ? String.fromCodePoint(point) : '');
