/** Language tags as browsers, pages, learning systems and people write them. */
import type { Language } from './vocabulary.ts';

/** Codes of ISO 639-1 and 639-2, and what is written for them by mistake or by name. */
const names: Readonly<Record<string, Language>> = {
  ja: 'ja',
  jpn: 'ja',
  jp: 'ja',
  japanese: 'ja',
  日本語: 'ja',
  en: 'en',
  eng: 'en',
  english: 'en',
  英語: 'en',
};

/** A longer list asks for no language that could be meant. */
const longestList = 1_000;

/**
 * The language of ours that a tag means, whatever its case, region or script: `ja-JP`, `EN`, `en_US`, `jpn`, `ja-Hira`. Of a list, as in
 * `navigator.languages` or `fr-CA,ja;q=0.8`, the first that is ours; undefined where there is none.
 */
export function languageOf(tag: unknown): Language | undefined {
  if (Array.isArray(tag))
    return tag
      .slice(0, 100)
      .reduce<Language | undefined>((found, one) => found ?? languageOf(one), undefined);
  if (typeof tag !== 'string' || tag.length > longestList) return undefined;
  for (const one of tag
    .normalize('NFKC')
    .toLowerCase()
    .split(/[,;\s]+/)) {
    const [primary = ''] = one.split(/[-_.@(\u2010-\u2015\u2212]/);
    if (Object.hasOwn(names, primary)) return names[primary];
  }
  return undefined;
}
