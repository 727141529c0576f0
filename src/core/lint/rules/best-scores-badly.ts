import { defaultPoints } from '../../engine/handling.ts';
import type { Rule } from '../rule.ts';

/** Below it, the usual table calls an action a mistake. */
const least = 0.5;

/** What an author calls best always earns all, so a slip here would teach a mistake. */
export const bestScoresBadly: Rule = {
  name: 'best-scores-badly',
  severity: 'warning',
  summary: {
    ja: 'ふつうは得点にならない対応を最善とするもの（フィッシングを残す、など）',
    en: 'A best action that usually earns little, such as keeping a lure',
  },
  scope: 'message',
  check: ({ solution }, path) => {
    const { action } = solution.best;
    const usual = defaultPoints[solution.truth][action];
    if (usual >= least) return [];
    const all = Object.entries(defaultPoints[solution.truth]);
    const [better = ''] = all.toSorted(([, one], [, other]) => other - one)[0] ?? [];
    return [
      {
        path: [...path, 'solution', 'best', 'action'],
        text: {
          ja: `「${action}」は、ふつう ${usual} 点にしかならない対応です。"${better}" などの間違いではありませんか。`,
          en: `“${action}” usually earns only ${usual}. Is “${better}” meant?`,
        },
      },
    ];
  },
};
