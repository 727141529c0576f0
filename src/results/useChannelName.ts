import { channels } from '../core/scenario/format/vocabulary.ts';
import { useSentences } from '../i18n/setup.ts';

/** Returns the name of a channel. A channel from a newer version keeps its own id. */
export function useChannelName(): (channel: string) => string {
  const { t } = useSentences('progress');
  return (channel) => {
    const known = channels.find((name) => name === channel);
    return known === undefined ? channel : t(`channel.${known}`);
  };
}
