import type { Path } from '../../../scenario/read/locate.ts';
import type { Block, LeafBlock } from '../../../scenario/format/block.ts';
import type { Message } from '../../../scenario/format/message.ts';
import type { Line, LocalizedLine } from '../../../scenario/format/text.ts';
import { languages } from '../../../scenario/format/vocabulary.ts';
import { isLeaf, isPageBlock } from '../../../scenario/layout/block-kinds.ts';
import { blockLines, bodiesOf, innerPlaces } from '../../../scenario/layout/walk.ts';
import { contrast } from '../../contrast.ts';
import type { Remark, Rule } from '../../rule.ts';

/** WCAG 2.2, success criterion 1.4.3. */
const least = 4.5;
/** What a mail is drawn on and with, by day, where its author says nothing. */
const paper = '#fffdf8';
const ink = '#22262e';

interface Colours {
  readonly text?: string;
  readonly background?: string;
}

/**
 * Colours an author chose must leave the text readable. This holds by day; on dark paper the inbox lightens a colour that
 * has no background of its own, so that every colour is readable there (inbox/ink.ts).
 */
export const lowContrast: Rule = {
  name: 'low-contrast',
  severity: 'warning',
  summary: {
    ja: '読みにくい配色（コントラスト比4.5未満）',
    en: 'Colours too close to read (below 4.5 to 1)',
  },
  scope: 'message',
  check: (message, path) =>
    bodiesOf(message, path).flatMap(({ blocks, path: at }, index) =>
      // The first body is that of the message itself.
      blocks.flatMap((block, place) => ofBlock(block, index === 0 ? paperOf(message) : {}, [...at, place])),
    ),
};

/** What the content of a mail is drawn on, where its author says so. */
function paperOf(message: Message): Colours {
  const canvas = message.channel === 'mail' ? message.canvas : undefined;
  const background = canvas?.paper ?? (canvas?.background === undefined ? undefined : '#ffffff');
  return background === undefined ? {} : { background };
}

function ofBlock(block: Block, outside: Colours, path: Path): readonly Remark[] {
  if (isLeaf(block)) return ofLeaf(block, outside, path);
  const around = block.kind === 'panel' && block.background ? { background: block.background } : outside;
  // What colours a picture has is not known, so the colour that shows without it is what counts.
  if (block.kind === 'panel' && block.picture !== undefined && block.background === undefined)
    return [{ path: [...path, 'picture'], text: withoutColour }];
  return innerPlaces(block, path).flatMap((place) => ofBlock(place.block, around, place.path));
}

const withoutColour = {
  ja: '背景画像だけでは、画像が出ないときに文字が読めないことがあります。"background" に似た色を書いてください。',
  en: 'Where this picture does not show, its text may not be readable. Write a "background" of a similar colour.',
};

function ofLeaf(leaf: LeafBlock, around: Colours, path: Path): readonly Remark[] {
  switch (leaf.kind) {
    case 'text': {
      const text = leaf.colour ?? around.text;
      const background = leaf.background ?? around.background;
      const colours = {
        ...(text !== undefined && { text }),
        ...(background !== undefined && { background }),
      };
      const own = hasPlainWords(leaf.text) ? judged(colours, path) : [];
      return [...own, ...ofRuns(leaf.text, colours, [...path, 'text'])];
    }
    case 'button':
      // The mail client picks the colour an author leaves out of a button, so only a pair can be wrong.
      if (leaf.outline)
        return judged({ ...around, text: leaf.colour ?? '#1f5f94', ...backgroundOf(leaf) }, path);
      return leaf.colour === undefined || leaf.background === undefined
        ? []
        : judged({ text: leaf.colour, background: leaf.background }, path);
    case 'table':
      return blockLines(leaf, path).flatMap((place) => {
        const [, row = 0, column = 0] = place.path.slice(path.length).map(Number);
        const cell = leaf.rows[row]?.[column];
        const colours = { ...around, ...backgroundOf(cell ?? {}) };
        const isOwn = cell?.background !== undefined && hasPlainWords(place.line);
        const own = isOwn ? judged(colours, place.path) : [];
        return [...own, ...ofRuns(place.line, colours, place.path)];
      });
    case 'hidden':
      return [];
    default: {
      // Blocks of pages have a background of their own.
      const ground = isPageBlock(leaf) ? {} : around;
      return blockLines(leaf, path).flatMap((place) => ofRuns(place.line, ground, place.path));
    }
  }
}

/** Whether some words have no colour of their own. */
const hasPlainWords = (line: LocalizedLine): boolean =>
  languages.some((language) => {
    const runs: Line = line[language];
    return (
      typeof runs === 'string' ||
      runs.some((run) =>
        typeof run === 'string' ? run.trim() !== '' : run.colour === undefined && run.text.trim() !== '',
      )
    );
  });

const backgroundOf = ({ background }: { readonly background?: string }): Colours =>
  background === undefined ? {} : { background };

function ofRuns(line: LocalizedLine, around: Colours, path: Path): readonly Remark[] {
  return languages.flatMap((language) => {
    const runs: Line = line[language];
    if (typeof runs === 'string') return [];
    return runs.flatMap((run, index) =>
      typeof run === 'string' || (run.colour === undefined && run.background === undefined)
        ? []
        : judged(
            {
              ...around,
              ...(run.colour !== undefined && { text: run.colour }),
              ...(run.background !== undefined && { background: run.background }),
            },
            [...path, language, index],
          ),
    );
  });
}

function judged({ text, background }: Colours, path: Path): readonly Remark[] {
  if (text === undefined && background === undefined) return [];
  const ratio = contrast(text ?? ink, background ?? paper);
  if (ratio >= least) return [];
  // Rounded down, so that a failing contrast is never shown as the limit itself.
  const measured = Math.floor(ratio * 10) / 10;
  return [
    {
      path,
      text: {
        ja: `文字色 ${text ?? ink} と背景色 ${background ?? paper} のコントラスト比が ${measured} です。${least} 以上になる色にしてください。`,
        en: `The contrast of the text ${text ?? ink} on ${background ?? paper} is ${measured}. Choose colours with at least ${least}.`,
      },
    },
  ];
}
