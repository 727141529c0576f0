/** The solution of a message must hold: its anchors lie somewhere, and its clues and facts belong together. */
import { place } from '../layout/place.ts';
import { attachmentOf, pageOf, spotOf } from '../layout/spot.ts';
import type { Path } from '../read/locate.ts';
import { nearest } from '../read/nearest.ts';
import type { Flaw } from '../read/problem.ts';
import { type Layout, layOut } from '../layout/regions.ts';
import type { Anchor } from '../format/anchor.ts';
import type { Message } from '../format/message.ts';
import type { Scenario } from '../format/scenario.ts';
import type { PhishSolution } from '../format/solution.ts';
import type { Localized } from '../format/text.ts';
import { shown, shownPath } from '../read/shown.ts';
import { type Language, languages } from '../format/vocabulary.ts';

/** The most regions of a message, its pages and files included; every flag draws all of them again. A message takes about ninety. */
export const mostRegions = 5_000;

/** A flaw for every anchor that lies nowhere or in two places, and for clues and facts that do not fit each other. */
export function evidenceFlaws(scenario: Scenario): readonly Flaw[] {
  return scenario.messages.flatMap((message, index) => {
    const path = ['messages', index, 'solution'];
    const { solution } = message;
    return [
      ...anchorFlaws(message, path),
      ...(solution.truth === 'phish' ? [...clueFlaws(solution, path), ...factFlaws(solution, path)] : []),
    ];
  });
}

function anchorFlaws(message: Message, path: Path): readonly Flaw[] {
  const { solution } = message;
  const layout = layOut(message);
  // Its anchors would be looked for among all of them.
  if (layout.regions.length > mostRegions) return [tooManyRegions(path.slice(0, -1), layout.regions.length)];
  const statements =
    solution.truth === 'phish'
      ? solution.clues.map(({ anchor }, index) => ({ anchor, path: [...path, 'clues', index, 'anchor'] }))
      : solution.reassurances.map(({ anchor }, index) => ({
          anchor,
          path: [...path, 'reassurances', index, 'anchor'],
        }));
  const decoys = solution.decoys.map(({ anchor }, index) => ({
    anchor,
    path: [...path, 'decoys', index, 'anchor'],
  }));
  return [...statements, ...decoys].flatMap(({ anchor, path: at }) =>
    anchorFlaw(anchor, message, layout, at),
  );
}

function tooManyRegions(path: Path, regions: number): Flaw {
  const count = regions.toLocaleString('en');
  const limit = mostRegions.toLocaleString('en');
  return flaw('too-many-regions', path, {
    ja: `「${shownPath(path)}」には印を付けられる部分が ${count} か所もあります（上限は ${limit} か所）。文や画像を減らすか、メッセージを分けてください。`,
    en: `“${shownPath(path)}” has ${count} parts that can be flagged (the limit is ${limit}). Use fewer sentences or pictures, or split the message.`,
  });
}

/** A flaw if an anchor lies nowhere in a message, whose layout it is, or in two places. */
export function anchorFlaw(anchor: Anchor, message: Message, layout: Layout, path: Path): readonly Flaw[] {
  const placed = place(anchor, layout);
  if (placed.found) return [];
  const { language } = placed;
  const spot = spotOf(anchor);
  if (spot.kind === 'quote' && language !== undefined) {
    const quote = shown(spot.quote[language] ?? '');
    return placed.why === 'ambiguous'
      ? [flaw('anchor-ambiguous', [...path, 'quote', language], ambiguous(quote, language))]
      : [flaw('anchor-not-found', [...path, 'quote', language], notQuoted(quote, language))];
  }
  return [flaw('anchor-not-found', path, notThere(anchor, message))];
}

/** The languages as our own sentences name them. */
export const languageNames = {
  ja: { ja: '日本語', en: 'Japanese' },
  en: { ja: '英語', en: 'English' },
} satisfies Record<Language, Localized>;

function notQuoted(quote: string, language: Language): Localized {
  const name = languageNames[language];
  return {
    ja: `引用「${quote}」が${name.ja}の本文に見つかりません。本文の文をそのまま写してください（1行の中に収まること）。`,
    en: `The quotation “${quote}” is not in the ${name.en} text. Copy it exactly as the body has it, within one block.`,
  };
}

function ambiguous(quote: string, language: Language): Localized {
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

function clueFlaws(solution: PhishSolution, path: Path): readonly Flaw[] {
  const known = solution.facts.map(({ id }) => id);
  return solution.clues.flatMap(({ fact }, index): readonly Flaw[] => {
    if (known.includes(fact)) return [];
    const meant = nearest(fact, known);
    return [
      flaw('unknown-fact', [...path, 'clues', index, 'fact'], {
        ja: `事実「${fact}」が "facts" にありません。${meant === undefined ? '"facts" に書き加えてください。' : `「${meant}」の間違いではありませんか。`}`,
        en: `The fact “${fact}” is not in "facts". ${meant === undefined ? 'Add it there.' : `Did you mean “${meant}”?`}`,
      }),
    ];
  });
}

/** A fact must be provable in both languages, or who plays in the other one could never earn it. */
function factFlaws(solution: PhishSolution, path: Path): readonly Flaw[] {
  return solution.facts.flatMap(({ id }, index): readonly Flaw[] => {
    const clues = solution.clues.filter(({ fact }) => fact === id);
    const at = [...path, 'facts', index, 'id'];
    if (clues.length === 0) {
      return [
        flaw('fact-without-clue', at, {
          ja: `事実「${id}」を示す手がかりがありません。"clues" に加えるか、この事実を削除してください。`,
          en: `No clue proves the fact “${id}”. Add one to "clues", or remove the fact.`,
        }),
      ];
    }
    const lacking = languages.filter((language) =>
      clues.every(({ only }) => only !== undefined && only !== language),
    );
    return lacking.map((language) => {
      const clue = solution.clues.findIndex(({ fact }) => fact === id);
      const name = languageNames[language];
      return flaw('only-clue', [...path, 'clues', clue, 'only'], {
        ja: `${name.ja}では事実「${id}」を示す手がかりがありません。${name.ja}でも分かる手がかりを加えてください。`,
        en: `In ${name.en} no clue proves the fact “${id}”. Add one that can be seen in ${name.en} too.`,
      });
    });
  });
}

function flaw(rule: string, path: Path, text: Localized): Flaw {
  return { rule, severity: 'error', path, text };
}
