import type { Rule } from '../rule.ts';

/** A lure has a decisive fact; without one, no player could be sure. */
export const noDecisiveFact: Rule = {
  name: 'no-decisive-fact',
  severity: 'warning',
  summary: {
    ja: '決め手になる事実のないフィッシングメール',
    en: 'A lure without a decisive fact',
  },
  scope: 'message',
  check: ({ solution }, path) => {
    if (solution.truth !== 'phish' || solution.facts.some(({ weight }) => weight === 'decisive')) return [];
    return [
      {
        path: [...path, 'solution', 'facts'],
        text: {
          ja: '決め手になる事実がありません。それだけでフィッシングと分かるものの "weight" を "decisive" にするか、そのような手がかりを加えてください。',
          en: 'No fact settles that this is phishing. Give "weight": "decisive" to the one that does, or add such a clue.',
        },
      },
    ];
  },
};
