/** How much one can read of an explanation at a glance. */
import type { Language } from '../../core/scenario/format/vocabulary.ts';

/** Characters in Japanese, words in English. */
export const limits: Readonly<Record<Language, number>> = { ja: 100, en: 40 };

/** The length of a text in the measure of its language. */
export function lengthOf(text: string, language: Language): number {
  const trimmed = text.trim();
  if (language === 'ja') return [...trimmed].length;
  return trimmed === '' ? 0 : trimmed.split(/\s+/).length;
}
