/** Deflate as small as it gets (Zopfli): packages are made once and carried many times. The same bytes on any machine. */
import { gzipAsync } from '@gfx/zopfli';

const header = 10;
const trailer = 8;

export interface Squeezed {
  /** RFC 1952, without name or date. */
  readonly gzip: Uint8Array;
  /** The same without its frame (RFC 1951), as a zip holds it. */
  readonly deflated: Uint8Array;
  /** CRC-32 of what was squeezed. */
  readonly checksum: number;
}

export async function squeeze(bytes: Uint8Array): Promise<Squeezed> {
  const gzip = await gzipAsync(bytes, { numiterations: 5 });
  const { buffer, byteOffset, byteLength } = gzip;
  return {
    gzip,
    deflated: gzip.subarray(header, -trailer),
    checksum: new DataView(buffer, byteOffset, byteLength).getUint32(byteLength - trailer, true),
  };
}
