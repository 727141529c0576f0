/** Zips that no well-behaved program writes. */
import { deflateSync, strToU8 } from 'fflate';
import { crc32 } from '../../../src/core/packaging/crc32.ts';

/** An entry; whatever is given replaces what would be right. */
export interface RawEntry {
  readonly name: string;
  readonly bytes?: Uint8Array;
  readonly packed?: Uint8Array;
  readonly localName?: string;
  readonly system?: number;
  readonly mode?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly size?: number;
  readonly checksum?: number;
  /** Points to the header of this entry instead of its own. */
  readonly sameAs?: number;
}

/** The bytes of a zip with these entries in this order. */
export function rawZip(entries: readonly RawEntry[], comment = ''): Uint8Array {
  const out: number[] = [];
  const directory: number[] = [];
  const offsets: number[] = [];
  for (const entry of entries) {
    const bytes = entry.bytes ?? strToU8('x');
    const packed = entry.packed ?? deflateSync(bytes);
    const shared = (name: string): number[] => [
      ...two(20),
      ...two(entry.flags ?? 0x800),
      ...two(entry.method ?? 8),
      ...four(0x210000),
      ...four(entry.checksum ?? crc32(bytes)),
      ...four(packed.length),
      ...four(entry.size ?? bytes.length),
      ...two(strToU8(name).length),
      ...two(0),
    ];
    const offset = entry.sameAs === undefined ? out.length : (offsets[entry.sameAs] ?? 0);
    offsets.push(offset);
    if (entry.sameAs === undefined) {
      const name = entry.localName ?? entry.name;
      out.push(...four(0x04034b50), ...shared(name), ...strToU8(name));
      for (const byte of packed) out.push(byte);
    }
    directory.push(
      ...four(0x02014b50),
      20,
      entry.system ?? 3,
      ...shared(entry.name),
      ...two(0),
      ...two(0),
      ...two(0),
      ...four((entry.mode ?? 0x81a4) * 0x10000),
      ...four(offset),
      ...strToU8(entry.name),
    );
  }
  const start = out.length;
  const end = [
    ...four(0x06054b50),
    ...four(0),
    ...two(entries.length),
    ...two(entries.length),
    ...four(directory.length),
    ...four(start),
    ...two(comment.length),
    ...strToU8(comment),
  ];
  return Uint8Array.from([...out, ...directory, ...end]);
}

const two = (value: number): number[] => [value & 0xff, (value >>> 8) & 0xff];
const four = (value: number): number[] => [...two(value), ...two(Math.floor(value / 0x10000))];
