/** The differences of a message from its twin must hold: there is a twin, and each difference lies in both messages. */
import { twinOf } from '../layout/twin.ts';
import { spotOf } from '../layout/spot.ts';
import { anchorFlaw, languageNames } from './evidence.ts';
import type { Path } from '../read/locate.ts';
import type { Flaw } from '../read/problem.ts';
import { layOut } from '../layout/regions.ts';
import type { Anchor } from '../format/anchor.ts';
import type { Message } from '../format/message.ts';
import type { Scenario } from '../format/scenario.ts';
import type { Localized } from '../format/text.ts';
import { languages } from '../format/vocabulary.ts';

/** A flaw for differences without a twin, and for each place that is not in its message or is quoted in one language only. */
export function differenceFlaws(scenario: Scenario): readonly Flaw[] {
  return scenario.messages.flatMap((message, index) =>
    flawsOfMessage(message, scenario, ['messages', index, 'solution', 'differences']),
  );
}

function flawsOfMessage(message: Message, scenario: Scenario, path: Path): readonly Flaw[] {
  const { differences, twin: named } = message.solution;
  if (differences === undefined) return [];
  if (named === undefined) {
    return [{ rule: 'differences-without-twin', severity: 'error', path, text: withoutTwin }];
  }
  const twin = twinOf(message, scenario);
  // A twin that is named but not there is a flaw of its own.
  if (twin === undefined) return [];
  const sides = {
    here: { message, layout: layOut(message) },
    there: { message: twin, layout: layOut(twin) },
  };
  return differences.flatMap((difference, index) =>
    (['here', 'there'] as const).flatMap((side) => {
      const at = [...path, index, side];
      const { message: there, layout } = sides[side];
      return [...anchorFlaw(difference[side], there, layout, at), ...untranslated(difference[side], at)];
    }),
  );
}

const withoutTwin: Localized = {
  ja: '違い（"differences"）は、対のメッセージ（"twin"）があるときにだけ書けます。"twin" を書き加えるか、"differences" を削除してください。',
  en: '"differences" need a message to differ from. Name it in "twin", or remove "differences".',
};

/** A pair is read in either language, so a quotation of it must be there in both. */
function untranslated(anchor: Anchor, path: Path): readonly Flaw[] {
  const spot = spotOf(anchor);
  if (spot.kind !== 'quote') return [];
  return languages
    .filter((language) => spot.quote[language] === undefined)
    .map((language) => {
      const name = languageNames[language];
      return {
        rule: 'translation-missing',
        severity: 'error',
        path: [...path, 'quote', language],
        text: {
          ja: `違いの引用に${name.ja}がありません。"${language}" に書いてください。`,
          en: `The quotation of a difference is missing in ${name.en}. Write it in "${language}".`,
        },
      };
    });
}
