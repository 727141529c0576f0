import { useCallback, useEffect, useState } from 'react';
import { useSentences } from '../../i18n/setup.ts';
import { Arrived, useAsked } from '../../ui/asked.tsx';
import { entryOf, keptOf } from '../draft/entry.ts';
import type { DraftShelf } from '../draft/shelf.ts';
import { type AutosaveState, autosave } from '../draft/autosave.ts';
import { type DraftStore, openStore } from '../draft/store.ts';
import { OtherTab } from '../files/OtherTab.tsx';
import { useOtherTab } from '../files/useOtherTab.ts';
import { newHead } from '../start/new-draft.ts';
import type { StudioProps } from '../studio-props.ts';
import { EditRoom } from './EditRoom.tsx';

export interface OpenedDraftProps extends Omit<StudioProps, 'draft' | 'memory'> {
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
          <SavedRoom key={asked.attempt} store={store} shelf={shelf} onTheirs={asked.again} {...props} />
        )
      }
    </Arrived>
  );
}

interface SavedRoomProps extends Omit<OpenedDraftProps, 'id'> {
  readonly store: DraftStore;
  /** Opens the draft as another tab has written it. */
  readonly onTheirs: () => void;
}

function SavedRoom({ store, shelf, onTheirs, ...props }: SavedRoomProps) {
  const { t } = useSentences('studio');
  const { onDraft } = props;
  const [saved, setSaved] = useState<AutosaveState>({ kind: 'saved' });
  useEffect(() => autosave(store, shelf, { now: Date.now, onState: setSaved }), [store, shelf]);
  const isElsewhere = useOtherTab(store.getState().id);
  const hasChanged = saved.kind === 'failed' && saved.why === 'elsewhere';
  const copy = async (): Promise<void> => {
    const open = store.getState();
    const head = newHead(t('start.copyName', { title: open.name }));
    await shelf.save({ ...keptOf(open, head.changed), ...head }, { ...entryOf(open, head.changed), ...head });
    onDraft(head.id);
  };
  return (
    <>
      {(isElsewhere || hasChanged) && (
        <OtherTab hasChanged={hasChanged} onTheirs={onTheirs} onCopy={() => void copy()} />
      )}
      <EditRoom store={store} saved={saved} {...props} />
    </>
  );
}
