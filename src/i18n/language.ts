/** The language of the screen, and authored text in that language. */
import type { Localized } from '../core/scenario/format/text.ts';
import { type Language, languages } from '../core/scenario/format/vocabulary.ts';

export type { Language };
export { languages };

/** An authored text in one language. */
export const pick = (localized: Localized, language: Language): string => localized[language];

/** Whether an untrusted value is a language the game has. */
export const isLanguage = (value: unknown): value is Language =>
  languages.some((language) => language === value);

/** The other of the two languages, for texts shown side by side. */
export const otherLanguage = (language: Language): Language => (language === 'ja' ? 'en' : 'ja');
