import { type ReactNode, use, useCallback } from 'react';
import { PicturesContext } from '../../inbox/pictures.ts';
import { contentRoot } from '../../packs/ahead.ts';
import type { OpenDraft } from '../draft/store.ts';
import { useEditing } from '../edit/editing.ts';

/** The pictures of the open draft, for what is below. */
export function DraftPictures({ children }: { readonly children: ReactNode }) {
  const { open } = useEditing();
  return <WithPictures pictures={open.pictures}>{children}</WithPictures>;
}

interface WithPicturesProps extends Pick<OpenDraft, 'pictures'> {
  readonly children: ReactNode;
}

/** Draws the pictures of a draft; the page's own where the draft has none of that name, such as those of the world. */
export function WithPictures({ pictures, children }: WithPicturesProps) {
  const pageOwn = use(PicturesContext);
  const at = useCallback(
    (path: string): string => {
      const bytes = path.startsWith(contentRoot) ? pictures.get(path.slice(contentRoot.length)) : undefined;
      return bytes === undefined ? pageOwn(path) : addressOf(bytes, path);
    },
    [pictures, pageOwn],
  );
  return <PicturesContext value={at}>{children}</PicturesContext>;
}

const addresses = new WeakMap<Uint8Array, string>();

/** The picture as an address; the page's policy allows `data:` and no other. */
function addressOf(bytes: Uint8Array, path: string): string {
  const known = addresses.get(bytes);
  if (known !== undefined) return known;
  const binary = Array.from(bytes, (byte) => String.fromCodePoint(byte)).join('');
  const address = `data:${typeOf(path)};base64,${btoa(binary)}`;
  addresses.set(bytes, address);
  return address;
}

function typeOf(path: string): string {
  if (/\.svg$/i.test(path)) return 'image/svg+xml';
  return /\.png$/i.test(path) ? 'image/png' : 'image/jpeg';
}
