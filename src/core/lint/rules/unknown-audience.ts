import { nearest } from '../../scenario/read/nearest.ts';
import type { Rule } from '../rule.ts';

/** A premise is rated for an audience that pack.json describes. */
export const unknownAudience: Rule = {
  name: 'unknown-audience',
  severity: 'error',
  summary: {
    ja: '`pack.json` にない対象者の前提',
    en: 'A premise for an audience that `pack.json` lacks',
  },
  scope: 'scenario',
  check: ({ messages }, { pack }) => {
    if (pack === undefined) return [];
    const known = pack.value.audiences.map(({ id }) => id);
    return messages.flatMap(({ solution }, m) =>
      solution.truth !== 'phish'
        ? []
        : solution.premise.flatMap(({ audience }, p) => {
            if (known.includes(audience)) return [];
            const meant = nearest(audience, known) ?? known.join(', ');
            return [
              {
                path: ['messages', m, 'solution', 'premise', p, 'audience'],
                text: {
                  ja: `対象者「${audience}」が pack.json の "audiences" にありません。使える id: ${meant}。`,
                  en: `The audience “${audience}” is not in "audiences" of pack.json. Use: ${meant}.`,
                },
              },
            ];
          }),
    );
  },
};
