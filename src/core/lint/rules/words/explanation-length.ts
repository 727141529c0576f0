import { clausesOf } from '../../../scenario/layout/clauses.ts';
import { type Language, languages } from '../../../scenario/format/vocabulary.ts';
import type { Rule } from '../../rule.ts';
import { explanationsOf } from '../../teaching-texts.ts';

const mostSentences = 3;
/** Characters; less cannot say what to look at and why. */
const fewestCharacters = { ja: 8, en: 16 } satisfies Record<Language, number>;

/** An explanation of one to three sentences is read; a longer one is skipped, a stub explains nothing. */
export const explanationLength: Rule = {
  name: 'explanation-length',
  severity: 'warning',
  summary: {
    ja: '3文を超える解説、または短すぎる解説',
    en: 'More than three sentences, or too few words to explain',
  },
  scope: 'message',
  check: (message, path) =>
    explanationsOf(message, path).flatMap(({ text, path: at }) =>
      languages.flatMap((language) => {
        const characters = text[language].trim().length;
        if (characters < fewestCharacters[language]) {
          return [{ path: [...at, language], text: tooShort(characters) }];
        }
        const count = clausesOf(text[language], language).filter(({ full }) => full).length;
        if (count <= mostSentences) return [];
        return [
          {
            path: [...at, language],
            text: {
              ja: `解説が ${count} 文あります。${mostSentences} 文以内（なぜそう言えるか、何を見てどうするか）にまとめてください。`,
              en: `The explanation has ${count} sentences. Keep it to ${mostSentences}: why it is so, what to look at, what to do.`,
            },
          },
        ];
      }),
    ),
};

const tooShort = (characters: number) => ({
  ja: `解説が ${characters} 文字しかありません。なぜそう言えるか、何を見てどうするかを書いてください。`,
  en: `The explanation has only ${characters} characters. Say why it is so, and what to look at or do.`,
});
