import { useSentences } from '../../i18n/setup.ts';
import { placeSteps } from './text-parts.ts';

const named = [
  'subject',
  'from',
  'sender',
  'name',
  'to',
  'cc',
  'body',
  'pages',
  'title',
  'outcome',
  'firstAid',
  'attachments',
  'verify',
  'contacts',
  'reply',
  'site',
  'tickets',
  'papers',
  'within',
  'thread',
  'facts',
  'clues',
  'decoys',
  'reassurances',
  'explanation',
  'best',
  'lesson',
  'pull',
  'consequence',
  'right',
  'wrong',
  'differences',
  'source',
  'story',
  'recipient',
  'organization',
  'companyRules',
  'directory',
  'role',
  'notices',
  'description',
  'audiences',
  'summary',
  'steps',
  'options',
] as const;

/** Names the place of a text for its reader, such as “Clue 2, explanation”. Parts of the format without a name are left out. */
export function usePlaceName(): (place: string) => string {
  const { t } = useSentences('studio');
  return (place) => {
    const words = placeSteps(place).flatMap(({ key, number }) => {
      const known = named.find((one) => one === key);
      const word = known === undefined ? undefined : t(`place.${known}`);
      return word === undefined ? [] : [number === undefined ? word : t('place.numbered', { word, number })];
    });
    return words.length === 0 ? t('place.other') : words.join(t('place.between'));
  };
}
