/** The language of the screen, and authored text in it. */
import type { Localized } from '../core/scenario/format/text.ts';
import { type Language, languages } from '../core/scenario/format/vocabulary.ts';

export type { Language };
export { languages };

/** The text of an authored sentence in one language. */
export const pick = (localized: Localized, language: Language): string => localized[language];

export const isLanguage = (value: unknown): value is Language =>
  languages.some((language) => language === value);

/** The other one of the two languages, for texts shown side by side. */
export const otherLanguage = (language: Language): Language => (language === 'ja' ? 'en' : 'ja');
