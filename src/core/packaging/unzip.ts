/** Reads a zip that a stranger may have made. Everything that it says of itself is checked before it is used. */
import { Inflate, strFromU8 } from 'fflate';
import { type ArchiveProblem, archiveProblem, type ArchiveRule } from './archive-problem.ts';
import { archiveBounds } from './bounds.ts';
import { crc32 } from './crc32.ts';

/** The files of an archive by name, or what is wrong with it. */
export type Unzipped =
  | { readonly ok: true; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly ok: false; readonly problems: readonly [ArchiveProblem, ...ArchiveProblem[]] };

/** From this size on, in bytes, the ratio is looked at: a small file of spaces harms nobody. */
const ratioFrom = 1_000_000;

/** Unpacks the files of a zip. Takes no more time or memory than the bounds allow, and never throws. */
export function unzip(archive: Uint8Array): Unzipped {
  if (archive.length > archiveBounds.size) return refused(archiveProblem('archive-too-large', 0));
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const listing = listingOf(view);
  if ('rule' in listing) return refused(listing);
  const entries = entriesOf(archive, view, listing);
  if ('rule' in entries) return refused(entries);
  const [first, ...more] = [...entries.flatMap(flawOf), ...duplicatesIn(entries), ...bombsIn(entries)];
  if (first !== undefined) return refused(first, ...more);
  const overlap = overlapIn(entries, listing.start);
  if (overlap !== undefined) return refused(overlap);
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (entry.name.endsWith('/')) continue;
    const bytes = contentOf(archive, entry);
    if (bytes === undefined) return refused(flaw('entry-damaged', entry));
    files.set(entry.name, bytes);
  }
  return { ok: true, files };
}

const refused = (...problems: [ArchiveProblem, ...ArchiveProblem[]]): Unzipped => ({ ok: false, problems });

interface Listing {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

const endSignature = 0x06054b50;
const endLength = 22;
const longestComment = 0xffff;

/** The central directory, which the record at the end of a zip points to. */
function listingOf(view: DataView): Listing | ArchiveProblem {
  const last = view.byteLength - endLength;
  for (let at = last; at >= 0 && at >= last - longestComment; at -= 1) {
    // A comment may contain the signature, so its length has to fit.
    if (
      view.getUint32(at, true) !== endSignature ||
      at + endLength + view.getUint16(at + 20, true) !== view.byteLength
    )
      continue;
    const [disk, listingDisk, onDisk, count] = [4, 6, 8, 10].map((field) => view.getUint16(at + field, true));
    const size = view.getUint32(at + 12, true);
    const start = view.getUint32(at + 16, true);
    if (disk !== 0 || listingDisk !== 0 || onDisk !== count || count === 0xffff || start === 0xffffffff)
      return archiveProblem('archive-unsupported', at);
    if (count === undefined || start + size !== at) return archiveProblem('archive-damaged', at);
    if (count > archiveBounds.entries) return archiveProblem('archive-too-many', at);
    return { start, end: at, count };
  }
  return archiveProblem('archive-not-zip', 0);
}

interface Entry {
  readonly name: string;
  /** Where its line in the central directory stands. */
  readonly at: number;
  readonly isEncrypted: boolean;
  readonly isSpecial: boolean;
  readonly method: number;
  readonly checksum: number;
  /** Where its own header starts, its bytes start, and its bytes end. */
  readonly header: number;
  readonly start: number;
  readonly end: number;
  /** In bytes, unpacked. */
  readonly size: number;
}

const centralSignature = 0x02014b50;
const centralLength = 46;
const localSignature = 0x04034b50;
const localLength = 30;

/** The entries as the directory lists them. Each header before a file has to say the same. */
function entriesOf(archive: Uint8Array, view: DataView, listing: Listing): readonly Entry[] | ArchiveProblem {
  const entries: Entry[] = [];
  let at = listing.start;
  for (let index = 0; index < listing.count; index += 1) {
    if (at + centralLength > listing.end || view.getUint32(at, true) !== centralSignature)
      return archiveProblem('archive-damaged', at);
    const [nameLength = 0, extra = 0, comment = 0] = [28, 30, 32].map((field) =>
      view.getUint16(at + field, true),
    );
    const next = at + centralLength + nameLength + extra + comment;
    if (next > listing.end) return archiveProblem('archive-damaged', at);
    const nameBytes = archive.subarray(at + centralLength, at + centralLength + nameLength);
    const entry = entryAt(archive, view, { at, nameBytes, limit: listing.start });
    if (entry === undefined) return archiveProblem('entry-damaged', at, strFromU8(nameBytes));
    entries.push(entry);
    at = next;
  }
  return at === listing.end ? entries : archiveProblem('archive-damaged', at);
}

interface Line {
  readonly at: number;
  readonly nameBytes: Uint8Array;
  /** No file reaches beyond this byte. */
  readonly limit: number;
}

/** Undefined if the header before the file is missing or says something else. */
function entryAt(archive: Uint8Array, view: DataView, { at, nameBytes, limit }: Line): Entry | undefined {
  const header = view.getUint32(at + 42, true);
  const packed = view.getUint32(at + 20, true);
  if (header + localLength > limit || view.getUint32(header, true) !== localSignature) return undefined;
  const nameStart = header + localLength;
  const nameLength = view.getUint16(header + 26, true);
  const start = nameStart + nameLength + view.getUint16(header + 28, true);
  const isSame =
    view.getUint16(header + 8, true) === view.getUint16(at + 10, true) &&
    nameLength === nameBytes.length &&
    nameBytes.every((byte, index) => archive[nameStart + index] === byte);
  if (!isSame || start + packed > limit) return undefined;
  // The upper half of the external attributes is the file's mode if the host system is Unix or macOS.
  const isUnix = [3, 19].includes(view.getUint8(at + 5));
  const kind = (view.getUint32(at + 38, true) >>> 16) & 0xf000;
  return {
    name: strFromU8(nameBytes),
    at,
    isEncrypted: (view.getUint16(at + 8, true) & 0x2041) !== 0,
    isSpecial: isUnix && kind !== 0 && kind !== 0x8000 && kind !== 0x4000,
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    header,
    start,
    end: start + packed,
    size: view.getUint32(at + 24, true),
  };
}

const flaw = (rule: ArchiveRule, { at, name }: Entry): ArchiveProblem => archiveProblem(rule, at, name);

const stored = 0;
const deflate = 8;

function flawOf(entry: Entry): readonly ArchiveProblem[] {
  if (!isPath(entry.name)) return [flaw('entry-path', entry)];
  if (entry.isSpecial) return [flaw('entry-link', entry)];
  if (entry.isEncrypted) return [flaw('entry-encrypted', entry)];
  if (entry.method !== stored && entry.method !== deflate) return [flaw('entry-method', entry)];
  return [];
}

/** Whether a name stays within its folder on every system: no drive, no backslash, no empty or dotted step. */
function isPath(name: string): boolean {
  if (/[\\:\p{Cc}\p{Cf}]/u.test(name)) return false;
  return name
    .replace(/\/$/, '')
    .split('/')
    .every((step) => step !== '' && step !== '.' && step !== '..');
}

/** Entries whose name an earlier one has. Many file systems tell neither capitals nor forms of Unicode apart. */
function duplicatesIn(entries: readonly Entry[]): readonly ArchiveProblem[] {
  const names = new Set<string>();
  return entries.flatMap((entry) => {
    const name = entry.name.normalize('NFC').toLowerCase().replace(/\/$/, '');
    if (names.has(name)) return [flaw('entry-duplicate', entry)];
    names.add(name);
    return [];
  });
}

/** Entries that say themselves that they exceed the bounds; whether they lie is seen when they are unpacked. */
function bombsIn(entries: readonly Entry[]): readonly ArchiveProblem[] {
  let sum = 0;
  return entries.flatMap((entry) => {
    sum += entry.size;
    const isDense = entry.size > ratioFrom && entry.size > archiveBounds.ratio * (entry.end - entry.start);
    return isDense || sum > archiveBounds.unpacked ? [flaw('entry-bomb', entry)] : [];
  });
}

/** The first entry that shares bytes with another: a small zip can unpack to much that way. */
function overlapIn(entries: readonly Entry[], limit: number): ArchiveProblem | undefined {
  const inOrder = entries.toSorted((one, other) => one.header - other.header);
  const at = inOrder.findIndex(({ end }, index) => end > (inOrder[index + 1]?.header ?? limit));
  const entry = inOrder[at + 1] ?? inOrder[at];
  return at === -1 || entry === undefined ? undefined : flaw('entry-overlap', entry);
}

/** Undefined if the bytes are not what the directory says of them. */
function contentOf(archive: Uint8Array, entry: Entry): Uint8Array | undefined {
  const packed = archive.subarray(entry.start, entry.end);
  const bytes = entry.method === stored ? packed.slice() : inflated(packed, entry.size);
  return bytes?.length === entry.size && crc32(bytes) === entry.checksum ? bytes : undefined;
}

/** In bytes. Deflate grows by 1,032 times at most, so a step adds less than 17 MB. */
const step = 16_384;

/** Stops as soon as more comes out than `size`. */
function inflated(packed: Uint8Array, size: number): Uint8Array | undefined {
  const whole = new Uint8Array(size);
  let filled = 0;
  let isEnded = false;
  const stream = new Inflate((part, isFinal) => {
    if (filled + part.length <= size) whole.set(part, filled);
    filled += part.length;
    isEnded = isFinal;
  });
  try {
    for (let at = 0; at < packed.length; at += step) {
      stream.push(packed.subarray(at, at + step), at + step >= packed.length);
      if (filled > size) return undefined;
    }
  } catch {
    // Not a deflate stream.
    return undefined;
  }
  return isEnded && filled === size ? whole : undefined;
}
