import { phishScale, writtenDifficulty } from '../../engine/phish-scale.ts';
import type { Rule } from '../rule.ts';

/** The written difficulty is what the Phish Scale computes, for every audience, so that it can be defended. */
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
    return solution.premise.flatMap(({ audience, difficulty: own }, index) => {
      const scale = phishScale(solution, audience);
      const written = writtenDifficulty(solution, audience);
      if (scale === undefined || scale.difficulty === written) return [];
      const { cueTotal, premise, difficulty } = scale;
      const first = index === 0 ? ['difficulty'] : ['premise', index];
      const place = [...path, 'solution', ...(own === undefined ? first : ['premise', index, 'difficulty'])];
      const field = place.at(-1) === 'difficulty' ? place : [...place, 'difficulty'];
      return [
        {
          path: place,
          fix: { kind: 'set', path: field, value: difficulty },
          text: {
            ja: `対象者「${audience}」の難易度が「${written}」ですが、フィッシュスケールでは「${difficulty}」です（着眼点 ${cueTotal}、前提 ${premise.rating}）。ここに "difficulty": "${difficulty}" と書くか、手がかり、俗説、前提を見直してください。`,
            en: `The difficulty for the audience “${audience}” says “${written}”, but the Phish Scale gives “${difficulty}” (cues ${cueTotal}, premise ${premise.rating}). Write "difficulty": "${difficulty}" here, or review the clues, the myths and the premise.`,
          },
        },
      ];
    });
  },
};
