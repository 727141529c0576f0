import './channels.css';
import type { SealedOf } from '../../core/scenario/format/message.ts';
import { focusOnce } from '../../ui/focus-once.ts';
import { Body } from '../message/Body.tsx';
import { useChannelFields } from './channel-fields.ts';
import { ChannelField } from './ChannelField.tsx';
import { ChannelRows } from './ChannelRows.tsx';
import type { ChannelViewProps } from './channel-view-props.ts';
import { calendarLeaf } from '../../i18n/moment.ts';

const rows = ['when', 'place', 'organizer', 'organizerAddress', 'attendees', 'date'] as const;

/** An invitation as a calendar shows it. */
export default function InvitationView(props: ChannelViewProps<SealedOf<'invitation'>>) {
  const { message, body, clock, assets, heading: Heading, takesFocus } = props;
  const { t, language } = useChannelFields(message, clock);
  const leaf = calendarLeaf(message.starts, clock, language);
  return (
    <div className="channel invitation">
      <div className="invitation-head">
        <p className="calendar-leaf" aria-hidden="true">
          <span>{leaf.month}</span>
          <strong>{leaf.day}</strong>
          <span>{leaf.weekday}</span>
        </p>
        <div>
          <p className="channel-kind">{t('kind.invitation')}</p>
          <Heading className="channel-title" tabIndex={-1} ref={takesFocus ? focusOnce : undefined}>
            <ChannelField message={message} clock={clock} field="subject" />
          </Heading>
        </div>
      </div>
      <ChannelRows message={message} clock={clock} fields={rows} />
      <Body blocks={body} assets={assets} />
    </div>
  );
}
