import { isOnFace, spotOf } from '../../scenario/layout/spot.ts';
import type { Rule } from '../rule.ts';

/** A player can be sure without opening a page or a file, which may be a trap. */
export const offTheFace: Rule = {
  name: 'off-the-face',
  severity: 'warning',
  summary: {
    ja: '決め手の事実の手がかりが、リンク先のページや添付ファイルの中にしかない',
    en: 'A decisive fact whose clues all lie on a page behind a link or inside a file',
  },
  scope: 'message',
  check: ({ solution }, path) => {
    if (solution.truth !== 'phish') return [];
    return solution.facts.flatMap(({ id, weight }, index) => {
      const clues = solution.clues.filter(({ fact }) => fact === id);
      if (weight !== 'decisive' || clues.length === 0 || clues.some(({ anchor }) => isOnFace(spotOf(anchor))))
        return [];
      return [
        {
          path: [...path, 'solution', 'facts', index],
          text: {
            ja: '決め手の手がかりが、開かないと見えない場所にしかありません。メッセージそのもの(差出人、リンク、本文、添付ファイルの名前など)に手がかりを加えるか、"weight" を "strong" にしてください。',
            en: 'What decides is seen only after opening something. Add a clue in the message itself (sender, link, text, name of the attachment), or give the fact the weight "strong".',
          },
        },
      ];
    });
  },
};
