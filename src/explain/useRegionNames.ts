import { useMemo } from 'react';
import { layOut } from '../core/scenario/layout/regions.ts';
import type { SealedMessage } from '../core/scenario/format/message.ts';
import { channelFields, mailFields, slots } from '../core/scenario/format/vocabulary.ts';
import { useLanguage, useSentences } from '../i18n/setup.ts';

const longestName = 80;

/**
 * Returns the name of a region in the language of the screen: its field or slot, otherwise its text; undefined if
 * it has neither.
 */
export function useRegionNames(message: SealedMessage): (region: string) => string | undefined {
  const { t, language } = useLanguage();
  const { t: tChannels } = useSentences('channels');
  const texts = useMemo(
    () => new Map(layOut(message).regions.map(({ key, text }) => [key, text])),
    [message],
  );
  return (region) => {
    const field = mailFields.find((name) => region === `field/${name}`);
    if (field !== undefined) return t(`field.${field}`);
    const other = channelFields.find((name) => region === `field/${name}`);
    if (other !== undefined) return tChannels(`field.${other}`);
    const slot = slots.find((name) => region === `slot/${name}`);
    if (slot !== undefined) return t(`slot.${slot}`);
    const text = texts.get(region)?.[language];
    if (text === undefined || text === '') return undefined;
    return text.length > longestName ? `${text.slice(0, longestName)}…` : text;
  };
}
