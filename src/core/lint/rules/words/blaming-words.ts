import { type Language, languages } from '../../../scenario/format/vocabulary.ts';
import { shown } from '../../../scenario/read/shown.ts';
import type { Remark, Rule } from '../../rule.ts';
import { type TeachingText, textsOfDrill, textsOfMessage } from '../../teaching-texts.ts';

/** Words that shame people who were fooled. People who are shamed stop reporting. */
const blaming = {
  ja: /不注意|愚か|馬鹿|バカ|間抜け|うかつ|迂闊|自業自得|あなたのせい|あなたの責任|情けない|常識です|引っかかる人|騙される方が|だまされる方が/u,
  en: /\b(?:careless|stupid|foolish|gullible|naive|idiot|dumb|your (?:own )?fault|you should have known|shame on you|silly mistake|anyone can see|blame yourself)\b/iu,
} satisfies Record<Language, RegExp>;

/** Texts that teach must not blame. */
export const blamingWords: Rule = {
  name: 'blaming-words',
  severity: 'warning',
  summary: {
    ja: '読む人を責める言葉',
    en: 'Words that shame the reader',
  },
  scope: 'several',
  checks: [
    { scope: 'message', check: (message, path) => blamed(textsOfMessage(message, path)) },
    { scope: 'drill', check: (drill, path) => blamed(textsOfDrill(drill, path)) },
  ],
};

function blamed(texts: readonly TeachingText[]): readonly Remark[] {
  return texts.flatMap(({ text, path }) =>
    languages.flatMap((language) => {
      const found = blaming[language].exec(text[language])?.[0];
      if (found === undefined) return [];
      return [
        {
          path: [...path, language],
          text: {
            ja: `「${shown(found)}」は相手を責める言葉です。責めずに、何を見てどうすればよいかを書いてください。`,
            en: `“${shown(found)}” blames the reader. Say what to look at and what to do instead.`,
          },
        },
      ];
    }),
  );
}
