import { phishScale } from '../../engine/phish-scale.ts';
import type { Rule } from '../rule.ts';

/** The written difficulty is what the Phish Scale computes for the first audience, so that it can be defended. */
export const difficultyDrift: Rule = {
  name: 'difficulty-drift',
  severity: 'error',
  summary: {
    ja: 'フィッシュスケールと合わない難易度',
    en: 'A difficulty the Phish Scale does not give',
  },
  scope: 'message',
  check: ({ solution }, path) => {
    if (solution.truth !== 'phish') return [];
    const scale = phishScale(solution, solution.premise[0]?.audience ?? '');
    if (scale === undefined || scale.difficulty === solution.difficulty) return [];
    const { cueTotal, premise, difficulty } = scale;
    return [
      {
        path: [...path, 'solution', 'difficulty'],
        text: {
          ja: `難易度が「${solution.difficulty}」ですが、フィッシュスケールでは「${difficulty}」です（着眼点 ${cueTotal}、前提 ${premise.rating}）。"${difficulty}" に直すか、手がかりや前提を見直してください。`,
          en: `The difficulty says “${solution.difficulty}”, but the Phish Scale gives “${difficulty}” (cues ${cueTotal}, premise ${premise.rating}). Write "${difficulty}", or review the clues and the premise.`,
        },
      },
    ];
  },
};
