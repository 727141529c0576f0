/**
 * Reads the streams of a compound file (MS-CFB), the container of Outlook's .msg. Any bytes end in streams or in
 * nothing: chains that loop or leave the file are cut.
 */

/** A storage: streams and further storages by name. */
export interface Storage {
  readonly streams: ReadonlyMap<string, Uint8Array>;
  readonly storages: ReadonlyMap<string, Storage>;
}

/** A compound file; `isCut` if a part of it lies beyond the end of the bytes. */
export interface CompoundFile {
  readonly root: Storage;
  readonly isCut: boolean;
}

/** Sector numbers from here on mark ends and free sectors. */
const lastSector = 0xfffffff9;
const entryLength = 128;
const noEntry = 0xffffffff;
/** The format allows more; a mail has a few hundred. */
const mostEntries = 20_000;
const deepest = 12;

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/** Reads a compound file; undefined if it has no directory. */
export function compoundFile(bytes: Uint8Array): CompoundFile | undefined {
  return bytes.length < 512 ? undefined : new CompoundReader(bytes).read();
}

class CompoundReader {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly sectorSize: number;
  private fat: readonly number[] = [];
  private miniFat: readonly number[] = [];
  private miniStream: Uint8Array = new Uint8Array();
  private entries: readonly Entry[] = [];
  private isCut = false;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.sectorSize = this.view.getUint16(30, true) === 12 ? 4_096 : 512;
  }

  read(): CompoundFile | undefined {
    this.fat = this.numbersIn(this.fatSectors());
    const directory = this.joined(this.chain(this.view.getUint32(48, true)));
    this.entries = entriesIn(directory);
    const [root] = this.entries;
    if (root === undefined || root.kind !== 5) return undefined;
    this.miniFat = this.numbersIn(this.chain(this.view.getUint32(60, true)));
    this.miniStream = this.stream({ ...root, kind: 2 }, true);
    return { root: this.storage(root.child, 0), isCut: this.isCut };
  }

  private fatSectors(): readonly number[] {
    const sectors = Array.from({ length: 109 }, (_, index) => this.view.getUint32(76 + 4 * index, true));
    let next = this.view.getUint32(68, true);
    const seen = new Set<number>();
    while (next <= lastSector && !seen.has(next)) {
      seen.add(next);
      const numbers = this.numbersIn([next]);
      if (numbers.length === 0) break;
      sectors.push(...numbers.slice(0, -1));
      next = numbers.at(-1) ?? noEntry;
    }
    return sectors.filter((sector) => sector <= lastSector).slice(0, this.bytes.length / this.sectorSize + 1);
  }

  private sector(number: number): Uint8Array {
    const start = (number + 1) * this.sectorSize;
    if (start + this.sectorSize > this.bytes.length) this.isCut = true;
    return this.bytes.subarray(start, start + this.sectorSize);
  }

  private numbersIn(sectors: readonly number[]): readonly number[] {
    return sectors.flatMap((number) => {
      const sector = this.sector(number);
      const view = new DataView(sector.buffer, sector.byteOffset, sector.byteLength);
      return Array.from({ length: Math.floor(sector.length / 4) }, (_, index) =>
        view.getUint32(4 * index, true),
      );
    });
  }

  private chain(start: number): readonly number[] {
    return chainIn(this.fat, start);
  }

  private joined(sectors: readonly number[]): Uint8Array {
    const joined = new Uint8Array(sectors.length * this.sectorSize);
    let length = 0;
    for (const number of sectors) {
      const sector = this.sector(number);
      joined.set(sector, length);
      length += sector.length;
    }
    return joined.subarray(0, length);
  }

  private stream({ start, size }: Entry, isLarge = size >= this.view.getUint32(56, true)): Uint8Array {
    const found = isLarge ? this.joined(this.chain(start)) : this.miniSectors(start);
    if (found.length < size) this.isCut = true;
    return found.subarray(0, size);
  }

  private miniSectors(start: number): Uint8Array {
    const chain = chainIn(this.miniFat, start);
    const joined = new Uint8Array(chain.length * 64);
    for (const [index, number] of chain.entries())
      joined.set(this.miniStream.subarray(64 * number, 64 * (number + 1)), 64 * index);
    return joined;
  }

  private storage(child: number, depth: number): Storage {
    const streams = new Map<string, Uint8Array>();
    const storages = new Map<string, Storage>();
    const seen = new Set<number>();
    const waiting = [child];
    while (waiting.length > 0) {
      const number = waiting.pop() ?? noEntry;
      const entry = this.entries[number];
      if (entry === undefined || seen.has(number)) continue;
      seen.add(number);
      waiting.push(entry.left, entry.right);
      if (entry.kind === 2) streams.set(entry.name, this.stream(entry));
      else if (entry.kind === 1 && depth < deepest)
        storages.set(entry.name, this.storage(entry.child, depth + 1));
    }
    return { streams, storages };
  }
}

/** The sectors of a chain, without repeats. */
function chainIn(table: readonly number[], start: number): readonly number[] {
  const chain: number[] = [];
  const seen = new Set<number>();
  for (let next = start; next <= lastSector && next < table.length && !seen.has(next);) {
    seen.add(next);
    chain.push(next);
    next = table[next] ?? noEntry;
  }
  return chain;
}

function entriesIn(directory: Uint8Array): readonly Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const count = Math.min(mostEntries, Math.floor(directory.length / entryLength));
  return Array.from({ length: count }, (_, index) => {
    const at = index * entryLength;
    const letters = Math.min(31, Math.max(0, view.getUint16(at + 64, true) / 2 - 1));
    return {
      name: String.fromCharCode(
        ...Array.from({ length: letters }, (__, letter) => view.getUint16(at + 2 * letter, true)),
      ),
      kind: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    };
  });
}
