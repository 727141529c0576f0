import type { Rule } from '../rule.ts';

/** A clue whose words stand in one language alone does not exist in the other, and has to say so. */
export const quoteOneLanguage: Rule = {
  name: 'quote-one-language',
  severity: 'warning',
  summary: {
    ja: '一方の言語だけを引用し、`only` のない手がかり',
    en: 'A clue that quotes one language alone, without `only`',
  },
  scope: 'message',
  check: ({ solution }, path) => {
    if (solution.truth !== 'phish') return [];
    return solution.clues.flatMap(({ anchor, only }, index) => {
      if (!('quote' in anchor) || only !== undefined || ('ja' in anchor.quote && 'en' in anchor.quote))
        return [];
      const [given, other] = 'ja' in anchor.quote ? (['ja', 'en'] as const) : (['en', 'ja'] as const);
      return [
        {
          path: [...path, 'solution', 'clues', index, 'anchor', 'quote'],
          text: {
            ja: `引用が "${given}" だけです。"${other}" の引用も書くか、この言語だけの手がかりなら "only": "${given}" と書いてください。`,
            en: `It quotes "${given}" alone. Quote "${other}" too, or write "only": "${given}" if the clue exists in this language alone.`,
          },
        },
      ];
    });
  },
};
