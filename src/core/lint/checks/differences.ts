/** The differences of a message from its twin: there is a twin, and each difference lies in both messages. */
import type { Anchor } from '../../scenario/format/anchor.ts';
import type { Message } from '../../scenario/format/message.ts';
import type { Scenario } from '../../scenario/format/scenario.ts';
import { languages } from '../../scenario/format/vocabulary.ts';
import { spotOf } from '../../scenario/layout/spot.ts';
import { twinOf } from '../../scenario/layout/twin.ts';
import { languageNames } from '../../scenario/read/language-names.ts';
import type { Path } from '../../scenario/read/locate.ts';
import type { Rule } from '../rule.ts';

/** A message with differences names its twin. */
export const differencesWithoutTwin: Rule = {
  name: 'differences-without-twin',
  severity: 'error',
  summary: {
    ja: '対のメッセージ（`twin`）がないのに書かれた違い（`differences`）',
    en: '`differences` of a message that has no `twin`',
  },
  scope: 'message',
  check: ({ solution: { differences, twin } }, path) =>
    differences === undefined || twin !== undefined
      ? []
      : [
          {
            path: [...path, 'solution', 'differences'],
            text: {
              ja: '違い（"differences"）は、対のメッセージ（"twin"）があるときにだけ書けます。"twin" を書き加えるか、"differences" を削除してください。',
              en: '"differences" need a message to differ from. Name it in "twin", or remove "differences".',
            },
          },
        ],
};

/** Players read a pair in either language, so a difference must quote both. */
export const differenceUntranslated: Rule = {
  name: 'translation-missing',
  severity: 'error',
  summary: { ja: '片方の言語だけの文', en: 'A text in one language only' },
  scope: 'scenario',
  check: (scenario) =>
    sidesOf(scenario).flatMap(({ anchor, path }) => {
      const spot = spotOf(anchor);
      if (spot.kind !== 'quote') return [];
      return languages
        .filter((language) => spot.quote[language] === undefined)
        .map((language) => {
          const name = languageNames[language];
          return {
            path: [...path, 'quote', language],
            text: {
              ja: `違いの引用に${name.ja}がありません。"${language}" に書いてください。`,
              en: `The quotation of a difference is missing in ${name.en}. Write it in "${language}".`,
            },
          };
        });
    }),
};

interface Side {
  readonly anchor: Anchor;
  /** The message in which the anchor must lie. */
  readonly message: Message;
  readonly path: Path;
}

/** Both sides of every difference in a scenario. A missing twin is reported by another rule. */
export function sidesOf(scenario: Scenario): readonly Side[] {
  return scenario.messages.flatMap((message, m): readonly Side[] => {
    const twin = twinOf(message, scenario);
    if (twin === undefined) return [];
    return (message.solution.differences ?? []).flatMap(({ here, there }, index) => {
      const path = ['messages', m, 'solution', 'differences', index];
      return [
        { anchor: here, message, path: [...path, 'here'] },
        { anchor: there, message: twin, path: [...path, 'there'] },
      ];
    });
  });
}
