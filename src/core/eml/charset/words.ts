/** Encoded words of header fields as text (RFC 2047). */
import { base64Bytes, quotedBytes } from '../mime/transfer.ts';
import { bytesOfBinary } from '../mime/part.ts';
import { type Decoded, type Decoders, textOf } from './text-of.ts';
import { labelOf } from './labels.ts';

/** A field of a header as text, with the least certain of its pieces. */
export interface FieldText {
  readonly text: string;
  readonly certainty: Decoded['certainty'];
  /** The sets that were used beside ASCII. */
  readonly charsets: ReadonlySet<string>;
}

const word = /=\?([^?\s]{1,80})\?([bq])\?([^?]*)\?=/gi;

/**
 * Decodes a field, given with one character a byte. Neighbouring words of one charset are joined before they are decoded:
 * many programs cut a character in two, against the standard.
 */
export function fieldText(bytes: string, decoders: Decoders, wrap = plain): FieldText {
  const pieces: { readonly text: string; readonly isWord: boolean }[] = [];
  const charsets = new Set<string>();
  let certainty: Decoded['certainty'] = 'declared';
  const keep = (decoded: Decoded, isWord: boolean): void => {
    if (decoded.charset !== 'us-ascii' && isWord) charsets.add(decoded.charset);
    if (decoded.certainty !== 'declared' && certainty !== 'unknown') ({ certainty } = decoded);
    pieces.push({ text: decoded.text, isWord });
  };
  for (const run of runsOf(bytes)) {
    if (run.charset === undefined) keep(textOf(bytesOfBinary(run.bytes), undefined, decoders), false);
    else keep(textOf(bytesOfBinary(run.bytes), run.charset, decoders), true);
  }
  return {
    text: pieces.map(({ text, isWord }) => (isWord ? wrap(text) : text)).join(''),
    certainty,
    charsets,
  };
}

const plain = (text: string): string => text;

interface WordRun {
  readonly bytes: string;
  /** Absent for what is no encoded word. */
  readonly charset?: string;
}

function runsOf(field: string): readonly WordRun[] {
  const runs: WordRun[] = [];
  let end = 0;
  for (const { 0: whole, 1: charset = '', 2: encoding = '', 3: content = '', index } of field.matchAll(
    word,
  )) {
    const between = field.slice(end, index);
    const last = runs.at(-1);
    // White space between two words belongs to neither (RFC 2047, 6.2).
    const touches = last?.charset !== undefined && /^\s*$/.test(between);
    if (!touches && between !== '') runs.push({ bytes: between });
    const bytes = wordBytes(encoding, content);
    if (touches && labelOf(last?.charset ?? '') === labelOf(charset)) {
      runs[runs.length - 1] = { bytes: `${last?.bytes ?? ''}${bytes}`, charset };
    } else runs.push({ bytes, charset });
    end = index + whole.length;
  }
  if (end < field.length) runs.push({ bytes: field.slice(end) });
  return runs;
}

function wordBytes(encoding: string, content: string): string {
  const bytes = bytesOfBinary(content);
  const decoded = encoding.toLowerCase() === 'b' ? base64Bytes(bytes) : quotedBytes(bytes, true);
  return Array.from(decoded, (byte) => String.fromCharCode(byte)).join('');
}
