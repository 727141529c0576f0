/** Blocks as received → blocks of the format in one language, within its limits; what it has no place for is reported. */
import { visible } from '../../email/url/look-alike.ts';
import { mostRuns } from '../../scenario/format/text.ts';
import type { Language } from '../../scenario/format/vocabulary.ts';
import type {
  BodyEvidence,
  Cell,
  HiddenWords,
  Picture,
  PictureArea,
  ReceivedPiece,
  PieceLine,
  ReceivedBlock,
  ReceivedBody,
} from '../body.ts';
import { pictureMark } from '../html/blocks.ts';
import type { Loss } from './loss.ts';

/** A value of a draft: JSON that need not be complete. */
export type DraftValue =
  | string
  | number
  | boolean
  | readonly DraftValue[]
  | { readonly [name: string]: DraftValue };
/** An object of a draft. */
export interface DraftFields {
  readonly [name: string]: DraftValue;
}

/** A body in the form of the format. */
export interface DraftBody {
  readonly blocks: readonly DraftFields[];
  readonly links: readonly DraftFields[];
  readonly losses: ReadonlySet<Loss>;
}

const mostBlocks = 200;
/** Hidden texts before the body, after it, and pixels: each at most so many. */
const mostUnseen = 5;
/** Characters of one hidden text; some mails hide whole books. */
const longestHidden = 2_000;
const mostPictures = 12;
const mostInner = 60;
const mostInColumn = 30;
const mostLinks = 60;
const mostColumns = 4;
/** Boxes in boxes. */
const deepest = 4;
const mostRows = 60;
const mostCells = 8;
const mostItems = 100;
/** Characters of all texts, below the 40,000 that a message may have. */
const mostText = 36_000;

/** Converts a body. What nobody sees stands before it or after it. */
export function draftBody(
  { blocks, hidden, evidence }: Pick<ReceivedBody, 'blocks' | 'hidden' | 'evidence'>,
  language: Language,
): DraftBody {
  const writer = new BodyWriter(language);
  const seen = blocks.flatMap((block) => writer.blocks(block));
  const before = hidden.filter(({ isBefore }) => isBefore).flatMap((words) => writer.hidden(words));
  const after = hidden.filter(({ isBefore }) => !isBefore).flatMap((words) => writer.hidden(words));
  const pixels = evidence.filter(({ kind }) => kind === 'tracking-pixel').flatMap((one) => writer.pixel(one));
  // A body in which nothing is seen is not playable, so what is hidden is not written either.
  const unseen = seen.length === 0 ? 0 : mostUnseen;
  const written = [
    ...before.slice(0, unseen),
    ...seen.slice(0, mostBlocks - 3 * mostUnseen),
    ...after.slice(0, unseen),
    ...pixels.slice(0, unseen),
  ];
  if (seen.length > mostBlocks - 3 * mostUnseen) writer.losses.add('cut');
  return {
    blocks: written,
    links: [...writer.links].map(([url, id]) => ({ id, url })),
    losses: writer.losses,
  };
}

interface StyledRun extends DraftFields {
  readonly text: string;
}

class BodyWriter {
  readonly links = new Map<string, string>();
  readonly losses = new Set<Loss>();
  private pictures = 0;
  private pixels = 0;
  private left = mostText;
  private readonly language: Language;

  constructor(language: Language) {
    this.language = language;
  }

  /** `depth` counts the boxes around a block. */
  blocks(block: ReceivedBlock, depth = 0): readonly DraftFields[] {
    switch (block.kind) {
      case 'panel': {
        // Each block in it has an alignment of its own.
        const { background, border, side, picture } = block;
        return this.box(block.blocks, depth, (blocks) => ({
          kind: 'panel',
          ...(background !== undefined && { background }),
          ...(border !== undefined && { border }),
          ...(side && { side }),
          ...(picture !== undefined && { remotePicture: picture.slice(0, 2_000) }),
          blocks,
        }));
      }
      case 'quote':
        return this.box(block.blocks, depth, (blocks) => ({ kind: 'quote', blocks }));
      case 'columns':
        return this.columns(block, depth);
      case 'text':
        return this.text(block);
      case 'list': {
        const items = block.items.slice(0, mostItems).flatMap((item) => this.line(item));
        if (items.length === 0) return [];
        return [{ kind: 'list', ...(block.ordered && { ordered: true }), items }];
      }
      case 'button':
        return this.button(block);
      case 'image':
        return this.picture(block);
      case 'pictures':
        return this.row(block.pictures);
      case 'rule':
        return [{ kind: 'rule' }];
      case 'table':
        return this.table(block.rows);
    }
  }

  /** A box around blocks; too deep inside others, the blocks without it. */
  private box(
    blocks: readonly ReceivedBlock[],
    depth: number,
    around: (inner: readonly DraftFields[]) => DraftFields,
  ): readonly DraftFields[] {
    const isTooDeep = depth >= deepest;
    if (isTooDeep) this.losses.add('nesting');
    const inner = this.inner(blocks, isTooDeep ? depth : depth + 1, mostInner);
    return inner.length === 0 || isTooDeep ? inner : [around(inner)];
  }

  private columns(
    { columns, widths }: Extract<ReceivedBlock, { kind: 'columns' }>,
    depth: number,
  ): readonly DraftFields[] {
    const fits = columns.length <= mostColumns && depth < deepest;
    const written = columns.flatMap((column, at) => {
      const blocks = this.inner(column, fits ? depth + 1 : depth, mostInColumn);
      return blocks.length === 0 ? [] : [{ blocks, width: widths?.[at] }];
    });
    if (written.length >= 2 && fits) {
      const kept = written.flatMap(({ width }) => (width === undefined ? [] : [width]));
      return [
        {
          kind: 'columns',
          ...(kept.length === written.length && { widths: kept }),
          columns: written.map(({ blocks }) => blocks),
        },
      ];
    }
    if (columns.length > mostColumns) this.losses.add('columns');
    else if (!fits) this.losses.add('nesting');
    return written.flatMap(({ blocks }) => blocks);
  }

  private inner(blocks: readonly ReceivedBlock[], depth: number, most: number): readonly DraftFields[] {
    const inner = blocks.flatMap((block) => this.blocks(block, depth));
    if (inner.length > most) this.losses.add('cut');
    return inner.slice(0, most);
  }

  private text({
    line,
    align,
    preformatted,
  }: Extract<ReceivedBlock, { kind: 'text' }>): readonly DraftFields[] {
    const size = blockSizeOf(line);
    return this.line(line, size !== undefined).map((text) => ({
      kind: 'text',
      text,
      ...(size !== undefined && { size }),
      ...(align !== 'start' && { align }),
      ...(preformatted && { preformatted }),
    }));
  }

  private button({
    label,
    link,
    background,
    colour,
    align,
  }: Extract<ReceivedBlock, { kind: 'button' }>): readonly DraftFields[] {
    const id = this.link(link);
    const words = this.sentence(label);
    if (words === '') return [];
    if (id === undefined) return [{ kind: 'text', text: { [this.language]: words } }];
    return [
      {
        kind: 'button',
        label: { [this.language]: words },
        link: id,
        ...(background !== undefined && { background }),
        ...(colour !== undefined && { colour }),
        ...(align !== 'start' && { align }),
      },
    ];
  }

  hidden({ hiding, text }: HiddenWords): readonly DraftFields[] {
    const words = this.sentence(text.slice(0, longestHidden)).trim();
    return words === '' ? [] : [{ kind: 'hidden', hiding, text: { [this.language]: words } }];
  }

  pixel({ text }: BodyEvidence): readonly DraftFields[] {
    if (text === '') return [];
    this.pixels += 1;
    return [{ kind: 'pixel', id: `pixel-${this.pixels}`, url: text.slice(0, 2_000) }];
  }

  /** Pictures side by side; below one another if some of them become words. */
  private row(pictures: readonly Picture[]): readonly DraftFields[] {
    const written = pictures.flatMap((picture) => this.picture(picture));
    const isRow = written.length >= 2 && written.every(({ kind }) => kind === 'remote');
    if (!isRow || written.length > mostPictures) return written;
    return [{ kind: 'pictures', blocks: written }];
  }

  /** A picture elsewhere is kept as one that is not fetched; one that came with the mail would need a file. */
  private picture({ source, alt, link, areas = [], width, height, align }: Picture): readonly DraftFields[] {
    const words = this.sentence(alt);
    if (/^(?:https?:)?\/\//i.test(source) && source.length <= 2_000) {
      this.pictures += 1;
      const id = link === undefined ? undefined : this.link(link);
      const places = areas.slice(0, mostPictures).flatMap((area) => this.area(area));
      return [
        {
          kind: 'remote',
          id: `picture-${this.pictures}`,
          url: source,
          state: 'blocked',
          ...(words !== '' && { alt: { [this.language]: words } }),
          ...(id !== undefined && { link: id }),
          ...(places.length > 0 && { areas: places }),
          ...(width !== undefined && { width: within(width, 16, 680) }),
          ...(height !== undefined && { height: within(height, 16, 680) }),
          ...(align !== 'start' && { align }),
        },
      ];
    }
    this.losses.add('picture');
    const whole =
      words === '' && link === undefined
        ? []
        : [{ text: words === '' ? pictureMark : words, ...(link !== undefined && { link }) }];
    const targets = areas.map((area) => ({
      text: area.label === '' ? pictureMark : area.label,
      link: area.link,
    }));
    return [...whole, ...targets].flatMap((piece) =>
      this.text({ kind: 'text', line: [piece], align, size: 16 }),
    );
  }

  private area({ link, label, box: [left, top, width, height] }: PictureArea): readonly DraftFields[] {
    const id = this.link(link);
    const words = this.sentence(label);
    if (id === undefined) return [];
    return [
      {
        link: id,
        label: { [this.language]: words === '' ? pictureMark : words },
        left,
        top,
        width: Math.min(width, 100 - left),
        height: Math.min(height, 100 - top),
      },
    ];
  }

  private table(rows: readonly (readonly Cell[])[]): readonly DraftFields[] {
    const kept = rows.slice(0, mostRows).map((row) => row.slice(0, mostCells));
    const widest = Math.min(
      mostCells,
      Math.max(...kept.map((row) => row.reduce((sum, { span }) => sum + span, 0))),
    );
    if (kept.length < rows.length || rows.some((row) => row.length > mostCells)) this.losses.add('table');
    const written = kept.map((row) => {
      const cells = row.map((cell) => this.cell(cell));
      const width = row.reduce((sum, { span }) => sum + span, 0);
      return [...cells, ...Array.from({ length: Math.max(0, widest - width) }, () => this.blank())];
    });
    const [first = []] = kept;
    const heading = first.every((cell) => cell.heading)
      ? 'row'
      : kept.every(([cell]) => cell?.heading === true)
        ? 'column'
        : undefined;
    return [{ kind: 'table', ...(heading !== undefined && { heading }), rows: written }];
  }

  private cell({ line, span, align, background }: Cell): DraftFields {
    return {
      ...(this.line(line)[0] ?? this.blank()),
      ...(align !== undefined && align !== 'start' && { align }),
      ...(background !== undefined && { background }),
      ...(span > 1 && { span }),
    };
  }

  private readonly blank = (): DraftFields => ({ [this.language]: '\u3000' });

  /** A line in one language; none if nothing of it is left. */
  private line(line: PieceLine, isSized = false): readonly DraftFields[] {
    const runs = line.slice(0, mostRuns).flatMap((piece) => this.run(piece, isSized));
    if (line.length > mostRuns) this.losses.add('cut');
    if (runs.every((run) => (typeof run === 'string' ? run : run.text).trim() === '')) return [];
    const [only] = runs;
    return [{ [this.language]: runs.length === 1 && typeof only === 'string' ? only : runs }];
  }

  private run(piece: ReceivedPiece, isSized: boolean): readonly (string | StyledRun)[] {
    const text = this.sentence(piece.text);
    if (text === '') return [];
    const { bold, italic, underline, strike, colour, background, font } = piece;
    const id = piece.link === undefined ? undefined : this.link(piece.link);
    const size = isSized ? undefined : sizeOf(piece);
    const look = {
      ...(id !== undefined && { link: id }),
      ...(bold && { bold }),
      ...(italic && { italic }),
      ...(underline && { underline }),
      ...(strike && { strike }),
      ...(size !== undefined && { size }),
      ...(colour !== undefined && { colour }),
      ...(background !== undefined && { background }),
      ...(font !== undefined && { font }),
    };
    return [Object.keys(look).length === 0 ? text : { text, ...look }];
  }

  private link(url: string): string | undefined {
    const written = url.slice(0, 2_000);
    if (written === '') return undefined;
    const known = this.links.get(written);
    if (known !== undefined) return known;
    if (this.links.size >= mostLinks) {
      this.losses.add('cut');
      return undefined;
    }
    const id = `link-${this.links.size + 1}`;
    this.links.set(written, id);
    return id;
  }

  /** Within the limits of a message, which all its texts share. */
  private sentence(text: string): string {
    const shown = shownText(text);
    if (shown.length > this.left) this.losses.add('cut');
    const kept = shown.slice(0, this.left);
    this.left -= kept.length;
    return kept;
  }
}

/** A text without what nobody sees, and without rows that no browser can break. */
export function shownText(text: string): string {
  return visible(text)
    .replaceAll(/⟨U\+[0-9A-F]{4,6}⟩/g, '')
    .replaceAll(control, '')
    .replaceAll(/[^\p{L}\p{N}\n]{81,}/gu, (row) => row.slice(0, 60))
    .replaceAll(/[\p{L}\p{N}\p{M}]{281,}/gu, (row) => row.slice(0, 280))
    .replaceAll(/\p{M}{21,}/gu, (row) => row.slice(0, 20));
}

/** All but the line break, and what else the format refuses. */
// oxlint-disable-next-line no-control-regex, no-misleading-character-class -- each is meant by itself, joined to nothing
const control = /[\p{Cs}\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffb\u180b-\u180f]/gu;

const within = (pixels: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.round(pixels)));

/** The size of a piece, if it is not about that of a usual text. */
function sizeOf({ size = 16 }: ReceivedPiece): number | undefined {
  return size >= 13 && size <= 17 ? undefined : within(size, 8, 48);
}

/** The name of the size that all pieces of a line have, if it has one: a name is easier to read than a number in each run. */
function blockSizeOf(line: PieceLine): 'large' | 'title' | undefined {
  const words = line.filter(({ text }) => text.trim() !== '');
  const [{ size = 16 } = { size: 16 }] = words;
  if (words.some((piece) => (piece.size ?? 16) !== size)) return undefined;
  if (size >= 22 && size <= 26 && words.every(({ bold }) => bold)) return 'title';
  return size >= 18 && size <= 20 ? 'large' : undefined;
}
