/** What pack.json lists. */
import { shown } from '../../scenario/read/shown.ts';
import { packLists } from '../pack-files.ts';
import type { Rule } from '../rule.ts';

/** No file is listed twice. */
export const listedTwice: Rule = {
  name: 'listed-twice',
  severity: 'error',
  summary: { ja: '`pack.json` に2回書かれたファイル', en: 'A file that `pack.json` lists twice' },
  scope: 'pack',
  check: ({ pack }) =>
    pack === undefined
      ? []
      : packLists.flatMap((list) => {
          const files = pack.value[list] ?? [];
          return files.flatMap((name, index) =>
            files.indexOf(name) === index
              ? []
              : [
                  {
                    file: pack.file,
                    path: [list, index],
                    text: {
                      ja: `「${shown(name)}」が2回書かれています。どちらか一方を削除してください。`,
                      en: `“${shown(name)}” is listed twice. Remove one of the two.`,
                    },
                  },
                ],
          );
        }),
};

/** A pack lists something to play. */
export const emptyPack: Rule = {
  name: 'empty-pack',
  severity: 'error',
  summary: { ja: '何も入っていないパック', en: 'A pack that holds nothing' },
  scope: 'pack',
  check: ({ pack }) =>
    pack === undefined || packLists.some((list) => (pack.value[list] ?? []).length > 0)
      ? []
      : [
          {
            file: pack.file,
            path: ['scenarios'],
            text: {
              ja: 'このパックには何も入っていません。"scenarios"、"drills"、"lessons" のどれかにファイル名を書いてください。',
              en: 'This pack holds nothing. List a file in "scenarios", "drills" or "lessons".',
            },
          },
        ],
};
