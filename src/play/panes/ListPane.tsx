import { useEffect, useMemo, useState } from 'react';
import { useLanguage } from '../../i18n/setup.ts';
import { type ListEntry, MessageList } from '../../inbox/message/MessageList.tsx';
import { focusOnce } from '../../ui/focus-once.ts';
import { whenIdle } from '../../ui/idle.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import type { Folder } from '../store.ts';

const ListSearch = lazyPart(() => import('../ListSearch.tsx'));

interface ListPaneProps {
  readonly folder: Folder;
  readonly entries: readonly ListEntry[];
  readonly open: string | undefined;
  readonly grouped: boolean;
  readonly takesFocus: boolean;
  readonly onOpen: (row: string) => void;
  /** Present once every message is answered. */
  readonly onResult: (() => void) | undefined;
}

/** A folder of the inbox: its search, its messages and, at the end of a round, the way to the result. */
export function ListPane({ folder, entries, open, grouped, takesFocus, onOpen, onResult }: ListPaneProps) {
  const { t } = useLanguage();
  const [found, setFound] = useState<ReadonlySet<string>>();
  // Nobody searches before the list is there.
  const [isIdle, setIdle] = useState(false);
  useEffect(() => whenIdle(() => setIdle(true)), []);
  const messages = useMemo(() => entries.map(({ message }) => message), [entries]);
  const shown = found === undefined ? entries : entries.filter(({ message }) => found.has(message.id));
  return (
    <section
      className="list"
      aria-label={t(`folder.${folder}`)}
      tabIndex={-1}
      ref={takesFocus ? focusOnce : undefined}
    >
      <div className="list-search">
        {isIdle && (
          <Loaded>
            <ListSearch messages={messages} onFound={setFound} />
          </Loaded>
        )}
      </div>
      {found?.size !== 0 && <MessageList entries={shown} open={open} grouped={grouped} onOpen={onOpen} />}
      {onResult && (
        <div className="list-end">
          <button type="button" className="button main" onClick={onResult}>
            {t('game.showResult')}
          </button>
        </div>
      )}
    </section>
  );
}
