import { shown } from '../../scenario/shown.ts';
import { localizedPlaces } from '../localized-places.ts';
import { inFiles, type Rule } from '../rule.ts';

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
/** Shorter texts may be names, numbers or file names, which are the same in both languages. */
const shortest = 20;
/** A word that is an address or a file name rather than language. */
const address = /@|:\/\/|\.(?=\S)/;

/** Copyright lines are written in English in Japan too. */
const copyright = /^\s*(?:©|\(c\)|copyright\b)/i;

/** A Japanese text without Japanese: somebody forgot to translate. */
export const translationEqual: Rule = {
  name: 'translation-equal',
  severity: 'warning',
  check: inFiles((value) =>
    [...localizedPlaces(value)].flatMap(({ text, path }) => {
      const words = text.ja
        .split(/\s+/)
        .filter((word) => !address.test(word))
        .join(' ');
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
  ),
};
