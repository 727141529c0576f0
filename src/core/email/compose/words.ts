/** Text of any language in ASCII headers: encoded words (RFC 2047) and parameters (RFC 2231). */
import { base64 } from './base64.ts';
import { jisRows } from './jis-table.ts';
import { bytesOf } from '../../url/utf8.ts';

/** A character set for mail. */
export type Charset = 'utf-8' | 'iso-2022-jp';

/** RFC 2047 allows 75 characters. Shorter words leave room for the header's name on the first line. */
const longestWord = 62;

/** Row and cell of each JIS X 0208 character, each plus 0x20 as in ISO-2022-JP. */
const jisCodes: ReadonlyMap<string, readonly [number, number]> = new Map(
  jisRows.flatMap(([row, cells]) =>
    [...cells].flatMap((character, cell) =>
      character === ' ' ? [] : [[character, [row + 0x20, cell + 0x21]] as const],
    ),
  ),
);

/** A text in ISO-2022-JP (RFC 1468), ending in ASCII mode; undefined if JIS X 0208 lacks a character. */
export function iso2022jpBytes(text: string): readonly number[] | undefined {
  const bytes: number[] = [];
  let kanji = false;
  for (const character of text) {
    const code = character.charCodeAt(0) < 0x80 ? undefined : jisCodes.get(character);
    if (code === undefined && character.charCodeAt(0) >= 0x80) return undefined;
    if (kanji !== (code !== undefined)) bytes.push(0x1b, ...(kanji ? [0x28, 0x42] : [0x24, 0x42]));
    kanji = code !== undefined;
    bytes.push(...(code ?? [character.charCodeAt(0)]));
  }
  if (kanji) bytes.push(0x1b, 0x28, 0x42);
  return bytes;
}

/** The character set for a text: the wanted one, or UTF-8 if the wanted one lacks a character, as mail programs do. */
export function charsetFor(text: string, wanted: Charset): Charset {
  return wanted === 'iso-2022-jp' && iso2022jpBytes(text) !== undefined ? 'iso-2022-jp' : 'utf-8';
}

/** The bytes of a text in a character set that has all its characters. */
export function bytesIn(text: string, charset: Charset): readonly number[] {
  return charset === 'utf-8' ? bytesOf(text) : (iso2022jpBytes(text) ?? bytesOf(text));
}

/** An encoded word and what it means. */
export interface EncodedWord {
  /** `=?charset?B?…?=`, at most 75 characters. */
  readonly encoded: string;
  /** The whole characters it encodes. */
  readonly decoded: string;
}

/** A text as encoded words; none splits a character (RFC 2047, 5). */
export function encodedWords(text: string, wanted: Charset): readonly EncodedWord[] {
  const charset = charsetFor(text, wanted);
  const encode = (piece: string): string =>
    `=?${charset.toUpperCase()}?B?${base64(bytesIn(piece, charset))}?=`;
  const words: EncodedWord[] = [];
  let piece = '';
  for (const character of wellFormed(text)) {
    if (piece !== '' && encode(piece + character).length > longestWord) {
      words.push({ encoded: encode(piece), decoded: piece });
      piece = '';
    }
    piece += character;
  }
  if (piece !== '') words.push({ encoded: encode(piece), decoded: piece });
  return words;
}

function wellFormed(text: string): string {
  return [...text].map((character) => (/^[\ud800-\udfff]$/.test(character) ? '\ufffd' : character)).join('');
}

/** Whether a text may appear unencoded in a header. */
export function isPlainAscii(text: string): boolean {
  return /^[\u0020-\u007e]*$/.test(text) && !text.includes('=?');
}

const attributeCharacter = /[A-Za-z0-9!#$&+.^_`|~-]/;
/** Octets per continuation, so that a line stays below 76 characters. */
const longestSection = 50;

/** A parameter such as `filename="a.pdf"`, in RFC 2231 sections if it is not ASCII or too long. */
export function parameters(name: string, value: string): readonly string[] {
  if (isPlainAscii(value) && value.length <= longestSection && !/["\\]/.test(value))
    return [`${name}="${value}"`];
  const sections: string[] = [];
  let section = '';
  for (const character of wellFormed(value)) {
    const escaped = bytesOf(character).map(escapedByte).join('');
    if (section !== '' && section.length + escaped.length > longestSection) {
      sections.push(section);
      section = '';
    }
    section += escaped;
  }
  sections.push(section);
  const [only = ''] = sections;
  if (sections.length === 1) return [`${name}*=UTF-8''${only}`];
  return sections.map((text, index) => `${name}*${index}*=${index === 0 ? "UTF-8''" : ''}${text}`);
}

function escapedByte(byte: number): string {
  const character = String.fromCharCode(byte);
  return attributeCharacter.test(character)
    ? character
    : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
