import './channels.css';
import type { SealedOf } from '../../core/scenario/format/message.ts';
import { focusOnce } from '../../ui/focus-once.ts';
import { Body } from '../message/Body.tsx';
import { useChannelFields } from './channel-fields.ts';
import { ChannelField } from './ChannelField.tsx';
import type { ChannelViewProps } from './channel-view-props.ts';

/** A paper letter: the envelope, and the folded sheet inside. */
export default function LetterView(props: ChannelViewProps<SealedOf<'letter'>>) {
  const { message, body, clock, assets, heading: Heading, takesFocus } = props;
  const { t } = useChannelFields(message, clock);
  const field = (name: 'returnAddress' | 'addressee' | 'postmark' | 'postage' | 'date') => (
    <ChannelField message={message} clock={clock} field={name} />
  );
  return (
    <div className="channel letter">
      <div className="letter-head">
        <Heading className="channel-title" tabIndex={-1} ref={takesFocus ? focusOnce : undefined}>
          {t('kind.letter')}
        </Heading>
        <p className="soft">
          <span>{`${t('delivered')} `}</span>
          {field('date')}
        </p>
      </div>
      <dl className="envelope">
        <div className="envelope-from">
          <dt>{t('field.returnAddress')}</dt>
          <dd>{field('returnAddress')}</dd>
        </div>
        <div className="envelope-stamp">
          <dt>{t('field.postage')}</dt>
          <dd>{field('postage')}</dd>
        </div>
        <div className="envelope-postmark">
          <dt>{t('field.postmark')}</dt>
          <dd>{field('postmark')}</dd>
        </div>
        <div className="envelope-to">
          <dt>{t('field.addressee')}</dt>
          <dd>{field('addressee')}</dd>
        </div>
      </dl>
      <div className="letter-sheet">
        <Body blocks={body} assets={assets} />
      </div>
    </div>
  );
}
