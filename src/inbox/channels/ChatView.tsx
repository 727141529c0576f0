import './channels.css';
import { threadRegion } from '../../core/scenario/layout/regions.ts';
import type { SealedOf } from '../../core/scenario/format/message.ts';
import { pick } from '../../i18n/language.ts';
import { Avatar } from '../message/Avatar.tsx';
import { focusOnce } from '../../ui/focus-once.ts';
import { Body } from '../message/Body.tsx';
import { useChannelFields } from './channel-fields.ts';
import { ChannelField } from './ChannelField.tsx';
import type { ChannelViewProps } from './channel-view-props.ts';
import { Flaggable } from '../Flaggable.tsx';
import { fullTime } from '../../i18n/moment.ts';

/** A message in a team-chat room, with the account behind the name and the badge the chat gives it. */
export default function ChatView(props: ChannelViewProps<SealedOf<'chat'>>) {
  const { message, body, clock, assets, heading: Heading, takesFocus } = props;
  const { t, language } = useChannelFields(message, clock);
  const field = (name: 'author' | 'account' | 'membership' | 'workspace' | 'room' | 'date') => (
    <ChannelField message={message} clock={clock} field={name} />
  );
  return (
    <div className="channel chat">
      <div className="chat-head">
        <p className="chat-workspace" data-paper="night">
          {field('workspace')}
        </p>
        <Heading className="channel-title" tabIndex={-1} ref={takesFocus ? focusOnce : undefined}>
          {field('room')}
        </Heading>
        <p className="channel-kind">{t('kind.chat')}</p>
      </div>
      {message.thread && (
        <ol className="posts" aria-label={t('thread')}>
          {message.thread.map(({ id, sent, own, author, text }) => (
            <li key={id} className="post">
              <Avatar name={author} />
              <div>
                <p className="post-head">
                  <strong>{pick(author, language)}</strong>
                  {own && <span className="soft">{t('you')}</span>}
                  <time dateTime={sent}>{fullTime(sent, clock, language)}</time>
                </p>
                <p className="post-text">
                  <Flaggable region={threadRegion(id)}>{pick(text, language)}</Flaggable>
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
      <p className="new-line">{t('judged')}</p>
      <div className="post judged">
        <Avatar name={message.author.name} />
        <div>
          <div className="post-head">
            <strong>{field('author')}</strong>
            <span className="badge">{field('membership')}</span>
            <span className="post-time">{field('date')}</span>
          </div>
          <p className="post-account">
            <span className="key">{`${t('field.account')} `}</span>
            {field('account')}
          </p>
          <Body blocks={body} assets={assets} />
        </div>
      </div>
    </div>
  );
}
