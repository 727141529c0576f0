import { useState } from 'react';
import { textsOf } from '../../core/draft/draft.ts';
import { useSentences } from '../../i18n/setup.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import type { OpenDraft } from '../draft/store.ts';

const GiveDialog = lazyPart(() => import('../give/GiveDialog.tsx'));

/** The button that opens the ways to give the draft away. */
export function GiveButton({ open }: { readonly open: Pick<OpenDraft, 'name' | 'draft' | 'pictures'> }) {
  const { t } = useSentences('give');
  const [given, setGiven] = useState<Parameters<typeof GiveDialog>[0]['draft']>();
  const close = (): void => setGiven(undefined);
  return (
    <>
      <button
        type="button"
        className="studio-button main"
        onClick={() => setGiven({ texts: textsOf(open.draft), pictures: open.pictures })}
      >
        {t('open.button')}
      </button>
      {given !== undefined && (
        <Loaded waiting onClose={close}>
          <GiveDialog name={open.name} draft={given} onClose={close} />
        </Loaded>
      )}
    </>
  );
}
