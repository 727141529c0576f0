import { useCallback, useEffect, useState } from 'react';
import { useSentences } from '../../i18n/setup.ts';
import { Arrived, useAsked } from '../../ui/asked.tsx';
import type { DraftShelf } from '../draft/shelf.ts';
import { type AutosaveState, autosave } from '../draft/autosave.ts';
import { type DraftStore, openStore } from '../draft/store.ts';
import type { StudioProps } from '../studio-props.ts';
import { EditRoom } from './EditRoom.tsx';

export interface OpenedDraftProps extends Omit<StudioProps, 'draft'> {
  readonly id: string;
  readonly shelf: DraftShelf;
}

/** Takes a draft from the shelf and keeps it there as it changes. */
export function OpenedDraft({ id, shelf, ...props }: OpenedDraftProps) {
  const { t } = useSentences('studio');
  const asked = useAsked(
    useCallback(async () => {
      const kept = await shelf.load(id);
      return kept && openStore(kept);
    }, [shelf, id]),
  );
  return (
    <Arrived asked={asked} what="screen" waiting>
      {(store) =>
        store === undefined ? (
          <main className="sheet">
            <p>{t('missing')}</p>
            <button type="button" className="button main" onClick={() => props.onDraft(undefined)}>
              {t('drafts')}
            </button>
          </main>
        ) : (
          <SavedRoom store={store} shelf={shelf} {...props} />
        )
      }
    </Arrived>
  );
}

interface SavedRoomProps extends Omit<OpenedDraftProps, 'id'> {
  readonly store: DraftStore;
}

function SavedRoom({ store, shelf, ...props }: SavedRoomProps) {
  const [saved, setSaved] = useState<AutosaveState>({ kind: 'saved' });
  useEffect(() => autosave(store, shelf, { now: Date.now, onState: setSaved }), [store, shelf]);
  return <EditRoom store={store} saved={saved} {...props} />;
}
