/** How a content file is shipped. */
import { readJson } from '../scenario/read/read-json.ts';

/** Byte-identical on every machine: minified JSON, and SVG with LF line endings. Undefined for a text that is no JSON. */
export function shippedFile(path: string, bytes: Uint8Array): string | Uint8Array | undefined {
  if (path.endsWith('.svg')) return textOf(bytes).replaceAll(/\r\n?/g, '\n');
  if (!path.endsWith('.json')) return bytes;
  const json = readJson(textOf(bytes), path);
  return json.ok ? JSON.stringify(json.value) : undefined;
}

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
