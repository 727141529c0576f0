import { useSentences } from '../i18n/setup.ts';

const named = ['mail', 'sms', 'chat', 'invitation', 'voice', 'letter'] as const;

/** Returns the name of a channel. A channel from a newer version keeps its own id. */
export function useChannelName(): (channel: string) => string {
  const { t } = useSentences('progress');
  return (channel) => {
    const known = named.find((name) => name === channel);
    return known === undefined ? channel : t(`channel.${known}`);
  };
}
