/** A zip that any LMS accepts, byte-identical for the same files: plain deflate, names in order, one fixed date. */
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { squeeze } from './squeeze.ts';

const deflate = 8;

/** Packs files into a zip. Names are ASCII with `/`. */
export async function zipOf(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), {
    // The earliest date that a zip can store.
    lastModDate: new Date(1980, 0, 1),
    extendedTimestamp: false,
    dataDescriptor: false,
    msDosCompatible: true,
    useWebWorkers: false,
    passThrough: true,
    compressionMethod: deflate,
  });
  for (const [name, bytes] of [...files].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const { deflated, checksum } = await squeeze(bytes);
    await zip.add(name, new Uint8ArrayReader(deflated), {
      uncompressedSize: bytes.length,
      signature: checksum,
    });
  }
  return zip.close();
}
