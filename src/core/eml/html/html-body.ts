/** The HTML of a mail → blocks and evidence. No HTML survives: what cannot become a block is named in words. */
import type {
  BodyEvidence,
  EvidenceKind,
  HiddenWords,
  ReceivedPiece,
  ReceivedBlock,
  ReceivedBody,
} from '../body.ts';
import type { Hiding } from '../../scenario/format/vocabulary.ts';
import { PictureMaps } from './picture-maps.ts';
import type { Font } from '../../scenario/format/fonts.ts';
import type { Steps } from '../steps.ts';
import { BlockBuilder, buttonOf, type ColumnWidth } from './blocks.ts';
import { isHardlyVisible } from './colour.ts';
import { type Declarations, styleRulesOf } from './style-sheet.ts';
import { type Described, pageStyle, type Style, StyleBook, styleOf } from './style.ts';
import { cellsOf, hasContent, isDataTable, rowsOf } from './table-kind.ts';
import { describe, type Element, isAny, isElement, textIn, treeOf, walk } from './tree.ts';

/** Reads HTML in steps. Never throws; ends within the bounds of `bounds.ts`. */
export function* htmlBody(html: string): Steps<ReceivedBody> {
  const tree = treeOf(html);
  const sheets: string[] = [];
  const maps = new PictureMaps();
  isAny(tree.top, (node) => {
    if (!isElement(node)) return false;
    if (node.tagName === 'style') sheets.push(textIn(node));
    else maps.meet(node);
    return false;
  });
  const reader = new HtmlReader(new StyleBook(styleRulesOf(sheets.join('\n'))), maps);
  yield* walk(tree, reader);
  return reader.result(tree.isCut);
}

/** Elements that show nothing. */
const unseen = new Set([
  'head',
  'title',
  'style',
  'meta',
  'link',
  'base',
  'template',
  'noscript',
  'colgroup',
  'datalist',
]);
/** Lines between these are those of a table. */
const tableParts = new Set(['td', 'th', 'tr', 'thead', 'tbody', 'tfoot', 'table', 'body', 'html']);
const scripts = new Set(['script']);
const embedding = new Set(['iframe', 'object', 'embed', 'frame', 'applet', 'video', 'audio']);
const inputs = new Set(['input', 'select', 'textarea']);

interface OpenElement {
  readonly element: Element;
  readonly described: Described;
  readonly style: Style;
  /** Frames to close when the element ends. */
  readonly frames: number;
  /** Whether a line stands below it. */
  readonly isLined: boolean;
  readonly link?: string;
  /** Where a link drawn as a button began to collect its words. */
  readonly button?: string;
}

class HtmlReader {
  private readonly builder = new BlockBuilder();
  private readonly evidence: BodyEvidence[] = [];
  private readonly open: OpenElement[] = [];
  private readonly around: Described[] = [];
  private readonly dataTables = new Set<Element>();
  private readonly columnRows = new Set<Element>();
  private readonly hidden: HiddenWords[] = [];
  private hasShown = false;
  private label: string[] | undefined;
  private canvas: string | undefined;
  private backdrop: string | undefined;
  private width: number | undefined;
  private readonly book: StyleBook;
  private readonly maps: PictureMaps;

  constructor(book: StyleBook, maps: PictureMaps) {
    this.book = book;
    this.maps = maps;
  }

  readonly enter = (element: Element): boolean => {
    const { tagName: tag } = element;
    const described = describe(element);
    const parent = this.open.at(-1);
    const declared = this.declared(described);
    const style = styleOf(described, parent?.style ?? pageStyle, declared);
    const link = tag === 'a' ? described.attributes.get('href')?.trim() : parent?.link;
    this.around.push(described);
    const open = (frames: number, more: { readonly button?: string } = {}): boolean => {
      this.open.push({
        element,
        described,
        style,
        frames,
        isLined:
          style.lineBelow === true && style.isBlock && style.hiding === undefined && !tableParts.has(tag),
        ...(link !== undefined && link !== '' && { link }),
        ...more,
      });
      return true;
    };
    if (unseen.has(tag)) return !open(0);
    if (scripts.has(tag)) {
      this.keep('script', textIn(element).trim().slice(0, 200));
      return !open(0);
    }
    if (embedding.has(tag)) {
      this.keep('embedded-page', described.attributes.get('src') ?? described.attributes.get('data') ?? tag);
      return !open(0);
    }
    if (inputs.has(tag)) {
      this.keepInput(described);
      return !open(0);
    }
    if (style.backgroundPicture !== undefined) this.keep('background-picture', style.backgroundPicture);
    this.look(style);
    if (style.hiding !== undefined) return open(0);
    return open(this.enterShown(element, described, style, link), this.buttonMark(tag, style, link));
  };

  readonly leave = (element: Element): void => {
    const closed = this.open.pop();
    this.around.pop();
    if (closed === undefined || closed.element !== element) return;
    if (closed.button !== undefined) this.endButton(closed);
    else if (closed.style.isBlock && closed.style.hiding === undefined) this.builder.endLine();
    for (let frames = closed.frames; frames > 0; frames -= 1) this.builder.leave();
    if (closed.isLined) this.builder.put({ kind: 'rule' });
  };

  readonly text = (written: string): void => {
    const { style, link } = this.open.at(-1) ?? { style: pageStyle, link: undefined };
    const spaced = written.replaceAll('\u00a0', ' ');
    const text = style.preformatted ? spaced : spaced.replaceAll(/[ \t\n\r\f]+/g, ' ');
    if (style.hiding !== undefined) return this.hide(hidingOf[style.hiding], text);
    if (text.trim() !== '' && isHardlyVisible(style.colour, style.behind)) return this.hide('colour', text);
    if (text.trim() !== '') this.hasShown = true;
    if (this.label === undefined) this.builder.add(pieceOf(text, style, link), lookOf(style));
    else this.label.push(text);
  };

  result(isCut: boolean): ReceivedBody {
    const page = withoutFrame({
      blocks: this.builder.blocks(),
      canvas: this.canvas,
      paper: undefined,
      backdrop: this.backdrop,
    });
    const { blocks, canvas, backdrop } = page;
    const paper = page.paper ?? canvas;
    const hidden = this.hidden
      .map((one) => ({ ...one, text: one.text.replaceAll(/\s+/g, ' ').trim() }))
      .filter(({ text }) => text !== '');
    const words = (isCamouflaged: boolean): string =>
      hidden
        .filter(({ hiding }) => (hiding === 'colour') === isCamouflaged)
        .map(({ text }) => text)
        .join(' ');
    if (words(false) !== '') this.keep('hidden-text', words(false));
    if (words(true) !== '') this.keep('camouflaged-text', words(true));
    return {
      blocks,
      evidence: this.evidence,
      hidden,
      ...(canvas !== undefined && { canvas }),
      ...(canvas !== undefined && paper !== undefined && { paper }),
      ...(backdrop !== undefined && { backdrop }),
      ...(this.width !== undefined && { width: this.width }),
      isCut,
    };
  }

  /** Keeps words that nobody sees, joined to those before them that are hidden alike. */
  private hide(hiding: Hiding, text: string): void {
    const last = this.hidden.at(-1);
    const isBefore = !this.hasShown;
    if (last !== undefined && last.hiding === hiding && last.isBefore === isBefore)
      this.hidden[this.hidden.length - 1] = { ...last, text: `${last.text} ${text}` };
    else this.hidden.push({ hiding, text, isBefore });
  }

  private declared(described: Described): readonly Declarations[] {
    return this.book.declarationsFor(described, this.around);
  }

  /** Evidence of an element's style. */
  private look({ font, background, backgroundPicture, width, isBlock }: Style): void {
    // The outermost box of a fixed width holds the content.
    if (this.width === undefined && isBlock && width !== undefined && width >= 400 && width <= 800)
      this.width = Math.round(width);
    const foreign = foreignFonts.exec(font)?.[0];
    if (foreign !== undefined) this.keep('foreign-font', foreign);
    if (this.around.at(-1)?.tag !== 'body') return;
    if (background !== undefined && background !== '#ffffff') this.canvas = background;
    if (isRemote(backgroundPicture)) this.backdrop = backgroundPicture;
  }

  /** Opens what an element opens, and returns how many frames that are. */
  private enterShown(element: Element, described: Described, style: Style, link: string | undefined): number {
    const { tag, attributes } = described;
    switch (tag) {
      case 'br':
        this.builder.add({ text: '\n' }, lookOf(style));
        return 0;
      case 'hr':
        this.builder.put({ kind: 'rule' });
        return 0;
      case 'img':
        this.picture(attributes, style, link);
        return 0;
      case 'map':
      case 'area':
        if (tag === 'area' && !this.maps.isUsed(this.open.at(-1)?.described)) this.area(attributes);
        return 0;
      case 'form':
        this.keep('form', attributes.get('action') ?? '');
        return 0;
      case 'ul':
      case 'ol':
        return Number(this.builder.enter({ kind: 'list', ordered: tag === 'ol' }));
      case 'li':
        return Number(this.isInList() && this.builder.enter({ kind: 'item' }));
      case 'blockquote':
        // One with a colour of its own is a box, not somebody's words.
        return style.background === undefined
          ? Number(this.builder.enter({ kind: 'quote' }))
          : this.enterPanel(style);
      case 'table':
        return this.enterTable(element, style);
      case 'tr':
        return this.enterRow(element);
      case 'td':
      case 'th':
        return this.enterCell(element, described, style);
      default:
        if (style.isBlock) {
          this.builder.endLine();
          if (style.lineAbove) this.builder.put({ kind: 'rule' });
          return tag === 'body' || tag === 'html' ? 0 : this.enterPanel(style);
        }
        return 0;
    }
  }

  private isInList(): boolean {
    const parent = this.open.at(-1);
    return parent !== undefined && parent.frames > 0 && /^[uo]l$/.test(parent.described.tag);
  }

  private enterPanel({ background, border, side, align, backgroundPicture }: Style): number {
    const behind = this.open.at(-1)?.style.behind ?? pageStyle.behind;
    const isColoured = background !== undefined && background !== behind;
    const picture = isRemote(backgroundPicture) ? backgroundPicture : undefined;
    if (!isColoured && border === undefined && picture === undefined) return 0;
    return Number(
      this.builder.enter({
        kind: 'panel',
        ...(isColoured && { background }),
        ...(border !== undefined && { border }),
        ...(side && { side }),
        ...(picture !== undefined && { picture }),
        align,
      }),
    );
  }

  private enterTable(element: Element, style: Style): number {
    this.builder.endLine();
    const panel = this.enterPanel(style);
    if (isDataTable(element) && this.builder.enter({ kind: 'table' })) {
      this.dataTables.add(element);
      return panel + 1;
    }
    for (const row of rowsOf(element))
      if (cellsOf(row).filter(hasContent).length > 1) this.columnRows.add(row);
    return panel;
  }

  private enterRow(element: Element): number {
    const table = this.open.findLast(({ described }) => described.tag === 'table')?.element;
    if (table !== undefined && this.dataTables.has(table)) return Number(this.builder.enter({ kind: 'row' }));
    this.builder.endLine();
    return this.columnRows.has(element) ? Number(this.builder.enter({ kind: 'columns' })) : 0;
  }

  private enterCell(element: Element, { tag, attributes }: Described, style: Style): number {
    const table = this.open.findLast(({ described }) => described.tag === 'table')?.element;
    const row = this.open.at(-1)?.element;
    if (table !== undefined && this.dataTables.has(table)) {
      const span = Math.min(8, Math.max(1, Number.parseInt(attributes.get('colspan') ?? '1', 10) || 1));
      const { align, background } = style;
      return Number(
        this.builder.enter({
          kind: 'cell',
          look: {
            heading: tag === 'th',
            span,
            ...(align !== 'start' && { align }),
            ...(background !== undefined && { background }),
          },
        }),
      );
    }
    this.builder.endLine();
    const isColumn = row !== undefined && this.columnRows.has(row) && hasContent(element);
    const column = Number(
      isColumn && this.builder.enter({ kind: 'column', width: columnWidth(attributes, style) }),
    );
    return column + this.enterPanel(style);
  }

  private picture(attributes: ReadonlyMap<string, string>, style: Style, link: string | undefined): void {
    const source = attributes.get('src')?.trim() ?? '';
    const { width, height } = style;
    if ((width !== undefined && width <= 2) || (height !== undefined && height <= 2)) {
      this.keep('tracking-pixel', source);
      return;
    }
    if (isRemote(source)) this.keep('remote-picture', source);
    const areas = this.maps.areasOf(attributes, width, height);
    if (areas.length > 0) this.keep('image-map', source);
    this.hasShown = true;
    this.builder.putPicture({
      kind: 'image',
      source: source.startsWith('data:') ? (/^data:[^;,]{0,60}/.exec(source)?.[0] ?? 'data:') : source,
      alt: (attributes.get('alt') ?? '').replaceAll(/\s+/g, ' ').trim(),
      ...(width !== undefined && { width }),
      ...(height !== undefined && { height }),
      ...(link !== undefined && link !== '' && areas.length === 0 && { link }),
      ...(areas.length > 0 && { areas }),
      align: style.align,
    });
  }

  /** A map that no picture uses: its targets would vanish with it, so each becomes a link. */
  private area(attributes: ReadonlyMap<string, string>): void {
    const target = attributes.get('href')?.trim() ?? '';
    if (target === '') return;
    this.keep('image-map', target);
    this.builder.put({
      kind: 'image',
      source: '',
      alt: attributes.get('alt') ?? '',
      link: target,
      align: 'start',
    });
  }

  private keepInput({ tag, attributes }: Described): void {
    const type = attributes.get('type') ?? tag;
    if (type !== 'hidden')
      this.keep(
        'form',
        [type, attributes.get('name') ?? attributes.get('placeholder') ?? ''].join(' ').trim(),
      );
  }

  private keep(kind: EvidenceKind, text: string): void {
    const isKnown = this.evidence.some((one) => one.kind === kind && one.text === text);
    if (!isKnown && this.evidence.length < 200) this.evidence.push({ kind, text: text.slice(0, 2_000) });
  }

  /** A link with a background of its own is drawn as a button. */
  private buttonMark(
    tag: string,
    { background }: Style,
    link: string | undefined,
  ): { readonly button?: string } {
    const behind = this.open.at(-1)?.style.behind ?? pageStyle.behind;
    if (tag !== 'a' || link === undefined || link === '' || background === undefined || background === behind)
      return {};
    if (this.label !== undefined) return {};
    this.label = [];
    return { button: background };
  }

  private endButton({ button = '', style, link = '' }: OpenElement): void {
    const text = (this.label ?? []).join('');
    this.label = undefined;
    if (text.trim() === '') return;
    if (text.length <= 80) this.builder.put(buttonOf(pieceOf(text, style, link), link, button, style.align));
    else this.builder.add(pieceOf(text, style, link), lookOf(style));
  }
}

/** Whether an address is on another server. */
const isRemote = (address: string | undefined): boolean =>
  address !== undefined && /^(?:https?:)?\/\//i.test(address);

/** The width that a cell asks for. */
function columnWidth(attributes: ReadonlyMap<string, string>, { width }: Style): ColumnWidth | undefined {
  const written = /(?:^|;)\s*width\s*:\s*([\d.]+)%/i.exec(attributes.get('style') ?? '')?.[1];
  const share = Number(written ?? /^\s*([\d.]+)%/.exec(attributes.get('width') ?? '')?.[1] ?? 0);
  if (share > 0) return { size: Math.min(100, share), isShare: true };
  return width === undefined || width <= 0 ? undefined : { size: Math.min(2_000, width), isShare: false };
}

/** How the format names the ways to hide a text. */
const hidingOf = {
  display: 'display',
  tiny: 'tiny',
  cut: 'tiny',
  transparent: 'colour',
  'off-screen': 'off-screen',
} as const satisfies Record<NonNullable<Style['hiding']>, Hiding>;

/** A coloured frame around everything is the page, and a white one in it is the sheet. */
function withoutFrame(page: Page): Page {
  const [only, ...others] = page.blocks;
  if (only?.kind !== 'panel' || only.border !== undefined || others.length > 0) return page;
  const { background } = only;
  return withoutFrame({
    blocks: only.blocks,
    canvas: page.canvas ?? (background === '#ffffff' ? undefined : background),
    paper: page.canvas === undefined ? page.paper : (background ?? page.paper),
    backdrop: page.backdrop ?? only.picture,
  });
}

/** Blocks on what lies behind them. */
interface Page {
  readonly blocks: readonly ReceivedBlock[];
  readonly canvas: string | undefined;
  /** The colour of the sheet on the canvas. */
  readonly paper: string | undefined;
  readonly backdrop: string | undefined;
}

/** Fonts that a Japanese program would not choose: a clue in a Japanese mail. */
const foreignFonts =
  /微软雅黑|microsoft yahei|宋体|simsun|黑体|simhei|dengxian|等线|pingfang sc|新細明體|pmingliu|微軟正黑體|microsoft jhenghei|malgun gothic|맑은 고딕|gulim|굴림|batang/;

const japaneseFonts =
  /meiryo|メイリオ|ms p?(?:gothic|mincho)|ｍｓ|hiragino|ヒラギノ|yu ?(?:gothic|mincho)|游|noto s\w+ (?:cjk )?jp/;
const fontPatterns: readonly (readonly [Font, RegExp])[] = [
  ['simplified-chinese', /微软雅黑|microsoft yahei|宋体|simsun|黑体|simhei|dengxian|等线|pingfang sc/],
  ['traditional-chinese', /新細明體|pmingliu|微軟正黑體|microsoft jhenghei|pingfang tc/],
  ['korean', /malgun gothic|맑은 고딕|gulim|굴림|batang/],
];

/** The font that draws Japanese letters if it is a foreign one, otherwise the first one named if it is no usual one. */
function fontOf(families: string): Font | undefined {
  const list = families.split(',');
  for (const family of list) {
    if (japaneseFonts.test(family)) break;
    const foreign = fontPatterns.find(([, pattern]) => pattern.test(family));
    if (foreign !== undefined) return foreign[0];
  }
  const [first = ''] = list;
  if (/courier|consolas|monaco|menlo|monospace|ms gothic/.test(first)) return 'mono';
  return /times|georgia|garamond|palatino|mincho|明朝|^\s*serif/.test(first) ? 'serif' : undefined;
}

const lookOf = ({ align, size, preformatted }: Style) => ({ align, size, preformatted });

function pieceOf(text: string, style: Style, link: string | undefined): ReceivedPiece {
  const { bold, italic, underline, strike, colour, size, background, isBlock } = style;
  const font = fontOf(style.font);
  const isLink = link !== undefined && link !== '';
  const isUsual = colour === pageStyle.colour || (isLink && colour === '#0000ee');
  return {
    text,
    ...(isLink && { link }),
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(underline && !isLink && { underline }),
    ...(strike && { strike }),
    ...(!isUsual && { colour }),
    ...(background !== undefined && !isBlock && { background }),
    ...(Math.abs(size - pageStyle.size) > 0.5 && { size: Math.round(size) }),
    ...(font !== undefined && { font }),
  };
}
