import { fieldRegion } from '../../core/scenario/layout/regions.ts';
import type { Field } from '../../core/scenario/format/vocabulary.ts';
import { useLanguage } from '../../i18n/setup.ts';
import { useChannelFields } from './channel-fields.ts';
import type { OtherMessage } from './channel-view-props.ts';
import { Flaggable } from '../Flaggable.tsx';

interface ChannelFieldProps {
  readonly message: OtherMessage;
  readonly clock: string;
  readonly field: Field;
}

/** One field of a channel as a region. A field the message lacks is shown as missing. */
export function ChannelField({ message, clock, field }: ChannelFieldProps) {
  const { t } = useLanguage();
  const { words } = useChannelFields(message, clock);
  const own = words[field];
  return (
    <Flaggable region={fieldRegion(field)} ours={!own}>
      {own || t('message.absent')}
    </Flaggable>
  );
}
