/**
 * Writes a package as one file, either new or in place of one that an earlier run wrote. The file appears complete
 * or not at all.
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { unzip } from '../core/packaging/unzip.ts';
import { besides, type OutputPlace, placeOf, type Refused, refusal } from './output-folder.ts';

/** Where `wanted` may be written, or why not. `keep` are paths that must not be overwritten. */
export async function outputFile(wanted: string, keep: readonly string[]): Promise<OutputPlace | Refused> {
  const place = await placeOf(wanted, keep);
  if (!place.ok) return place;
  const { path: file, found } = place;
  if (/[\\/]$/.test(wanted) || found?.isDirectory() === true) {
    return refusal(
      `「${file}」はフォルダーです。書き出すファイルの名前を付けてください。`,
      `“${file}” is a folder. Give the name of the file to write.`,
    );
  }
  if (found !== undefined && !(found.isFile() && isPackage(await readFile(file)))) {
    return refusal(
      `「${file}」は、このツールが書き出したものではないため、上書きしませんでした。別の名前を選んでください。`,
      `“${file}” was not written by this tool, so it was not replaced. Choose another name.`,
    );
  }
  return place;
}

/** Writes a temporary file first, then renames it. */
export async function putIn(file: string, bytes: Uint8Array): Promise<void> {
  const aside = besides(file, 'part');
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(aside, bytes);
    await rename(aside, file);
  } finally {
    await rm(aside, { force: true });
  }
}

const isPackage = (bytes: Uint8Array): boolean => isSinglePage(bytes) || isZipOfOurs(bytes);

const isSinglePage = (bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes).includes('<script type="text/plain" id="mikiwame-content">');

function isZipOfOurs(bytes: Uint8Array): boolean {
  const zip = unzip(bytes);
  // A file that cannot be read as a zip is not one of our packages.
  if (!zip.ok || !zip.files.has('game.js') || !zip.files.has('content.js')) return false;
  const manifest = zip.files.get('imsmanifest.xml') ?? zip.files.get('cmi5.xml');
  const text = new TextDecoder().decode(manifest);
  return /<manifest identifier="mikiwame[-"]|"https:\/\/mikiwame\.example\/courses\//.test(text);
}
