/** Writes a zip (APPNOTE 6.3) that has the same bytes for the same files: sorted names, one fixed date, plain deflate. */
import { deflateSync, strToU8 } from 'fflate';
import { crc32 } from './crc32.ts';

/** A file, compressed. */
export interface Deflated {
  /** RFC 1951. */
  readonly bytes: Uint8Array;
  /** In bytes, before compression. */
  readonly size: number;
  /** CRC-32 of the uncompressed bytes. */
  readonly checksum: number;
}

/** Compresses a file. The same on every machine. */
export const deflated = (bytes: Uint8Array): Deflated => ({
  bytes: deflateSync(bytes, { level: 9 }),
  size: bytes.length,
  checksum: crc32(bytes),
});

/** The bytes of a zip. Names have `/` between folders. */
export function zipOf(files: ReadonlyMap<string, Deflated>): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, file] of [...files].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const nameBytes = strToU8(name);
    const fields = sharedFields(nameBytes, file);
    directory.push(centralHeader(fields, offset), nameBytes);
    for (const part of [localHeader(fields), nameBytes, file.bytes]) {
      parts.push(part);
      offset += part.length;
    }
  }
  const listing = joined(directory);
  return joined([...parts, listing, end(files.size, listing.length, offset)]);
}

/** MS-DOS, version 2.0: the first with deflate and folders. */
const version = 20;
const deflate = 8;
/** Bit 11: the name is UTF-8. */
const utf8Name = 0x800;
/** 1 January 1980, the earliest date that a zip can store. */
const date = 0x21;

/** The fields from “version needed” to “extra length”, which both headers have. */
function sharedFields(name: Uint8Array, { bytes, size, checksum }: Deflated): Uint8Array {
  const fields = new DataView(new ArrayBuffer(26));
  fields.setUint16(0, version, true);
  fields.setUint16(2, name.some((byte) => byte > 0x7f) ? utf8Name : 0, true);
  fields.setUint16(4, deflate, true);
  fields.setUint16(8, date, true);
  fields.setUint32(10, checksum, true);
  fields.setUint32(14, bytes.length, true);
  fields.setUint32(18, size, true);
  fields.setUint16(22, name.length, true);
  return new Uint8Array(fields.buffer);
}

function localHeader(fields: Uint8Array): Uint8Array {
  const header = new Uint8Array(30);
  header.set([0x50, 0x4b, 3, 4]);
  header.set(fields, 4);
  return header;
}

function centralHeader(fields: Uint8Array, offset: number): Uint8Array {
  const header = new Uint8Array(46);
  header.set([0x50, 0x4b, 1, 2, version, 0]);
  header.set(fields, 6);
  new DataView(header.buffer).setUint32(42, offset, true);
  return header;
}

function end(count: number, size: number, offset: number): Uint8Array {
  const record = new DataView(new ArrayBuffer(22));
  record.setUint32(0, 0x06054b50, true);
  record.setUint16(8, count, true);
  record.setUint16(10, count, true);
  record.setUint32(12, size, true);
  record.setUint32(16, offset, true);
  return new Uint8Array(record.buffer);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
