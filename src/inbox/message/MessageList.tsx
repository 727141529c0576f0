import { Fragment, memo, useMemo } from 'react';
import { threadLength, previewOf, senderOf, topicOf } from '../../core/scenario/layout/headline.ts';
import type { SealedMessage } from '../../core/scenario/format/message.ts';
import type { Channel, Ink } from '../../core/scenario/format/vocabulary.ts';
import { type Language, pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Icon } from '../../ui/Icon.tsx';
import { type ListGroup, listGroup, listTime } from '../../i18n/moment.ts';
import { InkSeal } from '../InkSeal.tsx';
import { Avatar } from './Avatar.tsx';

/** One row of the list. */
export interface ListEntry {
  readonly message: SealedMessage;
  readonly state: 'new' | 'read' | 'answered';
  /** The ink of the verdict, once it is answered. */
  readonly ink: Ink | undefined;
  /** The current time in its inbox, ISO 8601. */
  readonly clock: string;
}

interface MessageListProps {
  readonly entries: readonly ListEntry[];
  readonly open: string | undefined;
  /** Whether the messages are of one inbox, so that they can be grouped by their days. */
  readonly grouped: boolean;
  readonly onOpen: (message: string) => void;
}

/** The messages of a folder, in the given order. */
export function MessageList({ entries, open, grouped, onOpen }: MessageListProps) {
  const { t, language } = useLanguage();
  const groups = useMemo(
    () => (grouped ? groupsOf(entries, language) : [{ heading: undefined, entries }]),
    [grouped, entries, language],
  );
  if (entries.length === 0) return <p className="empty">{t('inbox.emptyFolder')}</p>;
  return groups.map(({ heading, entries: group }, index) => (
    <Fragment key={index}>
      {heading && (
        <h2 className="list-group">
          {heading.ago !== 'earlier' && <span>{t(`inbox.${heading.ago}`)}</span>}
          <span>{heading.date}</span>
        </h2>
      )}
      <ul className="rows">
        {group.map((entry) => (
          <Row key={entry.message.id} {...entry} open={open === entry.message.id} onOpen={onOpen} />
        ))}
      </ul>
    </Fragment>
  ));
}

interface Group {
  readonly heading: ListGroup;
  readonly entries: readonly ListEntry[];
}

/** Neighbours of one day, or of one month if the day is earlier than yesterday. */
export function groupsOf(entries: readonly ListEntry[], language: Language): readonly Group[] {
  const groups: { readonly heading: ListGroup; readonly entries: ListEntry[] }[] = [];
  for (const entry of entries) {
    const heading = listGroup(entry.message.sent, entry.clock, language);
    const last = groups.at(-1);
    if (last?.heading.date === heading.date) last.entries.push(entry);
    else groups.push({ heading, entries: [entry] });
  }
  return groups;
}

interface RowProps extends ListEntry {
  readonly open: boolean;
  readonly onOpen: (message: string) => void;
}

/** Memoised, because a flag changes the state of at most one row. */
const Row = memo(function Row({ message, state, ink, clock, open, onOpen }: RowProps) {
  const { t, language } = useLanguage();
  const preview = useMemo(() => previewOf(message, language), [message, language]);
  const sender = pick(senderOf(message), language);
  const topic = topicOf(message);
  const mails = threadLength(message);
  return (
    <li>
      <button type="button" className={`row ${state}`} aria-current={open} onClick={() => onOpen(message.id)}>
        <span className="visually-hidden">{t(`inbox.${state}`)}</span>
        <Avatar name={senderOf(message)} />
        <span className="row-from">
          {message.channel !== 'mail' && <ChannelMark channel={message.channel} />}
          <span translate="no">{sender}</span>
          {mails > 1 && (
            <span className="row-count" title={t('inbox.thread', { count: mails })}>
              <span aria-hidden="true" translate="no">
                {mails}
              </span>
              <span className="visually-hidden">{t('inbox.thread', { count: mails })}</span>
            </span>
          )}
        </span>
        <time dateTime={message.sent}>{listTime(message.sent, clock, language)}</time>
        {topic && (
          <span className="row-subject" translate="no">
            {pick(topic, language)}
          </span>
        )}
        <span className={topic ? 'row-preview' : 'row-preview row-subject'} translate="no">
          {preview}
        </span>
        {message.attachments && <Icon name="clip" size={14} />}
        {ink && (
          <span className="row-done">
            <InkSeal ink={ink} />
          </span>
        )}
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
