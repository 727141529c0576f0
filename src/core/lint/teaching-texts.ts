/** The texts that teach the player, as opposed to the texts of the messages. */
import type { Path } from '../scenario/read/locate.ts';
import type { Drill } from '../scenario/format/drill.ts';
import type { Message } from '../scenario/format/message.ts';
import type { Scenario } from '../scenario/format/scenario.ts';
import type { Localized } from '../scenario/format/text.ts';

export interface TeachingText {
  readonly text: Localized;
  readonly path: Path;
}

/** The explanations of clues, decoys and reassurances of a message, and the pull of a lure. */
export function explanationsOf({ solution }: Message, path: Path): readonly TeachingText[] {
  const at = [...path, 'solution'];
  const told = (list: readonly { readonly explanation: Localized }[], key: string): readonly TeachingText[] =>
    list.map(({ explanation }, index) => ({ text: explanation, path: [...at, key, index, 'explanation'] }));
  const decoys = told(solution.decoys, 'decoys');
  if (solution.truth === 'legitimate') return [...told(solution.reassurances, 'reassurances'), ...decoys];
  const { clues, pull } = solution;
  return [
    ...told(clues, 'clues'),
    ...decoys,
    ...(pull === undefined ? [] : [{ text: pull, path: [...at, 'pull'] }]),
  ];
}

/** All that a scenario teaches: explanations, reasons, outcomes, first aid, lessons and drills. */
export function teachingTexts({ messages, drills = [] }: Scenario): readonly TeachingText[] {
  return [
    ...messages.flatMap((message, index) => textsOfMessage(message, ['messages', index])),
    ...drills.flatMap((drill, index) => textsOfDrill(drill, ['drills', index])),
  ];
}

/** All that a message teaches; `path` leads to it. */
export function textsOfMessage(message: Message, path: Path): readonly TeachingText[] {
  const { solution, pages = [] } = message;
  return [
    ...explanationsOf(message, path),
    { text: solution.best.reason, path: [...path, 'solution', 'best', 'reason'] },
    { text: solution.lesson, path: [...path, 'solution', 'lesson'] },
    ...Object.entries(solution.consequence ?? {}).map(([verdict, text]) => ({
      text,
      path: [...path, 'solution', 'consequence', verdict],
    })),
    ...pages.flatMap(({ outcome, firstAid }, index) => [
      { text: outcome, path: [...path, 'pages', index, 'outcome'] },
      { text: firstAid, path: [...path, 'pages', index, 'firstAid'] },
    ]),
  ];
}

/** All that a drill teaches; `path` leads to it. */
export function textsOfDrill({ timeline, steps = [], lesson }: Drill, path: Path): readonly TeachingText[] {
  return [
    ...(timeline?.turns ?? []).flatMap(({ options }, turn) =>
      options.flatMap(({ explanation, consequence }, option) => {
        const at = [...path, 'timeline', 'turns', turn, 'options', option];
        return [
          { text: explanation, path: [...at, 'explanation'] },
          ...(consequence === undefined ? [] : [{ text: consequence, path: [...at, 'consequence'] }]),
        ];
      }),
    ),
    ...steps.map(({ explanation }, index) => ({
      text: explanation,
      path: [...path, 'steps', index, 'explanation'],
    })),
    { text: lesson, path: [...path, 'lesson'] },
  ];
}
