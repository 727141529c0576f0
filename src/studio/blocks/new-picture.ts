/** A picture from a file → its name in the pack's folder, and the block that shows it. */
import { pictureFlaw } from '../../core/lint/picture.ts';
import type { Localized } from '../../core/scenario/format/text.ts';
import type { OpenDraft } from '../draft/store.ts';

/** In bytes. A pack is loaded by phones. */
export const largestPicture = 1_000_000;

/** A picture that the draft can take, or why it cannot. */
export type NewPicture =
  | { readonly ok: true; readonly asset: string; readonly path: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: 'large' | Localized };

/** Looks at a picture by its name and bytes. `pack` is the folder of the pack, with a slash at its end. */
export function newPicture(
  file: string,
  bytes: Uint8Array,
  pack: string,
  pictures: OpenDraft['pictures'],
): NewPicture {
  if (bytes.length > largestPicture) return { ok: false, why: 'large' };
  const name = nameFor(file);
  const flaw = pictureFlaw(name, { start: [...bytes.subarray(0, 8)], text: textOf(bytes) });
  if (flaw !== undefined) return { ok: false, why: flaw };
  const asset = freeName(name, (one) => {
    const there = pictures.get(`${pack}assets/${one}`);
    return there === undefined || isSame(there, bytes);
  });
  return { ok: true, asset, path: `${pack}assets/${asset}`, bytes };
}

/** A name of the format: lower-case letters, digits and hyphens. */
function nameFor(file: string): string {
  const [, stem = '', ending = ''] = /^(.*)\.([^.]*)$/s.exec(file.toLowerCase()) ?? [];
  const plain = stem
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${plain === '' ? 'picture' : plain}.${ending === 'jpeg' ? 'jpg' : ending}`;
}

function freeName(name: string, isFree: (name: string) => boolean): string {
  if (isFree(name)) return name;
  for (let number = 2; ; number += 1) {
    const next = name.replace(/\.(\w*)$/, `-${number}.$1`);
    if (isFree(next)) return next;
  }
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
