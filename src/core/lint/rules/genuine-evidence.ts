import type { Remark, Rule } from '../rule.ts';

const fewest = { reassurances: 2, decoys: 1 };

/** A genuine message has something that speaks for it, and something that makes one wonder, as a lure has. */
export const genuineEvidence: Rule = {
  name: 'genuine-evidence',
  severity: 'warning',
  summary: {
    ja: '安心材料が2個未満、またはまぎらわしい点のない正規のメール',
    en: 'A genuine message with fewer than 2 reassurances, or without a decoy',
  },
  scope: 'message',
  check: ({ solution }, path) => {
    if (solution.truth !== 'legitimate') return [];
    const at = [...path, 'solution'];
    const reassurances: readonly Remark[] =
      solution.reassurances.length >= fewest.reassurances
        ? []
        : [
            {
              path: [...at, 'reassurances'],
              text: {
                ja: `安心材料が ${solution.reassurances.length} 個です。偽造できないものを ${fewest.reassurances} 個以上書いてください。`,
                en: `The message has ${solution.reassurances.length} reassurance. Name at least ${fewest.reassurances} that nobody could forge.`,
              },
            },
          ];
    const decoys: readonly Remark[] =
      solution.decoys.length >= fewest.decoys
        ? []
        : [
            {
              path: [...at, 'decoys'],
              text: {
                ja: 'まぎらわしい点がありません。怪しく見えても正規だと言える点を1つ以上書いてください。',
                en: 'The message has no decoy. Name at least one thing that looks odd and is honest.',
              },
            },
          ];
    return [...reassurances, ...decoys];
  },
};
