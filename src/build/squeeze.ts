/**
 * Deflate with Zopfli, as small as possible: packages are built once and downloaded many times. The output is
 * identical on every machine.
 */
import { gzipAsync } from '@gfx/zopfli';

const header = 10;
const trailer = 8;

/** Compressed bytes in the forms that packages need. */
export interface Squeezed {
  /** RFC 1952, without name or date. */
  readonly gzip: Uint8Array;
  /** The same without header and trailer (RFC 1951), as a zip stores it. */
  readonly deflated: Uint8Array;
  /** CRC-32 of the uncompressed bytes. */
  readonly checksum: number;
}

/** Compresses bytes with Zopfli. */
export async function squeeze(bytes: Uint8Array): Promise<Squeezed> {
  const gzip = await gzipAsync(bytes, { numiterations: 5 });
  const { buffer, byteOffset, byteLength } = gzip;
  return {
    gzip,
    deflated: gzip.subarray(header, -trailer),
    checksum: new DataView(buffer, byteOffset, byteLength).getUint32(byteLength - trailer, true),
  };
}
