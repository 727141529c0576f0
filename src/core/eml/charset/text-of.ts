/** Bytes of a declared or unknown character set as text. */
import { labelOf } from './labels.ts';

/** Decodes bytes strictly; undefined if the name is unknown or the bytes are not of that set. */
export type Decode = (bytes: Uint8Array, label: string) => string | undefined;
/** The likeliest character set of bytes from a Japanese mail; undefined if none is likely. */
export type Detect = (bytes: Uint8Array) => string | undefined;

/** What reading needs from the platform. Only a few mails need `detect`, so it may be loaded later. */
export interface Decoders {
  readonly decode: Decode;
  readonly detect?: Detect;
}

/** A text and how sure its characters are. */
export interface Decoded {
  readonly text: string;
  /** The set that was used. */
  readonly charset: string;
  /** declared: as the mail says; guessed: from the bytes; unknown: some characters are wrong. */
  readonly certainty: 'declared' | 'guessed' | 'unknown';
}

/**
 * The text of bytes. The declared set counts unless the bytes disprove it: bytes that it does not have, or UTF-8
 * under another name, which hardly occurs by chance.
 */
export function textOf(bytes: Uint8Array, declared: string | undefined, decoders: Decoders): Decoded {
  const { decode } = decoders;
  const label = labelOf(declared ?? '');
  const isAscii = !bytes.some((byte) => byte >= 0x80);
  const hasEscape = bytes.includes(0x1b);
  if (isAscii && !hasEscape) {
    return {
      text: sevenBitText(bytes, label, decode),
      charset: label === '' ? 'us-ascii' : label,
      certainty: 'declared',
    };
  }
  if (isAscii && !label.startsWith('iso-2022')) {
    const jis = decode(bytes, 'iso-2022-jp');
    if (jis !== undefined) return { text: jis, charset: 'iso-2022-jp', certainty: 'guessed' };
  }
  const utf8 = label === 'utf-8' || mayBeUtf8(bytes) ? decode(bytes, 'utf-8') : undefined;
  if (utf8 !== undefined) {
    return { text: utf8, charset: 'utf-8', certainty: label === 'utf-8' ? 'declared' : 'guessed' };
  }
  const asDeclared =
    label === '' || label === 'us-ascii' || label === 'utf-8' ? undefined : decode(bytes, label);
  if (asDeclared !== undefined && !isHalfWidth(asDeclared))
    return { text: asDeclared, charset: label, certainty: 'declared' };
  return guessed(bytes, label, decoders);
}

/** EUC-JP read as Shift_JIS is a row of half-width katakana, which no mail consists of. */
function isHalfWidth(text: string): boolean {
  const half = text.match(/[\uff61-\uff9f]/g)?.length ?? 0;
  const wide = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  return half > 8 && half > wide * 0.6;
}

/** UTF-16, UTF-32 and the like may consist of bytes below 0x80. */
function sevenBitText(bytes: Uint8Array, label: string, decode: Decode): string {
  const wide = label.startsWith('utf-16') || label.startsWith('iso-2022') || label === 'hz-gb-2312';
  return (wide ? decode(bytes, label) : undefined) ?? decode(bytes, 'windows-1252') ?? '';
}

/** A sequence of three bytes or more, or two of them that no Japanese set would pair. */
function mayBeUtf8(bytes: Uint8Array): boolean {
  let pairs = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte >= 0xe0 && isTail(bytes[at + 1]) && isTail(bytes[at + 2])) return true;
    if (byte >= 0xc3 && byte < 0xe0 && isTail(bytes[at + 1])) pairs += 1;
  }
  return pairs > 0;
}

const isTail = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

function guessed(bytes: Uint8Array, label: string, { decode, detect }: Decoders): Decoded {
  const found = detect?.(bytes);
  const text = found === undefined ? undefined : decode(bytes, found);
  if (found !== undefined && text !== undefined) return { text, charset: found, certainty: 'guessed' };
  // A text that was cut within a character, or that has one wrong byte, is still of its set.
  const sets = [found ?? '', label === 'us-ascii' ? '' : label, 'utf-8'].filter((name) => name !== '');
  for (const charset of sets) {
    const lenient = leniently(bytes, charset, decode);
    if (lenient !== undefined) return { text: lenient, charset, certainty: 'unknown' };
  }
  return { text: decode(bytes, 'windows-1252') ?? '', charset: 'windows-1252', certainty: 'unknown' };
}

/** The share of bytes in spoiled lines up to which a text still counts as of a set. */
const mostSpoiled = 0.2;

/** Decodes line by line, so that a wrong byte spoils only its line. Undefined if too much is spoiled. */
function leniently(bytes: Uint8Array, label: string, decode: Decode): string | undefined {
  const lines: string[] = [];
  let spoiled = 0;
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    const text = wholeCharacters(line, label, decode);
    if (text === undefined) spoiled += line.length;
    lines.push(text ?? replaced(line));
    start = end;
  }
  return spoiled <= bytes.length * mostSpoiled ? lines.join('') : undefined;
}

/** A line as text, without the last character if that was cut. */
function wholeCharacters(line: Uint8Array, label: string, decode: Decode): string | undefined {
  for (let cut = 0; cut < 4; cut += 1) {
    const text = decode(line.subarray(0, line.length - cut), label);
    if (text !== undefined) return cut === 0 ? text : `${text}\ufffd`;
  }
  return undefined;
}

const replaced = (line: Uint8Array): string =>
  Array.from(line, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : '\ufffd')).join('');
