import type { Rule } from '../rule.ts';

/** With fewer, a player has nothing to look for; more do not fit into one debrief. */
const usual = { least: 4, most: 13 };

/** A lure has enough clues to find, and no more than can be explained. */
export const clueCount: Rule = {
  name: 'clue-count',
  severity: 'warning',
  summary: {
    ja: '手がかりが4個未満、または13個を超えるフィッシングメール',
    en: 'A lure with fewer than 4 or more than 13 clues',
  },
  scope: 'message',
  check: ({ solution }, path) => {
    if (solution.truth !== 'phish') return [];
    const count = solution.clues.length;
    if (count >= usual.least && count <= usual.most) return [];
    return [
      {
        path: [...path, 'solution', 'clues'],
        text: {
          ja: `手がかりが ${count} 個です。${usual.least}〜${usual.most} 個にしてください。`,
          en: `The lure has ${count} ${count === 1 ? 'clue' : 'clues'}. Give it ${usual.least} to ${usual.most}.`,
        },
      },
    ];
  },
};
