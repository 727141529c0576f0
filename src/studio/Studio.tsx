import './studio.css';
import { useEffect, useState } from 'react';
import { useSentences } from '../i18n/setup.ts';
import { Loaded } from '../ui/Loaded.tsx';
import type { DraftShelf } from './draft/shelf.ts';
import { memoryShelf } from './draft/memory-shelf.ts';
import { OpenedDraft } from './edit/OpenedDraft.tsx';
import { StartRoom } from './start/StartRoom.tsx';
import type { StudioProps } from './studio-props.ts';

/** Until the device has a shelf, drafts live as long as the page. */
const pageShelf: DraftShelf = memoryShelf();

/** The room where trainers write: the list of drafts, or one of them. */
export default function Studio({ draft, ...props }: StudioProps) {
  const { t } = useSentences('studio');
  const [shelf] = useState(pageShelf);
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  return (
    <Loaded what="screen" waiting>
      {draft === undefined ? (
        <StartRoom shelf={shelf} {...props} />
      ) : (
        <OpenedDraft key={draft} id={draft} shelf={shelf} {...props} />
      )}
    </Loaded>
  );
}
