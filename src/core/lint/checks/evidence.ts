/** The solution of a message must hold: its anchors lie somewhere, and its clues and facts belong together. */
import type { Anchor } from '../../scenario/format/anchor.ts';
import type { Message } from '../../scenario/format/message.ts';
import type { PhishSolution } from '../../scenario/format/solution.ts';
import type { Localized } from '../../scenario/format/text.ts';
import { type Language, languages } from '../../scenario/format/vocabulary.ts';
import { place } from '../../scenario/layout/place.ts';
import { attachmentOf, pageOf, spotOf } from '../../scenario/layout/spot.ts';
import { bodiesOf, linePlaces } from '../../scenario/layout/walk.ts';
import { languageNames } from '../../scenario/read/language-names.ts';
import type { Path } from '../../scenario/read/locate.ts';
import { nearest } from '../../scenario/read/nearest.ts';
import { shown, shownPath } from '../../scenario/read/shown.ts';
import type { Remark, Rule } from '../rule.ts';
import { sidesOf } from './differences.ts';
import { layoutOf } from './layout-of.ts';

/** The most regions of a message, its pages and files included; every flag draws all of them again. A message takes about ninety. */
export const mostRegions = 5_000;

/** A message has no more parts to flag than a browser can draw. */
export const tooManyRegions: Rule = {
  name: 'too-many-regions',
  severity: 'error',
  summary: {
    ja: '印を付けられる部分が多すぎるメッセージ',
    en: 'A message with too many parts to flag',
  },
  scope: 'message',
  check: (message, path) => {
    const lines = linesIn(message, path);
    // More lines than that are not even laid out.
    const regions = lines > mostRegions ? lines : layoutOf(message).regions.length;
    if (regions <= mostRegions) return [];
    const count = regions.toLocaleString('en');
    const limit = mostRegions.toLocaleString('en');
    return [
      {
        path,
        text: {
          ja: `「${shownPath(path)}」には印を付けられる部分が ${count} か所もあります（上限は ${limit} か所）。文や画像を減らすか、メッセージを分けてください。`,
          en: `“${shownPath(path)}” has ${count} parts that can be flagged (the limit is ${limit}). Use fewer sentences or pictures, or split the message.`,
        },
      },
    ];
  },
};

/** The number of lines in a message, its pages and its files. */
function linesIn(message: Message, path: Path): number {
  return bodiesOf(message, path).reduce((sum, { blocks }) => sum + linePlaces(blocks, path).length, 0);
}

/** Every anchor lies somewhere: those of a solution, and those of its differences. */
export const anchorNotFound: Rule = {
  name: 'anchor-not-found',
  severity: 'error',
  summary: { ja: 'メッセージの中にない箇所や引用', en: 'An anchor or quotation that is not in the message' },
  scope: 'several',
  checks: [
    { scope: 'message', check: (message, path) => lost(anchorsOf(message, path)) },
    { scope: 'scenario', check: (scenario) => lost(sidesOf(scenario)) },
  ],
};

/** A quotation lies in one place only. */
export const anchorAmbiguous: Rule = {
  name: 'anchor-ambiguous',
  severity: 'error',
  summary: { ja: '2か所以上にある引用', en: 'A quotation that occurs more than once' },
  scope: 'several',
  checks: [
    { scope: 'message', check: (message, path) => ambiguous(anchorsOf(message, path)) },
    { scope: 'scenario', check: (scenario) => ambiguous(sidesOf(scenario)) },
  ],
};

interface AnchorPlace {
  readonly anchor: Anchor;
  readonly message: Message;
  readonly path: Path;
}

/** The anchors of a solution. */
function anchorsOf(message: Message, path: Path): readonly AnchorPlace[] {
  const { solution } = message;
  const within = (list: readonly { readonly anchor: Anchor }[], key: string): readonly AnchorPlace[] =>
    list.map(({ anchor }, index) => ({
      anchor,
      message,
      path: [...path, 'solution', key, index, 'anchor'],
    }));
  return [
    ...(solution.truth === 'phish'
      ? within(solution.clues, 'clues')
      : within(solution.reassurances, 'reassurances')),
    ...within(solution.decoys, 'decoys'),
  ];
}

function lost(anchors: readonly AnchorPlace[]): readonly Remark[] {
  return anchors.flatMap(({ anchor, message, path }) => {
    const placed = place(anchor, layoutOf(message));
    if (placed.found || placed.why === 'ambiguous') return [];
    const { language } = placed;
    const spot = spotOf(anchor);
    return spot.kind === 'quote' && language !== undefined
      ? [{ path: [...path, 'quote', language], text: notQuoted(shown(spot.quote[language] ?? ''), language) }]
      : [{ path, text: notThere(anchor, message) }];
  });
}

function ambiguous(anchors: readonly AnchorPlace[]): readonly Remark[] {
  return anchors.flatMap(({ anchor, message, path }) => {
    const placed = place(anchor, layoutOf(message));
    const spot = spotOf(anchor);
    if (placed.found || placed.why !== 'ambiguous' || spot.kind !== 'quote') return [];
    const { language } = placed;
    return [
      { path: [...path, 'quote', language], text: repeated(shown(spot.quote[language] ?? ''), language) },
    ];
  });
}

function notQuoted(quote: string, language: Language): Localized {
  const name = languageNames[language];
  return {
    ja: `引用「${quote}」が${name.ja}の本文に見つかりません。本文の文をそのまま写してください（1行の中に収まること）。`,
    en: `The quotation “${quote}” is not in the ${name.en} text. Copy it exactly as the body has it, within one block.`,
  };
}

function repeated(quote: string, language: Language): Localized {
  const name = languageNames[language];
  return {
    ja: `引用「${quote}」が${name.ja}の本文に2か所以上あります。1か所に決まるよう、前後の文字も含めて長く引用してください。`,
    en: `The quotation “${quote}” occurs more than once in the ${name.en} text. Quote a little more, so that it fits one place only.`,
  };
}

function notThere(anchor: Anchor, message: Message): Localized {
  const what = shown(
    Object.entries(anchor)
      .flatMap(([key, id]) => (typeof id === 'string' ? [`${key}: ${id}`] : []))
      .join(', '),
  );
  const meant = meantBy(anchor, message);
  return {
    ja: `箇所「${what}」がこのメッセージにありません。${meant === undefined ? 'id を確かめ、本文・リンク・添付・ページで実際に使われているか確認してください。' : `「${meant}」の間違いではありませんか。`}`,
    en: `The anchor “${what}” is not in this message. ${meant === undefined ? 'Check the id, and that the body, links, attachments or pages really use it.' : `Did you mean “${meant}”?`}`,
  };
}

/** The link, attachment or page of the message that a misspelt anchor was meant to name. */
function meantBy(anchor: Anchor, message: Message): string | undefined {
  const spot = spotOf(anchor);
  const named = [
    { id: spot.kind === 'link' ? spot.link : undefined, among: message.links },
    { id: attachmentOf(spot), among: message.attachments },
    { id: pageOf(spot), among: message.pages },
  ];
  return named
    .map(({ id, among = [] }) => {
      const ids = among.map((thing) => thing.id);
      return id === undefined || ids.includes(id) ? undefined : nearest(id, ids);
    })
    .find((meant) => meant !== undefined);
}

/** Every clue proves a fact that is listed. */
export const unknownFact: Rule = {
  name: 'unknown-fact',
  severity: 'error',
  summary: { ja: '`facts` にない事実の名前', en: 'A clue for a fact that is not in `facts`' },
  scope: 'message',
  check: ({ solution }, path) => {
    if (solution.truth !== 'phish') return [];
    const known = solution.facts.map(({ id }) => id);
    return solution.clues.flatMap(({ fact }, index) => {
      if (known.includes(fact)) return [];
      const meant = nearest(fact, known);
      return [
        {
          path: [...path, 'solution', 'clues', index, 'fact'],
          text: {
            ja: `事実「${fact}」が "facts" にありません。${meant === undefined ? '"facts" に書き加えてください。' : `「${meant}」の間違いではありませんか。`}`,
            en: `The fact “${fact}” is not in "facts". ${meant === undefined ? 'Add it there.' : `Did you mean “${meant}”?`}`,
          },
        },
      ];
    });
  },
};

/** Every fact has a clue that proves it. */
export const factWithoutClue: Rule = {
  name: 'fact-without-clue',
  severity: 'error',
  summary: { ja: '示す手がかりのない事実', en: 'A fact that no clue proves' },
  scope: 'message',
  check: ({ solution }, path) =>
    factsOf(solution).flatMap(({ id, clues }, index) =>
      clues.length > 0
        ? []
        : [
            {
              path: [...path, 'solution', 'facts', index, 'id'],
              text: {
                ja: `事実「${id}」を示す手がかりがありません。"clues" に加えるか、この事実を削除してください。`,
                en: `No clue proves the fact “${id}”. Add one to "clues", or remove the fact.`,
              },
            },
          ],
    ),
};

/** A fact can be proved in both languages, or who plays in the other one could never earn it. */
export const onlyClue: Rule = {
  name: 'only-clue',
  severity: 'error',
  summary: {
    ja: '片方の言語では示せない事実',
    en: 'A fact that can be proved in one language only',
  },
  scope: 'message',
  check: ({ solution }, path) =>
    factsOf(solution).flatMap(({ id, clues }) =>
      languages
        .filter((language) => clues.length > 0 && clues.every(({ only }) => (only ?? language) !== language))
        .map((language) => {
          const name = languageNames[language];
          return {
            path: [...path, 'solution', 'clues', clues[0]?.index ?? 0, 'only'],
            text: {
              ja: `${name.ja}では事実「${id}」を示す手がかりがありません。${name.ja}でも分かる手がかりを加えてください。`,
              en: `In ${name.en} no clue proves the fact “${id}”. Add one that can be seen in ${name.en} too.`,
            },
          };
        }),
    ),
};

/** The facts of a lure, each with the clues for it and their places in the list; none of a genuine message. */
function factsOf(solution: Message['solution']) {
  if (solution.truth !== 'phish') return [];
  const clues: readonly (PhishSolution['clues'][number] & { readonly index: number })[] = solution.clues.map(
    (clue, index) => ({ ...clue, index }),
  );
  return solution.facts.map(({ id }) => ({ id, clues: clues.filter(({ fact }) => fact === id) }));
}
