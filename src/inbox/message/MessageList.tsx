import { memo, useMemo } from 'react';
import { previewOf, senderOf, titleOf } from '../../core/scenario/layout/headline.ts';
import type { SealedMessage } from '../../core/scenario/format/message.ts';
import type { Channel } from '../../core/scenario/format/vocabulary.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Icon } from '../../ui/Icon.tsx';
import { listTime } from '../../i18n/moment.ts';

/** One row of the list. */
export interface ListEntry {
  readonly message: SealedMessage;
  readonly state: 'new' | 'read' | 'answered';
  /** The current time in its inbox, ISO 8601. */
  readonly clock: string;
}

interface MessageListProps {
  readonly entries: readonly ListEntry[];
  readonly open: string | undefined;
  readonly onOpen: (message: string) => void;
}

/** The messages of a folder, in the given order. */
export function MessageList({ entries, open, onOpen }: MessageListProps) {
  const { t } = useLanguage();
  if (entries.length === 0) return <p className="empty">{t('inbox.emptyFolder')}</p>;
  return (
    <ul className="rows">
      {entries.map((entry) => (
        <Row key={entry.message.id} {...entry} open={open === entry.message.id} onOpen={onOpen} />
      ))}
    </ul>
  );
}

interface RowProps extends ListEntry {
  readonly open: boolean;
  readonly onOpen: (message: string) => void;
}

/** Memoised, because a flag changes the state of at most one row. */
const Row = memo(function Row({ message, state, clock, open, onOpen }: RowProps) {
  const { t, language } = useLanguage();
  const preview = useMemo(() => previewOf(message, language), [message, language]);
  return (
    <li>
      <button type="button" className={`row ${state}`} aria-current={open} onClick={() => onOpen(message.id)}>
        <span className="row-from">
          {message.channel !== 'mail' && <ChannelMark channel={message.channel} />}
          <span translate="no">{pick(senderOf(message), language)}</span>
        </span>
        <time dateTime={message.sent}>{listTime(message.sent, clock, language)}</time>
        <span className="row-subject" translate="no">
          {pick(titleOf(message), language)}
        </span>
        {message.attachments && <Icon name="clip" size={14} />}
        <span className="row-preview" translate="no">
          {preview}
        </span>
        <span className="visually-hidden">{t(`inbox.${state}`)}</span>
        {state === 'answered' && <span className="row-done" aria-hidden="true" />}
      </button>
    </li>
  );
});

/** Shows at a glance that a message is not mail. */
function ChannelMark({ channel }: { readonly channel: Exclude<Channel, 'mail'> }) {
  const { t } = useLanguage();
  return (
    <span className="row-channel">
      <Icon name={channel} size={15} />
      <span>{t(`channel.${channel}`)}</span>
    </span>
  );
}
