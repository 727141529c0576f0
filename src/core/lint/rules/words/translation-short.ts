import { localizedPlaces } from '../../localized-places.ts';
import type { Rule } from '../../rule.ts';

/** Only longer texts have a ratio worth looking at. */
const longEnough = 40;
/** Japanese takes about half as many characters as English; our packs range from a quarter to all of it. */
const usual = { least: 0.15, most: 1.6 };

/** One language says far less than the other: a part was left out. */
export const translationShort: Rule = {
  name: 'translation-short',
  severity: 'warning',
  summary: {
    ja: '片方の言語だけ極端に短い',
    en: 'One language says far less',
  },
  scope: 'text',
  check: (value, base) =>
    [...localizedPlaces(value, base)].flatMap(({ text, path }) => {
      const [ja, en] = [text.ja.length, text.en.length];
      if (Math.max(ja, en) < longEnough) return [];
      const shorter = ja < en * usual.least ? 'ja' : ja > en * usual.most ? 'en' : undefined;
      if (shorter === undefined) return [];
      return [
        {
          path: [...path, shorter],
          text: {
            ja: `日本語 ${ja} 文字に対して英語 ${en} 文字です。${shorter === 'ja' ? '日本語' : '英語'}で抜けている内容がないか確認してください。`,
            en: `Japanese has ${ja} characters, English ${en}. Check that nothing is missing in ${shorter === 'ja' ? 'Japanese' : 'English'}.`,
          },
        },
      ];
    }),
};
