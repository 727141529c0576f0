import './studio.css';
import { useEffect } from 'react';
import { useSentences } from '../i18n/setup.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { OpenedDraft } from './edit/OpenedDraft.tsx';
import { shelfOf } from './files/device-shelf.ts';
import { StartRoom } from './start/StartRoom.tsx';
import type { StudioProps } from './studio-props.ts';

/** The room where trainers write: the list of drafts, or one of them. */
export default function Studio({ draft, memory, play, ...props }: StudioProps) {
  const { t } = useSentences('studio');
  const shelf = shelfOf(memory);
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  return (
    <Loaded what="screen" waiting>
      {draft === undefined ? (
        <StartRoom shelf={shelf} {...props} />
      ) : (
        <OpenedDraft key={draft} id={draft} shelf={shelf} play={play} {...props} />
      )}
    </Loaded>
  );
}
