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

/** A text message below the earlier ones under the same sender name, as a phone threads them. */
export default function SmsView(props: ChannelViewProps<SealedOf<'sms'>>) {
  const { message, body, clock, assets, heading: Heading, takesFocus } = props;
  const { t, language } = useChannelFields(message, clock);
  return (
    <div className="channel sms">
      <div className="sms-head">
        <Avatar name={message.sender} />
        <Heading className="channel-title" tabIndex={-1} ref={takesFocus ? focusOnce : undefined}>
          <ChannelField message={message} clock={clock} field="sender" />
        </Heading>
        <p className="channel-kind">{t('kind.sms')}</p>
      </div>
      {message.thread && (
        <ol className="bubbles" aria-label={t('thread')}>
          {message.thread.map(({ id, sent, own, text }) => (
            <li key={id} className={own ? 'own' : undefined}>
              <time dateTime={sent}>{fullTime(sent, clock, language)}</time>
              <p className="bubble">
                <Flaggable region={threadRegion(id)}>{pick(text, language)}</Flaggable>
              </p>
            </li>
          ))}
        </ol>
      )}
      <p className="new-line">{t('judged')}</p>
      <div className="bubbles">
        <p className="bubble-time">
          <ChannelField message={message} clock={clock} field="date" />
        </p>
        <div className="bubble">
          <Body blocks={body} assets={assets} />
        </div>
      </div>
    </div>
  );
}
