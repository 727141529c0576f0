import type { channelFields } from '../../core/scenario/format/vocabulary.ts';
import { useSentences } from '../../i18n/setup.ts';
import { ChannelField } from './ChannelField.tsx';
import type { OtherMessage } from './channel-view-props.ts';

interface ChannelRowsProps {
  readonly message: OtherMessage;
  readonly clock: string;
  readonly fields: readonly ((typeof channelFields)[number] | 'date')[];
}

/** Fields of a channel, each with its name. */
export function ChannelRows({ message, clock, fields }: ChannelRowsProps) {
  const { t } = useSentences('channels');
  return (
    <dl className="channel-rows">
      {fields.map((field) => (
        <div key={field}>
          <dt>{t(field === 'date' ? 'arrived' : `field.${field}`)}</dt>
          <dd>
            <ChannelField message={message} clock={clock} field={field} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
