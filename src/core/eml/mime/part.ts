/**
 * A mail as a tree of parts (RFC 2046), without decoding anything. Parts are views of the file's bytes, so reading takes
 * linear time and no memory to speak of. The libraries at hand decode a text before its bytes can be looked at, which
 * would hide a charset that is declared wrong.
 */
import { largestHeader, mostFields, mostNested, mostParts } from '../bounds.ts';
import type { MailProblem } from '../mail-problem.ts';
import { allOf, type Steps } from '../steps.ts';
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
export const structureOf = (file: Uint8Array): Structure => allOf(structureSteps(file));

/** Bytes of a file between two steps. */
const stepBytes = 500_000;

/** Takes a mail apart in steps. */
export function* structureSteps(file: Uint8Array): Steps<Structure> {
  const problems: MailProblem[] = [];
  const root = open('', undefined);
  const multiparts: Multipart[] = [];
  let current: OpenPart | undefined = root;
  let count = 1;
  let pause = stepBytes;
  for (const line of linesOf(file, () => current?.inHeader === true)) {
    if (line.start >= pause) {
      yield line.start / file.length;
      pause = line.start + stepBytes;
    }
    const { depth, isEnd } = delimiterAt(file, line, multiparts);
    const enclosing = multiparts[depth];
    if (enclosing === undefined) {
      if (current !== undefined && take(current, file, line, problems)) {
        const boundary = boundaryOf(current, file, line.next);
        if (boundary !== undefined) {
          if (multiparts.length >= mostNested)
            problems.push({ kind: 'nested-too-deep', place: named(current) });
          else multiparts.push({ mark: bytesOfBinary(`--${boundary}`), part: current });
        }
      }
      continue;
    }
    if (current !== undefined) close(current, line.start, file);
    multiparts.length = isEnd ? depth : depth + 1;
    current = undefined;
    if (isEnd) continue;
    if (count < mostParts) {
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

/** A multipart whose parts are being read. */
interface Multipart {
  /** The bytes that a delimiter begins with: `--` and the boundary. */
  readonly mark: Uint8Array;
  readonly part: OpenPart;
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

/** The lines of a file; while `wantsAll` is false, only those that may be a delimiter: what lies between them is no header. */
function* linesOf(file: Uint8Array, wantsAll: () => boolean): Generator<Line> {
  for (let start = 0; start < file.length;) {
    const found = file.indexOf(lineFeed, start);
    const next = found < 0 ? file.length : found + 1;
    let end = found < 0 ? file.length : found;
    while (end > start && file[end - 1] === carriageReturn) end -= 1;
    yield { start, end, next };
    start = wantsAll() ? next : nextDashes(file, next);
  }
}

/** Where the next line that starts with `--` begins; the end of the file if there is none. */
function nextDashes(file: Uint8Array, from: number): number {
  for (let at = file.indexOf(dash, from); at >= 0; at = file.indexOf(dash, at + 1)) {
    if (file[at + 1] === dash && (at === from || file[at - 1] === lineFeed)) return at;
  }
  return file.length;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const dash = 0x2d;

/** Which multipart a line is a delimiter of, -1 if of none, and whether it ends that multipart (RFC 2046, 5.1.1). */
function delimiterAt(
  file: Uint8Array,
  { start, end }: Line,
  multiparts: readonly Multipart[],
): { readonly depth: number; readonly isEnd: boolean } {
  let isEnd = false;
  const depth = multiparts.findLastIndex(({ mark }) => {
    if (!startsWith(file, start, mark)) return false;
    const rest = end - start - mark.length;
    if (rest > longestPadding) return false;
    const after = binaryText(file.subarray(start + mark.length, end)).trimEnd();
    isEnd = after === '--';
    return isEnd || after === '';
  });
  return { depth, isEnd };
}

/** Whether a file holds these bytes at a place. */
function startsWith(file: Uint8Array, start: number, bytes: Uint8Array): boolean {
  for (let at = bytes.length - 1; at >= 0; at -= 1) if (file[start + at] !== bytes[at]) return false;
  return true;
}

/** Bytes after a boundary that are looked at: `--` and white space. */
const longestPadding = 200;

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
