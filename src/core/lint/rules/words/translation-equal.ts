import { shown } from '../../../scenario/read/shown.ts';
import { localizedPlaces } from '../../localized-places.ts';
import type { Rule } from '../../rule.ts';

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
/** Shorter texts may be names, numbers or file names, which are the same in both languages. */
const shortest = 20;
/** Longer Japanese in an English text is a sentence, not a name that is quoted. */
const longestJapaneseName = 12;
/** A word that is an address or a file name rather than language. */
const address = /@|:\/\/|\.(?=\S)/;

/** Copyright lines are written in English in Japan too. */
const copyright = /^\s*(?:©|\(c\)|copyright\b)/i;

/** A Japanese text without Japanese, or the same Japanese twice: somebody forgot to translate. */
export const translationEqual: Rule = {
  name: 'translation-equal',
  severity: 'warning',
  summary: {
    ja: '日本語のない日本語文、または両言語で同じ日本語文',
    en: 'A Japanese text without Japanese, or the same Japanese in both',
  },
  scope: 'text',
  check: (value, base) =>
    [...localizedPlaces(value, base)].flatMap(({ text, path }) => {
      const words = text.ja
        .split(/\s+/)
        .filter((word) => !address.test(word))
        .join(' ');
      if (text.ja === text.en && japanese.test(text.en) && text.en.length > longestJapaneseName)
        return [{ path: [...path, 'en'], text: untranslated(shown(text.en)) }];
      if (
        words.length <= shortest ||
        copyright.test(words) ||
        !/\p{Letter}/u.test(words) ||
        japanese.test(words)
      )
        return [];
      return [
        {
          path: [...path, 'ja'],
          text: {
            ja: `日本語の文「${shown(text.ja)}」に日本語が含まれていません。訳し忘れなら日本語で書いてください。`,
            en: `The Japanese text “${shown(text.ja)}” holds no Japanese. If the translation was forgotten, write it.`,
          },
        },
      ];
    }),
};

const untranslated = (text: string) => ({
  ja: `英語の文が日本語の文「${text}」と同じです。英語で書いてください。`,
  en: `The English text is the Japanese one, “${text}”. Write it in English.`,
});
