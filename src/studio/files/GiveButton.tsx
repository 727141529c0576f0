import { useState } from 'react';
import { textsOf } from '../../core/draft/draft.ts';
import { useSentences } from '../../i18n/setup.ts';
import { LoadFailure, loadOnce } from '../../loading/load-once.ts';
import { saveFile } from '../../ui/leave-page.ts';
import type { OpenDraft } from '../draft/store.ts';

const writer = loadOnce(() => import('./given-file.ts'));

/** The button that saves the draft as a pack file. */
export function GiveButton({ open }: { readonly open: Pick<OpenDraft, 'draft' | 'pictures'> }) {
  const { t } = useSentences('give');
  const [failed, setFailed] = useState(false);
  const give = async (): Promise<void> => {
    try {
      const { givenFile } = await writer();
      const { name, bytes } = givenFile({ texts: textsOf(open.draft), pictures: open.pictures });
      saveFile(name, 'application/zip', [bytes.slice()]);
      setFailed(false);
    } catch (error) {
      if (!(error instanceof LoadFailure)) throw error;
      setFailed(true);
    }
  };
  return (
    <>
      {failed && <span role="alert">{t('notLoaded')}</span>}
      <button type="button" className="studio-button" title={t('about')} onClick={() => void give()}>
        {t('save')}
      </button>
    </>
  );
}
