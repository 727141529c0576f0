import type { Anchor } from '../../scenario/format/anchor.ts';
import { spotOf } from '../../scenario/layout/spot.ts';
import type { Rule } from '../rule.ts';

/** A line that any sender could have written proves nothing by itself: only our own server's, received1, does. */
export const hopOfStrangers: Rule = {
  name: 'hop-of-strangers',
  severity: 'warning',
  summary: {
    ja: '他人が書いた経路の行だけを根拠にする手がかり・安心材料',
    en: 'A clue or reassurance that rests on a line of the route which strangers wrote',
  },
  scope: 'message',
  check: ({ solution }, path) => {
    if (solution.truth === 'legitimate') {
      return solution.reassurances.flatMap(({ anchor }, index) =>
        isOfStrangers(anchor) ? [remark([...path, 'solution', 'reassurances', index])] : [],
      );
    }
    const proved = new Set(
      solution.clues.flatMap(({ fact, anchor }) => (isOfStrangers(anchor) ? [] : [fact])),
    );
    return solution.clues.flatMap(({ fact, anchor }, index) =>
      isOfStrangers(anchor) && !proved.has(fact) ? [remark([...path, 'solution', 'clues', index])] : [],
    );
  },
};

function isOfStrangers(anchor: Anchor): boolean {
  const spot = spotOf(anchor);
  return spot.kind === 'field' && (spot.field === 'received2' || spot.field === 'received3');
}

const remark = (path: readonly (string | number)[]) => ({
  path: [...path, 'anchor'],
  text: {
    ja: 'received2 と received3 は送り主が自由に書ける行なので、それだけでは何も証明しません。自社のサーバーが書いた received1 や、認証の結果、差出人を根拠にしてください。',
    en: 'Any sender can write received2 and received3, so they prove nothing by themselves. Rest it on received1, which our own server wrote, on the authentication or on the sender.',
  },
});
