/**
 * A mail as a tree of parts (RFC 2046), without decoding anything. Parts are views of the file's bytes, so reading takes
 * linear time and no memory to speak of. The libraries at hand decode a text before its bytes can be looked at, which
 * would hide a charset that is declared wrong.
 */
import { largestHeader, mostFields, mostNested, mostParts } from '../bounds.ts';
import type { MailProblem } from '../mail-problem.ts';
import { type FieldValue, fieldValueOf } from './field-value.ts';

/** A header field as it came. */
export interface RawField {
  /** Lower case. */
  readonly name: string;
  /** Unfolded, one character a byte. */
  readonly bytes: string;
}

/** A part of a mail, or the mail itself. */
export interface Part {
  /** Such as `1.2`; empty for the mail itself. */
  readonly place: string;
  readonly fields: readonly RawField[];
  /** Content-Type. */
  readonly type: FieldValue;
  /** Still encoded; empty for a multipart. */
  readonly body: Uint8Array;
  readonly parts: readonly Part[];
}

/** The parts of a mail, and what of them was not read. */
export interface Structure {
  readonly root: Part;
  readonly problems: readonly MailProblem[];
}

/** Takes a mail apart. Never throws. */
export function structureOf(file: Uint8Array): Structure {
  const problems: MailProblem[] = [];
  const root = open('', undefined);
  const multiparts: { readonly boundary: string; readonly part: OpenPart }[] = [];
  let current: OpenPart | undefined = root;
  let count = 1;
  for (const line of linesOf(file)) {
    const mark = delimiterAt(file, line);
    const depth =
      mark === undefined ? -1 : multiparts.findLastIndex(({ boundary }) => isMark(mark, boundary));
    const enclosing = multiparts[depth];
    if (mark === undefined || enclosing === undefined) {
      if (current !== undefined && take(current, file, line, problems)) {
        const boundary = boundaryOf(current, file, line.next);
        if (boundary !== undefined) {
          if (multiparts.length >= mostNested)
            problems.push({ kind: 'nested-too-deep', place: named(current) });
          else multiparts.push({ boundary, part: current });
        }
      }
      continue;
    }
    if (current !== undefined) close(current, line.start, file);
    multiparts.length = depth + 1;
    current = undefined;
    if (mark === `--${enclosing.boundary}--`) multiparts.length = depth;
    else if (count < mostParts) {
      count += 1;
      current = open(placeIn(enclosing.part), enclosing.part);
      enclosing.part.parts.push(current);
    } else if (!problems.some(({ kind }) => kind === 'too-many-parts')) {
      problems.push({ kind: 'too-many-parts', place: named(enclosing.part) });
    }
  }
  if (current !== undefined) close(current, file.length, file);
  return { root: partOf(root, problems), problems };
}

interface OpenPart {
  readonly place: string;
  readonly digest: boolean;
  readonly lines: string[];
  readonly parts: OpenPart[];
  headerBytes: number;
  inHeader: boolean;
  type: FieldValue;
  bodyStart: number | undefined;
  body: Uint8Array;
}

const nothing = new Uint8Array(0);

function open(place: string, parent: OpenPart | undefined): OpenPart {
  const digest = parent?.type.value === 'multipart/digest';
  return {
    place,
    digest,
    lines: [],
    parts: [],
    headerBytes: 0,
    inHeader: true,
    type: fieldValueOf(digest ? 'message/rfc822' : 'text/plain'),
    bodyStart: undefined,
    body: nothing,
  };
}

const placeIn = ({ place, parts }: OpenPart): string =>
  `${place === '' ? '' : `${place}.`}${parts.length + 1}`;
const named = ({ place }: OpenPart): string => (place === '' ? 'file' : `part ${place}`);

/** Adds a line to a part; whether its header ended here. */
function take(part: OpenPart, file: Uint8Array, line: Line, problems: MailProblem[]): boolean {
  if (!part.inHeader) return false;
  if (line.end === line.start) {
    part.inHeader = false;
    part.type = typeOf(part);
    part.bodyStart = line.next;
    return true;
  }
  part.headerBytes += line.end - line.start;
  if (part.headerBytes <= largestHeader && part.lines.length < mostFields * 4) {
    part.lines.push(binaryText(file.subarray(line.start, line.end)));
  } else if (!problems.some(({ kind, place }) => kind === 'header-cut' && place === named(part))) {
    problems.push({ kind: 'header-cut', place: named(part) });
  }
  return false;
}

/** The boundary of a multipart. Without one, the first line that looks like a delimiter gives it. */
function boundaryOf({ type }: OpenPart, file: Uint8Array, from: number): string | undefined {
  if (!type.value.startsWith('multipart/')) return undefined;
  const declared = type.parameters.get('boundary')?.text.trimEnd() ?? '';
  if (declared !== '') return declared;
  const start = binaryText(file.subarray(from, from + 2_000));
  return /(?:^|\n)--([^\s-][^\r\n]{0,69}?)[ \t]*\r?\n/.exec(start)?.[1];
}

function close(part: OpenPart, end: number, file: Uint8Array): void {
  if (part.inHeader) {
    part.inHeader = false;
    part.type = typeOf(part);
  }
  if (part.bodyStart === undefined) return;
  // The line break before a delimiter belongs to the delimiter.
  let last = Math.max(end, part.bodyStart);
  if (end < file.length && last > part.bodyStart && file[last - 1] === 0x0a) last -= 1;
  if (end < file.length && last > part.bodyStart && file[last - 1] === 0x0d) last -= 1;
  part.body = file.subarray(part.bodyStart, last);
}

function typeOf(part: OpenPart): FieldValue {
  const field = fieldsOf(part.lines).find(({ name }) => name === 'content-type');
  const type = fieldValueOf(field?.bytes ?? '');
  return type.value.includes('/') ? type : part.type;
}

function partOf(part: OpenPart, problems: MailProblem[]): Part {
  const { place, type } = part;
  const isMultipart = type.value.startsWith('multipart/');
  if (isMultipart && part.parts.length === 0 && part.body.length > 0) {
    problems.push({ kind: 'boundary-missing', place: named(part) });
  }
  return {
    place,
    fields: fieldsOf(part.lines),
    type: isMultipart && part.parts.length === 0 ? fieldValueOf('text/plain') : type,
    body: part.parts.length === 0 ? part.body : nothing,
    parts: part.parts.map((inner) => partOf(inner, problems)),
  };
}

/** Fields of folded lines (RFC 5322, 2.2.3). A line without a colon is skipped. */
function fieldsOf(lines: readonly string[]): readonly RawField[] {
  const folded: string[][] = [];
  for (const line of lines) {
    const last = folded.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) last.push(line);
    else folded.push([line]);
  }
  return folded.slice(0, mostFields).flatMap((all) => {
    const field = all.join('');
    const colon = field.indexOf(':');
    const name = field.slice(0, Math.max(colon, 0)).trimEnd().toLowerCase();
    return /^[!-9;-~]+$/.test(name) ? [{ name, bytes: field.slice(colon + 1).trim() }] : [];
  });
}

// ------------------------------------------------------------------------------------------------ lines

interface Line {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
  /** Where the next line starts. */
  readonly next: number;
}

function* linesOf(file: Uint8Array): Generator<Line> {
  for (let start = 0; start < file.length;) {
    const found = file.indexOf(0x0a, start);
    const next = found < 0 ? file.length : found + 1;
    let end = found < 0 ? file.length : found;
    while (end > start && file[end - 1] === 0x0d) end -= 1;
    yield { start, end, next };
    start = next;
  }
}

/** RFC 2046 allows 70 characters; some senders use more. */
const longestDelimiter = 256;

/** The text of a line that may be a delimiter. */
function delimiterAt(file: Uint8Array, { start, end }: Line): string | undefined {
  if (file[start] !== 0x2d || file[start + 1] !== 0x2d || end - start > longestDelimiter) return undefined;
  return binaryText(file.subarray(start, end)).trimEnd();
}

const isMark = (line: string, boundary: string): boolean =>
  line === `--${boundary}` || line === `--${boundary}--`;

/** Bytes as a text with one character a byte. */
export function binaryText(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  }
  return pieces.join('');
}

/** The bytes of a text with one character a byte. */
export const bytesOfBinary = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
