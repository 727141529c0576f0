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

/** All text in a file. For a mail: its decoded parts and the mails it forwards. */
export async function handedText(bytes: Uint8Array): Promise<string> {
  const text = decoded(bytes);
  return isMail(text) && text.split('\n', mostLines + 1).length <= mostLines
    ? mailText(bytes, text, deepest)
    : text;
}

/** Lines of base64, quoted or not. */
const base64Block = /(?:^[> \t]*[A-Za-z0-9+/]{20,}={0,2}[ \t]*\r?\n?)+/gm;

/**
 * A pasted text, with its parts in base64 decoded if they contain results, as in the source of a mail. The text and
 * the HTML body of one mail are the same and count once.
 */
export function pastedText(text: string): string {
  const known = new Set<string>();
  const isNew = (body: string): boolean => {
    if (known.size === 0) for (const result of resultsAsText(text)) known.add(result);
    const fresh = resultsAsText(body).filter((result) => !known.has(result));
    for (const result of fresh) known.add(result);
    return fresh.length > 0;
  };
  return text.replace(base64Block, (block) => {
    const body = withoutTags(decoded(bytesOfBase64(block.replace(/[^A-Za-z0-9+/]/g, ''))));
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
function decoded(bytes: Uint8Array): string {
  const marked = [
    { charset: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
    { charset: 'utf-16le', mark: [0xff, 0xfe] },
    { charset: 'utf-16be', mark: [0xfe, 0xff] },
  ].find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  const decode = (charset: string): string => new TextDecoder(charset).decode(bytes);
  if (marked !== undefined) return decode(marked.charset);
  const inCharset = charsets.find((charset) => holdsResult(decode(charset)));
  return decode(inCharset ?? 'utf-8');
}

/** Whether a text starts with a mail header, with at least one field that only mails have. */
const isMail = (text: string): boolean =>
  /^(?:From .*\r?\n)?(?:[!-9;-~]+:.*\r?\n(?:[ \t].*\r?\n)*)+/.test(text) &&
  /^(?:received|mime-version|content-type|content-transfer-encoding|message-id|from|subject):/im.test(
    text.slice(0, 10_000),
  );

const mailParsing = loadOnce(() => import('postal-mime'));

async function mailText(bytes: Uint8Array, raw: string, depth: number): Promise<string> {
  const { default: PostalMime } = await mailParsing();
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
  const attached = mail.attachments.map(async ({ mimeType, content }) => {
    const part = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
    if (depth > 0 && mimeType === 'message/rfc822') return mailText(part, decoded(part), depth - 1);
    return mimeType.startsWith('text/') ? decoded(part) : '';
  });
  // Both bodies say the same, and two equal codes would look like two people's.
  const bodies = [mail.text ?? '', withoutTags(mail.html ?? '')];
  const body = bodies.find(holdsResult) ?? bodies.join('\n');
  const text = [mail.subject ?? '', body, ...(await Promise.all(attached))].join('\n');
  // Some programs save mails with headers that contradict the body.
  return holdsResult(text) || !holdsResult(raw) ? text : raw;
}

/** The text of HTML. It is searched for codes and never displayed. */
const withoutTags = (html: string): string =>
  html
    // `[^<>]` stops at the next bracket; `[^>]` would take quadratic time on a text of many `<`.
    .replace(/<[^<>]*>/g, '')
    .replace(/&#(\d{1,7});/g, (_, number: string) => character(Number(number)))
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, number: string) => character(Number.parseInt(number, 16)))
    .replace(/&(?:nbsp|shy|zwnj|zwj);/gi, ' ')
    .replace(/&gt;/gi, '>');

const character = (point: number): string => (point <= 0x10ffff ? String.fromCodePoint(point) : '');
