/** Collects pieces and blocks while HTML is walked: an open line, and the blocks around it. */
import type { Alignment, Cell, Picture, ReceivedPiece, PieceLine, ReceivedBlock } from '../body.ts';

/** The width of a column as written, in pixels or in hundredths of its row. */
export interface ColumnWidth {
  readonly size: number;
  readonly isShare: boolean;
}

/** A block that is open while its content is walked. */
export type Frame =
  | { readonly kind: 'body' | 'quote' }
  | { readonly kind: 'column'; readonly width: ColumnWidth | undefined }
  | {
      readonly kind: 'panel';
      readonly background?: string;
      readonly border?: string;
      readonly side?: true;
      readonly picture?: string;
      readonly align: Alignment;
    }
  | { readonly kind: 'list'; readonly ordered: boolean }
  | { readonly kind: 'item' }
  | { readonly kind: 'columns' }
  | { readonly kind: 'table' }
  | { readonly kind: 'row' }
  | { readonly kind: 'cell'; readonly look: Omit<Cell, 'line'> };

interface OpenFrame {
  readonly frame: Frame;
  /** The line that is not ended yet. */
  line: ReceivedPiece[];
  look: LineLook;
  /** Whether nothing stands between the last picture and what comes next. */
  isBesidePicture: boolean;
  readonly blocks: ReceivedBlock[];
  readonly lines: PieceLine[];
  readonly columns: (readonly ReceivedBlock[])[];
  readonly widths: (ColumnWidth | undefined)[];
  readonly rows: (readonly Cell[])[];
  readonly cells: Cell[];
}

/** The look of a line that is not that of its pieces. */
export interface LineLook {
  readonly align: Alignment;
  readonly size: number;
  readonly preformatted: boolean;
}

/** Frames whose content is one line, whatever blocks HTML puts into it. */
const ofOneLine = new Set<Frame['kind']>(['item', 'cell']);
/** Blocks may be inside one another to this depth; a deeper one becomes part of the one around it. */
const deepest = 12;

/** Collects the blocks of a body. */
export class BlockBuilder {
  private readonly body = opened({ kind: 'body' });
  private readonly open: OpenFrame[] = [this.body];

  /** Adds text to the open line. */
  add(piece: ReceivedPiece, look: LineLook): void {
    const top = this.top();
    if (top.line.length === 0) top.look = look;
    if (piece.text === '\n' || piece.text.trim() !== '') top.isBesidePicture = false;
    top.line.push(piece);
  }

  /** Ends the open line, as a block element does. */
  endLine(): void {
    const top = this.top();
    top.isBesidePicture = false;
    if (!isOneLine(top)) flush(top);
    else breakLine(top);
  }

  /** Adds a picture, beside the one before it if nothing stands between the two. */
  putPicture(picture: Picture): void {
    const top = this.top();
    const last = top.blocks.at(-1);
    if (top.isBesidePicture && !isOneLine(top) && (last?.kind === 'image' || last?.kind === 'pictures')) {
      const before = last.kind === 'image' ? [last] : last.pictures;
      top.blocks[top.blocks.length - 1] = { kind: 'pictures', pictures: [...before, picture] };
      top.line = [];
    } else this.put(picture);
    top.isBesidePicture = true;
  }

  /** Adds a block that is no line. */
  put(block: ReceivedBlock): void {
    this.endLine();
    // The line below one element and that above the next are one.
    if (block.kind === 'rule' && this.top().blocks.at(-1)?.kind === 'rule') return;
    deliver([block], this.top());
  }

  /** Opens a block; false if blocks are too deep already. */
  enter(frame: Frame): boolean {
    if (this.open.length > deepest) return false;
    this.endLine();
    this.open.push(opened(frame));
    return true;
  }

  /** Closes the block that was opened last. */
  leave(): void {
    const closed = this.open.at(-1);
    const around = this.open.at(-2);
    if (closed === undefined || around === undefined) return;
    if (!isOneLine(closed)) flush(closed);
    this.open.pop();
    close(closed, around);
  }

  /** All blocks, once everything is closed. */
  blocks(): readonly ReceivedBlock[] {
    while (this.open.length > 1) this.leave();
    flush(this.body);
    return this.body.blocks;
  }

  private top(): OpenFrame {
    return this.open.at(-1) ?? this.body;
  }
}

const opened = (frame: Frame): OpenFrame => ({
  frame,
  line: [],
  look: { align: 'start', size: 16, preformatted: false },
  isBesidePicture: false,
  blocks: [],
  lines: [],
  columns: [],
  widths: [],
  rows: [],
  cells: [],
});

const isOneLine = ({ frame }: OpenFrame): boolean => ofOneLine.has(frame.kind);

function flush(frame: OpenFrame): void {
  const { align, size, preformatted } = frame.look;
  const line = takenLine(frame);
  if (line.length === 0) return;
  frame.blocks.push({
    kind: 'text',
    line,
    align,
    size,
    ...(preformatted && { preformatted: true as const }),
  });
}

function takenLine(frame: OpenFrame): PieceLine {
  const line = frame.look.preformatted ? trimmedLines(frame.line) : collapsed(frame.line);
  frame.line = [];
  return line;
}

/** Adds blocks to a frame; one that is a single line takes their words. */
function deliver(blocks: readonly ReceivedBlock[], frame: OpenFrame): void {
  if (!isOneLine(frame)) {
    frame.blocks.push(...blocks);
    return;
  }
  for (const block of blocks) {
    frame.line.push(...piecesOf(block));
    breakLine(frame);
  }
}

function breakLine({ line }: OpenFrame): void {
  if (line.length > 0 && line.at(-1)?.text !== '\n') line.push({ text: '\n' });
}

function close(closed: OpenFrame, around: OpenFrame): void {
  const { frame, blocks, lines, columns, widths, rows, cells } = closed;
  switch (frame.kind) {
    case 'body':
      return;
    case 'item': {
      const line = takenLine(closed);
      if (line.length > 0) around.lines.push(line);
      return;
    }
    case 'cell':
      around.cells.push({ ...frame.look, line: takenLine(closed) });
      return;
    case 'row':
      if (cells.some(({ line }) => line.length > 0)) around.rows.push(cells);
      return;
    case 'table':
      if (rows.length > 0) deliver([{ kind: 'table', rows }], around);
      deliver(blocks, around);
      return;
    case 'list':
      if (lines.length > 0) deliver([{ kind: 'list', ordered: frame.ordered, items: lines }], around);
      deliver(blocks, around);
      return;
    case 'column':
      if (blocks.length === 0) return;
      around.columns.push(blocks);
      around.widths.push(frame.width);
      return;
    case 'columns':
      if (columns.length > mostColumns && columns.every(isPictures))
        deliver([{ kind: 'pictures', pictures: columns.flat().flatMap(picturesIn) }], around);
      else if (columns.length > mostColumns && columns.every(isShort))
        deliver([{ kind: 'text', line: lineOf(columns), align: alignOf(columns), size: 16 }], around);
      else if (columns.length > 1) deliver([{ kind: 'columns', columns, ...sharesOf(widths) }], around);
      else deliver(columns.flat(), around);
      deliver(blocks, around);
      return;
    case 'quote':
      if (blocks.length > 0) deliver([{ kind: 'quote', blocks }], around);
      return;
    case 'panel':
      if (blocks.length > 0) deliver([panelOf(frame, blocks)], around);
  }
}

/** More columns than these are a row of icons, if there is nothing but pictures in them. */
const mostColumns = 4;
const isPictures = (column: readonly ReceivedBlock[]): boolean =>
  column.every(({ kind }) => kind === 'image' || kind === 'pictures');
const picturesIn = (block: ReceivedBlock): readonly Picture[] =>
  block.kind === 'image' ? [block] : block.kind === 'pictures' ? block.pictures : [];

/** In characters; a column of more is no item of a row. */
const shortest = 24;
const isShort = ([only, ...others]: readonly ReceivedBlock[]): boolean =>
  others.length === 0 &&
  (only?.kind === 'button' || only?.kind === 'text') &&
  piecesOf(only).reduce((sum, { text }) => sum + text.length, 0) <= shortest;

/** Many short columns, such as the numbers of a survey, are words in one line. */
const lineOf = (columns: readonly (readonly ReceivedBlock[])[]): PieceLine =>
  columns.flatMap((column, at) => {
    const pieces = column.flatMap((block) =>
      block.kind === 'button' ? [buttonPiece(block)] : piecesOf(block),
    );
    return at === 0 ? pieces : [{ text: ' ' }, ...pieces];
  });
const buttonPiece = ({ label, link, background, colour }: Button): ReceivedPiece => ({
  text: `\u00a0${label}\u00a0`,
  link,
  ...(background !== undefined && { background }),
  ...(colour !== undefined && { colour }),
});
function alignOf(columns: readonly (readonly ReceivedBlock[])[]): Alignment {
  const first = columns[0]?.[0];
  return first !== undefined && 'align' in first ? first.align : 'start';
}
type Button = Extract<ReceivedBlock, { kind: 'button' }>;

/** A row is as wide as most mails, for columns whose width is not written. */
const usualRow = 600;

/** Shares of columns in hundredths; none if they are equal or cannot be told. */
function sharesOf(widths: readonly (ColumnWidth | undefined)[]): { readonly widths?: readonly number[] } {
  const known = widths.flatMap((width) => (width === undefined ? [] : [width]));
  const [first] = known;
  if (first === undefined || known.some(({ isShare }) => isShare !== first.isShare)) return {};
  const whole = first.isShare ? 100 : usualRow;
  const sum = known.reduce((before, { size }) => before + size, 0);
  const unknown = Math.max(whole / 10, (whole - sum) / Math.max(1, widths.length - known.length));
  const sizes = widths.map((width) => Math.max(1, width?.size ?? unknown));
  const all = sizes.reduce((before, size) => before + size, 0);
  const shares = sizes.map((size) => Math.min(100, Math.max(1, Math.round((100 * size) / all))));
  return Math.max(...shares) - Math.min(...shares) <= 2 ? {} : { widths: shares };
}

/** A coloured box around nothing but a short link is a button. */
function panelOf(frame: Extract<Frame, { kind: 'panel' }>, blocks: readonly ReceivedBlock[]): ReceivedBlock {
  const [only] = blocks;
  const { align, background } = frame;
  if (blocks.length === 1 && only?.kind === 'text' && background !== undefined) {
    const [piece] = only.line;
    if (only.line.length === 1 && piece?.link !== undefined && piece.text.length <= 60) {
      return buttonOf(piece, piece.link, background, align);
    }
  }
  if (blocks.length === 1 && only?.kind === 'button') return only;
  const { border, side, picture } = frame;
  return {
    kind: 'panel',
    ...(side && { side }),
    ...(picture !== undefined && { picture }),
    ...(background !== undefined && { background }),
    ...(border !== undefined && { border }),
    align,
    blocks,
  };
}

/** A link drawn as a button. */
export function buttonOf(
  piece: ReceivedPiece,
  link: string,
  background: string,
  align: Alignment,
): ReceivedBlock {
  return {
    kind: 'button',
    label: piece.text.replaceAll(/\s+/g, ' ').trim(),
    link,
    background,
    ...(piece.colour !== undefined && { colour: piece.colour }),
    align,
  };
}

/** The words of a block inside a line, such as a picture in a list. */
function piecesOf(block: ReceivedBlock): readonly ReceivedPiece[] {
  switch (block.kind) {
    case 'text':
      return block.line;
    case 'button':
      return [{ text: block.label, link: block.link }];
    case 'image':
      return pictureWords(block);
    case 'pictures':
      return block.pictures.flatMap(pictureWords);
    case 'rule':
      return [];
    case 'list':
      return block.items.flatMap((item, at) => (at === 0 ? item : [{ text: '\n' }, ...item]));
    case 'table':
      return block.rows.flatMap((row) => row.flatMap(({ line }) => [{ text: ' ' }, ...line]));
    case 'panel':
    case 'quote':
      return block.blocks.flatMap(piecesOf);
    case 'columns':
      return block.columns.flat().flatMap(piecesOf);
  }
}

function pictureWords({ alt, link, areas = [] }: Picture): readonly ReceivedPiece[] {
  const whole =
    alt === '' && link === undefined
      ? []
      : [{ text: alt === '' ? pictureMark : alt, ...(link !== undefined && { link }) }];
  return [...whole, ...areas.map((area) => ({ text: area.label, link: area.link }))];
}

/** Stands for a picture without words that is a link. */
export const pictureMark = '▢';

// ---------------------------------------------------------------------------------------------- white space

/** Joins pieces of one style; white space collapses as HTML says, `\n` stays. */
function collapsed(line: readonly ReceivedPiece[]): PieceLine {
  const pieces: ReceivedPiece[] = [];
  let before = '\n';
  for (const piece of line) {
    let text = piece.text.replaceAll(/[ \t]*\n[ \t]*/g, '\n').replaceAll(/[ \t]+/g, ' ');
    if (/[ \n]$/.test(before)) text = text.replace(/^ +/, '');
    if (before === '\n' && pieces.length === 0) text = text.replace(/^\s+/, '');
    if (text === '') continue;
    before = text;
    const last = pieces.at(-1);
    if (last !== undefined && isAlike(last, piece))
      pieces[pieces.length - 1] = { ...last, text: last.text + text };
    else pieces.push({ ...piece, text });
  }
  return trimmedEnd(pieces).map((piece) => ({
    ...piece,
    text: piece.text.replaceAll(/ +\n/g, '\n').replaceAll(/\n{3,}/g, '\n\n'),
  }));
}

/** Drops empty lines at both ends of a preformatted text. */
function trimmedLines(line: readonly ReceivedPiece[]): PieceLine {
  const [first, ...rest] = line;
  if (first === undefined) return [];
  return trimmedEnd([{ ...first, text: first.text.replace(/^(?:[ \t]*\n)+/, '') }, ...rest]).filter(
    ({ text }) => text !== '',
  );
}

function trimmedEnd(pieces: readonly ReceivedPiece[]): PieceLine {
  const kept = [...pieces];
  for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
    const text = last.text.trimEnd();
    if (text !== '') {
      kept[kept.length - 1] = { ...last, text };
      break;
    }
    kept.pop();
  }
  return kept;
}

const isAlike = (one: ReceivedPiece, other: ReceivedPiece): boolean =>
  one.link === other.link &&
  one.bold === other.bold &&
  one.italic === other.italic &&
  one.underline === other.underline &&
  one.strike === other.strike &&
  one.colour === other.colour &&
  one.background === other.background &&
  one.size === other.size &&
  one.font === other.font;
