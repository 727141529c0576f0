import { useSentences } from '../i18n/setup.ts';

const named = ['mail', 'sms', 'chat', 'invitation', 'voice', 'letter'] as const;

/** What a channel is called; one from a newer version by its own word. */
export function useChannelName(): (channel: string) => string {
  const { t } = useSentences('progress');
  return (channel) => {
    const known = named.find((name) => name === channel);
    return known === undefined ? channel : t(`channel.${known}`);
  };
}
