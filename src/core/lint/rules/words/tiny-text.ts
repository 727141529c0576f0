import type { Line } from '../../../scenario/format/text.ts';
import { languages } from '../../../scenario/format/vocabulary.ts';
import { bodiesOf, linePlaces } from '../../../scenario/layout/walk.ts';
import type { Rule } from '../../rule.ts';

/** In CSS pixels of the sender; drawn somewhat smaller still. */
const least = 10;

/** What a player cannot read tests eyes, not judgement. */
export const tinyText: Rule = {
  name: 'tiny-text',
  severity: 'warning',
  summary: { ja: '小さすぎて読めない文字（10px未満）', en: 'Text too small to read (below 10 px)' },
  scope: 'message',
  check: (message, path) =>
    bodiesOf(message, path)
      .flatMap(({ blocks, path: at }) => linePlaces(blocks, at))
      .flatMap(({ line, path: at }) =>
        languages.flatMap((language) => {
          const runs: Line = line[language];
          if (typeof runs === 'string') return [];
          return runs.flatMap((run, index) =>
            typeof run === 'string' || run.size === undefined || run.size >= least
              ? []
              : [
                  {
                    path: [...at, language, index, 'size'],
                    text: {
                      ja: `文字の大きさ ${run.size} は小さすぎて読めません。${least} 以上にしてください。`,
                      en: `Nobody can read text of ${run.size} pixels. Use at least ${least}.`,
                    },
                  },
                ],
          );
        }),
      ),
};
