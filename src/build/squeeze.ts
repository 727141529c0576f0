/**
 * Deflate with Zopfli, as small as possible: the game is built once and downloaded many times. The output is identical on every machine.
 * Zopfli needs WebAssembly, which the policy of the page forbids: what a browser packs is deflated by core/packaging/zip.ts.
 */
import { gzipAsync } from '@gfx/zopfli';
import { crc32 } from '../core/packaging/crc32.ts';
import type { Deflated } from '../core/packaging/zip.ts';

const header = 10;
const trailer = 8;

/** Compresses a text with Zopfli. */
export async function squeezed(text: string): Promise<Deflated> {
  const bytes = new TextEncoder().encode(text);
  const gzip = await gzipAsync(bytes, { numiterations: 5 });
  return { bytes: gzip.slice(header, -trailer), size: bytes.length, checksum: crc32(bytes) };
}
