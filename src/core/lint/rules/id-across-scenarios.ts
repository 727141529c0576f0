import type { FiledRemark, Rule } from '../rule.ts';

/** Messages and drills of a pack need ids of their own: rounds are dealt out of the whole pack. */
export const idAcrossScenarios: Rule = {
  name: 'id-across-scenarios',
  severity: 'warning',
  summary: {
    ja: 'パック内の2つのシナリオで同じメッセージやドリルの id',
    en: 'Two scenarios of a pack with the same id for a message or drill',
  },
  scope: 'pack',
  check: ({ scenarios }) => {
    const holders = new Map<string, string>();
    return scenarios.flatMap(({ file, value }) =>
      (['messages', 'drills'] as const).flatMap((list) =>
        (value[list] ?? []).flatMap(({ id }, index): readonly FiledRemark[] => {
          const holder = holders.get(`${list} ${id}`);
          if (holder === undefined) holders.set(`${list} ${id}`, value.id);
          return holder === undefined || holder === value.id
            ? []
            : [
                {
                  file,
                  path: [list, index, 'id'],
                  text: {
                    ja: `id「${id}」はシナリオ「${holder}」にもあります。パックの中で重ならない名前にしてください。`,
                    en: `The scenario “${holder}” has the id “${id}” too. Choose one that is unique in the pack.`,
                  },
                },
              ];
        }),
      ),
    );
  },
};
