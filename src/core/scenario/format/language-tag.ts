/** Reads language tags as browsers, pages, LMSs and people write them. */
import type { Language } from './vocabulary.ts';

/** ISO 639-1 and 639-2 codes, and names and mistakes that occur in their place. */
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

/** Longer lists are not real language lists and are not read. */
const longestList = 1_000;

/**
 * The supported language that a tag means, whatever its case, region or script: `ja-JP`, `EN`, `en_US`, `jpn`,
 * `ja-Hira`. For a list such as `navigator.languages` or `fr-CA,ja;q=0.8`, the first supported one. Undefined if
 * there is none.
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
    .replaceAll(/\p{Cf}/gu, '')
    // What a list gives no weight is not wanted (RFC 9110, 12.4.2).
    .replaceAll(/[^,;\s]+\s*;\s*q=0(?:\.0*)?(?![.\d])/g, '')
    .split(/[,;\s]+/)) {
    const [primary = ''] = one.split(/[-_.@(\u2010-\u2015\u2212]/);
    if (Object.hasOwn(names, primary)) return names[primary];
  }
  return undefined;
}
