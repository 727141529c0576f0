import { useState } from 'react';
import { fieldRegion } from '../../core/scenario/layout/regions.ts';
import type { SealedMail } from '../../core/scenario/format/message.ts';
import type { Mailbox } from '../../core/scenario/format/text.ts';
import { senderOf } from '../../core/scenario/layout/headline.ts';
import { pick } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { Avatar } from './Avatar.tsx';
import { Flaggable } from '../Flaggable.tsx';
import { useSkin } from '../skin.ts';

interface SenderCardProps {
  readonly message: SealedMail;
  readonly time: string;
}

/** Sender, recipients and time: the part of the header that every mail program shows. */
export function SenderCard({ message, time }: SenderCardProps) {
  const { t, language } = useLanguage();
  const skin = useSkin();
  const [unfolded, setUnfolded] = useState(false);
  const { from } = message;
  const name = from.name === undefined ? from.address : pick(from.name, language);
  const listed = (boxes: readonly Mailbox[]): string =>
    boxes.map((box) => (box.name ? `${pick(box.name, language)} <${box.address}>` : box.address)).join(', ');
  const addresses = (
    <>
      <div>
        <span className="key">{t('field.from')}</span>
        <Flaggable region={fieldRegion('fromAddress')} ours={from.address === ''}>
          {from.address === '' ? t('message.absent') : `<${from.address}>`}
        </Flaggable>
      </div>
      <div>
        <span className="key">{t('field.to')}</span>
        <Flaggable region={fieldRegion('to')}>{listed(message.to)}</Flaggable>
      </div>
      {message.cc && (
        <div>
          <span className="key">{t('field.cc')}</span>
          <Flaggable region={fieldRegion('cc')}>{listed(message.cc)}</Flaggable>
        </div>
      )}
    </>
  );
  return (
    <div className="sender">
      <Avatar name={senderOf(message)} />
      <div className="sender-lines">
        <div className="sender-name">
          <Flaggable region={fieldRegion('fromName')}>{name}</Flaggable>
        </div>
        {skin === 'phone' && (
          <button
            type="button"
            className="button small"
            aria-expanded={unfolded}
            onClick={() => setUnfolded(!unfolded)}
          >
            {t(unfolded ? 'message.hideAddress' : 'message.showAddress')}
          </button>
        )}
        {(skin === 'desktop' || unfolded) && addresses}
      </div>
      <div className="sender-time">
        <Flaggable region={fieldRegion('date')}>{time}</Flaggable>
      </div>
    </div>
  );
}
