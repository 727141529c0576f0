/** How a content file is shipped. */
import { strFromU8 } from 'fflate';
import { readJson } from '../scenario/read/read-json.ts';

/** Byte-identical on every machine: minified JSON, and SVG with LF line endings. Undefined for a text that is no JSON. */
export function shippedFile(path: string, bytes: Uint8Array): string | Uint8Array | undefined {
  if (path.endsWith('.svg')) return strFromU8(bytes).replaceAll(/\r\n?/g, '\n');
  if (!path.endsWith('.json')) return bytes;
  const json = readJson(strFromU8(bytes), path);
  return json.ok ? JSON.stringify(json.value) : undefined;
}
