import { clausesOf } from '../../scenario/clauses.ts';
import { languages } from '../../scenario/vocabulary.ts';
import { inMessages, type Rule } from '../rule.ts';
import { explanationsOf } from '../teaching-texts.ts';

const mostSentences = 3;

/** An explanation of one to three sentences is read; a longer one is skipped. */
export const explanationLength: Rule = {
  name: 'explanation-length',
  severity: 'warning',
  check: inMessages((message, path) =>
    explanationsOf(message, path).flatMap(({ text, path: at }) =>
      languages.flatMap((language) => {
        const count = clausesOf(text[language], language).filter(({ full }) => full).length;
        if (count <= mostSentences) return [];
        return [
          {
            path: [...at, language],
            text: {
              ja: `解説が ${count} 文あります。${mostSentences} 文以内(何を見るか、なぜ決め手になるか、どうするか)にまとめてください。`,
              en: `The explanation has ${count} sentences. Keep it to ${mostSentences}: what to look at, why it decides, what to do.`,
            },
          },
        ];
      }),
    ),
  ),
};
