import type { Localized } from '../format/text.ts';
import type { Language } from '../format/vocabulary.ts';

/** Names of the languages, as used in problem sentences. */
export const languageNames = {
  ja: { ja: '日本語', en: 'Japanese' },
  en: { ja: '英語', en: 'English' },
} satisfies Record<Language, Localized>;
