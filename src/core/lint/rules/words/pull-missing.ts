import type { Rule } from '../../rule.ts';

/** A player who reads only how to recognise a lure believes that just others fall for it. So a lure also says why people follow it. */
export const pullMissing: Rule = {
  name: 'pull-missing',
  severity: 'warning',
  summary: {
    ja: '引き込まれる理由（`pull`）のないフィッシングメール',
    en: 'A lure that does not say why people follow it',
  },
  scope: 'message',
  check: ({ solution }, path) => {
    if (solution.truth !== 'phish' || solution.pull !== undefined) return [];
    return [
      {
        path: [...path, 'solution'],
        text: {
          ja: 'このフィッシングメールには "pull"(引き込まれる理由)がありません。多くの人がなぜ応じてしまうのか、そのとき何を思い出せば止まれるのかを、1〜2文で書いてください。',
          en: 'This lure has no "pull". Say in one or two sentences why sensible people follow it, and what thought or habit stops them at that moment.',
        },
      },
    ];
  },
};
