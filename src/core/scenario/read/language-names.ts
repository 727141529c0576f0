import type { Localized } from '../format/text.ts';
import type { Language } from '../format/vocabulary.ts';

/** The languages as the sentences of problems name them. */
export const languageNames = {
  ja: { ja: '日本語', en: 'Japanese' },
  en: { ja: '英語', en: 'English' },
} satisfies Record<Language, Localized>;
