import { useId, useState } from 'react';
import { pick } from '../../i18n/language.ts';
import { useSentences } from '../../i18n/setup.ts';
import { FileInput } from '../../ui/FileInput.tsx';
import { insert } from '../draft/changes.ts';
import { useEditing } from '../edit/editing.ts';
import { allBlocks, freeIn } from './block-parts.ts';
import type { BlockPlace } from './new-block.ts';
import { largestPicture, newPicture } from './new-picture.ts';

/** Adds a picture from a file of the device to a list of blocks. What is no safe picture is refused with the reason. */
export function AddPicture({ place }: { readonly place: BlockPlace }) {
  const { t, language } = useSentences('studio');
  const { open, file, change } = useEditing();
  const [refusal, setRefusal] = useState<string>();
  const input = useId();
  const add = async (chosen: File): Promise<void> => {
    const bytes = chosen.size > largestPicture ? undefined : await bytesOf(chosen);
    if (bytes === undefined) {
      setRefusal(
        t(chosen.size > largestPicture ? 'picture.large' : 'picture.unreadable', { file: chosen.name }),
      );
      return;
    }
    const pack = /^packs\/[^/]+\//.exec(file.path)?.[0] ?? '';
    const picture = newPicture(chosen.name, bytes, pack, open.pictures);
    if (!picture.ok) {
      setRefusal(
        picture.why === 'large'
          ? t('picture.large', { file: chosen.name })
          : t('picture.refused', { file: chosen.name, why: pick(picture.why, language) }),
      );
      return;
    }
    setRefusal(undefined);
    open.addPicture(picture.path, picture.bytes);
    const id = freeIn(allBlocks(place.body), 'picture');
    change([
      insert([...place.list, place.at], {
        kind: 'image',
        id,
        asset: picture.asset,
        alt: { ja: '', en: '' },
      }),
    ]);
  };
  return (
    <>
      <label className="studio-button small" htmlFor={input}>
        {t('block.plus', { kind: t('block.kind.image') })}
      </label>
      <FileInput id={input} accept=".svg,.png,.jpg,.jpeg" onFile={(chosen) => void add(chosen)} />
      {refusal !== undefined && (
        <p role="alert" className="studio-refusal">
          {refusal}
        </p>
      )}
    </>
  );
}

async function bytesOf(file: File): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    // The file was moved or deleted after it was chosen.
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
