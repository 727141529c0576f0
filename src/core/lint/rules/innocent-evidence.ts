import { placedSolution } from '../../engine/placed-solution.ts';
import { expressionsIn } from '../../scenario/layout/expressions.ts';
import type { Region } from '../../scenario/layout/regions.ts';
import { type Language, languages } from '../../scenario/format/vocabulary.ts';
import type { Message } from '../../scenario/format/message.ts';
import { layoutOf } from '../checks/layout-of.ts';
import type { Remark, Rule } from '../rule.ts';

/** Flagging what a clue says elsewhere must not cost. Domains and numbers join their fact by themselves; these do not. */
export const innocentEvidence: Rule = {
  name: 'innocent-evidence',
  severity: 'warning',
  summary: {
    ja: '手がかりと同じ期限、金額、番号が書いてあるのに、印を付けると減点になる箇所',
    en: 'A place that costs when flagged though it repeats the deadline, amount or code of a clue',
  },
  scope: 'message',
  check: (message, path) => {
    if (message.solution.truth !== 'phish') return [];
    const regions = new Map(layoutOf(message).regions.map((region) => [region.key, region]));
    const { facts, innocent } = placedSolution(message);
    const clues = facts.flatMap((fact) => fact.clues);
    return languages.flatMap((language) => {
      const told = new Map(
        clues.flatMap(({ thing, regions: keys }) =>
          keys.flatMap((key) =>
            expressionsIn(textOf(message, regions.get(key), language)).map((one) => [one, thing.id] as const),
          ),
        ),
      );
      return innocent.flatMap((region): readonly Remark[] => {
        const text = textOf(message, region, language);
        const repeated = expressionsIn(text).find((one) => told.has(one));
        if (repeated === undefined) return [];
        const clue = told.get(repeated);
        return [
          {
            path: [...path, 'solution'],
            text: {
              ja: `「${text}」は手がかり「${clue}」と同じ「${repeated}」を含みますが、印を付けると減点になります。ここにも手がかりを置くか、"weighs": "nothing" のまぎらわしい点にしてください。`,
              en: `“${text}” holds “${repeated}” like the clue “${clue}”, but flagging it costs. Add a clue here too, or a decoy with "weighs": "nothing".`,
            },
          },
        ];
      });
    });
  },
};

function textOf(message: Message, region: Region | undefined, language: Language): string {
  if (region?.key === 'field/subject' && 'subject' in message) return message.subject[language];
  return region?.text?.[language] ?? '';
}
