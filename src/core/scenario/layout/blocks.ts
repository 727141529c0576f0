/** Lays out a body for drawing and flagging: cuts every text into pieces, each with the key of its region. */
import type { Block, LeafBlock } from '../format/block.ts';
import type { Line, LocalizedLine, Run } from '../format/text.ts';
import { alignClauses, clausesOf, type Span } from './clauses.ts';
import { fileSize } from './file-size.ts';
import type { Language, Slot } from '../format/vocabulary.ts';

/** A stretch of text in one style and one region. Punctuation by itself has no `region`. */
export interface Piece {
  readonly text: string;
  readonly style: Omit<Run, 'text' | 'link'>;
  readonly link?: string;
  readonly region?: string;
}

/** A line cut into pieces, in both languages. */
export interface CutLine {
  readonly plain: Readonly<Record<Language, string>>;
  readonly pieces: Readonly<Record<Language, readonly Piece[]>>;
  readonly slot?: Slot;
}

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

/** A leaf block, laid out. */
export type LaidLeaf =
  | { readonly kind: 'text'; readonly block: Of<'text'>; readonly line: CutLine }
  | { readonly kind: 'list'; readonly block: Of<'list'>; readonly items: readonly CutLine[] }
  | { readonly kind: 'button'; readonly block: Of<'button'>; readonly line: CutLine; readonly region: string }
  | { readonly kind: 'image'; readonly block: Of<'image'>; readonly region: string }
  | { readonly kind: 'qr'; readonly block: Of<'qr'>; readonly region: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'table'; readonly block: Of<'table'>; readonly rows: readonly (readonly CutLine[])[] }
  | {
      readonly kind: 'form';
      readonly block: Of<'form'>;
      readonly fields: readonly { readonly field: Of<'form'>['fields'][number]; readonly region: string }[];
      readonly submit: CutLine;
    }
  | LaidPageLeaf;

/** A leaf block that occurs on pages only. Its region is its picture, such as the box to tick. */
export type LaidPageLeaf =
  | {
      readonly kind: 'captcha';
      readonly region: string;
      readonly label: CutLine;
      readonly steps: readonly CutLine[];
    }
  | {
      readonly kind: 'permissions';
      readonly region: string;
      readonly app: CutLine;
      readonly publisher: CutLine;
      readonly items: readonly CutLine[];
      readonly allow: CutLine;
      readonly cancel: CutLine;
    }
  | {
      readonly kind: 'code';
      readonly region: string;
      readonly label: CutLine;
      readonly code: CutLine;
      readonly submit: CutLine;
    }
  | {
      readonly kind: 'alarm';
      readonly region: string;
      readonly title: CutLine;
      readonly text: CutLine;
      readonly phone: CutLine;
      readonly call: CutLine;
    }
  | {
      readonly kind: 'download';
      readonly region: string;
      readonly name: CutLine;
      readonly size: CutLine;
      readonly save: CutLine;
    };

/** A browser window drawn inside a page. Its region is its frame. */
export interface LaidWindow {
  readonly kind: 'window';
  readonly region: string;
  readonly title: CutLine;
  readonly address: CutLine;
  readonly blocks: readonly LaidLeaf[];
}

/** A block, laid out. */
export type LaidBlock =
  | LaidLeaf
  | { readonly kind: 'panel'; readonly block: Of<'panel'>; readonly blocks: readonly LaidLeaf[] }
  | { readonly kind: 'columns'; readonly columns: readonly (readonly LaidLeaf[])[] }
  | { readonly kind: 'quote'; readonly attribution?: CutLine; readonly blocks: readonly LaidLeaf[] }
  | LaidWindow;

/** Lays out the blocks of a body. `prefix` starts the keys of its regions: `body`, `page/<id>` or `file/<id>`. */
export function layBody(blocks: readonly Block[], prefix: string): readonly LaidBlock[] {
  return blocks.map((block, index) => layBlock(block, `${prefix}/${index}`, prefix));
}

function layBlock(block: Block, path: string, prefix: string): LaidBlock {
  const inner = (leaves: readonly LeafBlock[], at: string): readonly LaidLeaf[] =>
    leaves.map((leaf, index) => layLeaf(leaf, `${at}.${index}`, prefix));
  switch (block.kind) {
    case 'panel':
      return { kind: 'panel', block, blocks: inner(block.blocks, path) };
    case 'columns':
      return {
        kind: 'columns',
        columns: block.columns.map((column, index) => inner(column, `${path}.${index}`)),
      };
    case 'quote':
      return {
        kind: 'quote',
        ...(block.attribution && { attribution: cutLine(block.attribution, `${path}.by`) }),
        blocks: inner(block.blocks, path),
      };
    case 'window':
      return {
        kind: 'window',
        region: pageBlockRegion(prefix, block.id),
        title: cutLine(block.title, `${path}.title`),
        address: cutLine(alike(block.address), `${path}.address`),
        blocks: inner(block.blocks, path),
      };
    default:
      return layLeaf(block, path, prefix);
  }
}

function layLeaf(leaf: LeafBlock, path: string, prefix: string): LaidLeaf {
  switch (leaf.kind) {
    case 'text':
      return { kind: 'text', block: leaf, line: cutLine(leaf.text, path, leaf.slot) };
    case 'list':
      return {
        kind: 'list',
        block: leaf,
        items: leaf.items.map((item, index) => cutLine(item, `${path}.i${index}`)),
      };
    case 'button': {
      const label = {
        ja: [{ text: leaf.label.ja, link: leaf.link }],
        en: [{ text: leaf.label.en, link: leaf.link }],
      };
      return { kind: 'button', block: leaf, line: cutLine(label, path), region: linkRegion(leaf.link) };
    }
    case 'image':
      return { kind: 'image', block: leaf, region: imageRegion(prefix, leaf.id) };
    case 'qr':
      return { kind: 'qr', block: leaf, region: linkRegion(leaf.link) };
    case 'rule':
      return { kind: 'rule' };
    case 'table':
      return {
        kind: 'table',
        block: leaf,
        rows: leaf.rows.map((row, r) => row.map((cell, c) => cutLine(cell, `${path}.r${r}c${c}`))),
      };
    case 'form':
      return {
        kind: 'form',
        block: leaf,
        fields: leaf.fields.map((field) => ({ field, region: formFieldRegion(prefix, field.id) })),
        submit: cutLine(leaf.submit, `${path}.submit`),
      };
    case 'captcha':
    case 'permissions':
    case 'code':
    case 'alarm':
    case 'download':
      return layPageLeaf(leaf, path, pageBlockRegion(prefix, leaf.id));
  }
}

function layPageLeaf(leaf: Of<LaidPageLeaf['kind']>, path: string, region: string): LaidPageLeaf {
  const cut = (line: LocalizedLine, part: string): CutLine => cutLine(line, `${path}.${part}`);
  switch (leaf.kind) {
    case 'captcha':
      return {
        kind: 'captcha',
        region,
        label: cut(leaf.label, 'label'),
        steps: (leaf.steps ?? []).map((step, index) => cut(step, `i${index}`)),
      };
    case 'permissions':
      return {
        kind: 'permissions',
        region,
        app: cut(leaf.app, 'app'),
        publisher: cut(leaf.publisher, 'publisher'),
        items: leaf.items.map((item, index) => cut(item, `i${index}`)),
        allow: cut(leaf.allow, 'allow'),
        cancel: cut(leaf.cancel, 'cancel'),
      };
    case 'code':
      return {
        kind: 'code',
        region,
        label: cut(leaf.label, 'label'),
        code: cut(alike(leaf.code), 'code'),
        submit: cut(leaf.submit, 'submit'),
      };
    case 'alarm':
      return {
        kind: 'alarm',
        region,
        title: cut(leaf.title, 'title'),
        text: cut(leaf.text, 'text'),
        phone: cut(alike(leaf.phone), 'phone'),
        call: cut(leaf.call, 'call'),
      };
    case 'download':
      return {
        kind: 'download',
        region,
        name: cut(leaf.name, 'name'),
        size: cut(alike(fileSize(leaf.bytes)), 'size'),
        save: cut(leaf.save, 'save'),
      };
  }
}

const alike = (text: string): LocalizedLine => ({ ja: text, en: text });

/** The key of a link's region. */
export const linkRegion = (link: string): string => `link/${link}`;
/** The key of an image's region in a body. */
export const imageRegion = (prefix: string, image: string): string => `${prefix}/image/${image}`;
/** The key of a form field's region in a body. */
export const formFieldRegion = (prefix: string, field: string): string => `${prefix}/form/${field}`;
/** The key of a page block's region in a body. */
export const pageBlockRegion = (prefix: string, block: string): string => `${prefix}/block/${block}`;

/** Every line of a laid-out body, in reading order. */
export function linesOf(blocks: readonly LaidBlock[]): readonly CutLine[] {
  return blocks.flatMap((block): readonly CutLine[] => {
    switch (block.kind) {
      case 'text':
      case 'button':
        return [block.line];
      case 'list':
        return block.items;
      case 'table':
        return block.rows.flat();
      case 'form':
        return [block.submit];
      case 'captcha':
        return [block.label, ...block.steps];
      case 'permissions':
        return [block.app, block.publisher, ...block.items, block.allow, block.cancel];
      case 'code':
        return [block.label, block.code, block.submit];
      case 'alarm':
        return [block.title, block.text, block.phone, block.call];
      case 'download':
        return [block.name, block.size, block.save];
      case 'window':
        return [block.title, block.address, ...linesOf(block.blocks)];
      case 'panel':
        return linesOf(block.blocks);
      case 'columns':
        return block.columns.flatMap((column) => linesOf(column));
      case 'quote':
        return [...(block.attribution ? [block.attribution] : []), ...linesOf(block.blocks)];
      case 'image':
      case 'qr':
      case 'rule':
        return [];
    }
  });
}

/** The leaves of a laid-out body, in reading order. */
export function leavesOf(blocks: readonly LaidBlock[]): readonly LaidLeaf[] {
  return blocks.flatMap((block): readonly LaidLeaf[] => {
    switch (block.kind) {
      case 'panel':
      case 'quote':
      case 'window':
        return block.blocks;
      case 'columns':
        return block.columns.flat();
      default:
        return [block];
    }
  });
}

/**
 * The blocks of a laid-out body that occur on pages only, in reading order, each with its region and its heading
 * lines.
 */
export function pageBlocksOf(
  blocks: readonly LaidBlock[],
): readonly { readonly region: string; readonly heading: readonly CutLine[] }[] {
  return [...blocks.filter((block) => block.kind === 'window'), ...leavesOf(blocks)].flatMap((block) => {
    switch (block.kind) {
      case 'window':
        return [{ region: block.region, heading: [block.title, block.address] }];
      case 'captcha':
      case 'code':
        return [{ region: block.region, heading: [block.label] }];
      case 'permissions':
        return [{ region: block.region, heading: [block.app] }];
      case 'alarm':
        return [{ region: block.region, heading: [block.title] }];
      case 'download':
        return [{ region: block.region, heading: [block.name] }];
      default:
        return [];
    }
  });
}

// ------------------------------------------------------------------------------------------------ one line

interface Chunk {
  readonly start: number;
  readonly run: Run;
}

/** Cuts a line into pieces in both languages, with the same clause regions in both. */
export function cutLine(line: LocalizedLine, path: string, slot?: Slot): CutLine {
  const chunks = { ja: chunksOf(line.ja), en: chunksOf(line.en) };
  const plain = { ja: plainText(line.ja), en: plainText(line.en) };
  const worded = {
    ja: wordedClauses(chunks.ja, 'ja'),
    en: wordedClauses(chunks.en, 'en'),
  };
  const aligned = worded.ja.length > 0 && worded.en.length > 0 ? alignClauses(worded.ja, worded.en) : worded;
  return {
    plain,
    pieces: { ja: piecesOf(chunks.ja, aligned.ja, path), en: piecesOf(chunks.en, aligned.en, path) },
    ...(slot && { slot }),
  };
}

/** The text of a line without its styles. */
export function plainText(line: Line): string {
  return typeof line === 'string'
    ? line
    : line.map((run) => (typeof run === 'string' ? run : run.text)).join('');
}

function chunksOf(line: Line): readonly Chunk[] {
  const runs = typeof line === 'string' ? [line] : line;
  let start = 0;
  return runs.map((run) => {
    const chunk = { start, run: typeof run === 'string' ? { text: run } : run };
    start += chunk.run.text.length;
    return chunk;
  });
}

const word = /[\p{Letter}\p{Number}]/u;

/** The clauses with words outside their links. A clause of only links and punctuation is not a region. */
function wordedClauses(chunks: readonly Chunk[], language: Language): readonly Span[] {
  const outsideLinks = chunks
    .map(({ run }) => (run.link === undefined ? run.text : '\uFFFC'.repeat(run.text.length)))
    .join('');
  return clausesOf(outsideLinks, language).filter(({ start, end }) =>
    word.test(outsideLinks.slice(start, end)),
  );
}

function piecesOf(chunks: readonly Chunk[], clauses: readonly Span[], path: string): readonly Piece[] {
  // Chunks and clauses are both in order, so clauses before the current chunk need not be looked at again.
  let passed = 0;
  return chunks.flatMap(({ start, run }): readonly Piece[] => {
    const { text, link, ...style } = run;
    if (link !== undefined) return [{ text, style, link, region: linkRegion(link) }];
    const pieces: Piece[] = [];
    let at = start;
    const end = start + text.length;
    while ((clauses[passed]?.end ?? Infinity) <= start) passed += 1;
    for (let index = passed; index < clauses.length; index += 1) {
      const clause = clauses[index];
      if (clause === undefined || clause.start >= end) break;
      if (clause.start > at) pieces.push(bare(at, clause.start));
      const from = Math.max(at, clause.start);
      const to = Math.min(end, clause.end);
      pieces.push({ text: text.slice(from - start, to - start), style, region: `${path}/${index}` });
      at = to;
    }
    if (at < end) pieces.push(bare(at, end));
    return pieces;

    function bare(from: number, to: number): Piece {
      return { text: text.slice(from - start, to - start), style };
    }
  });
}

/**
 * The keys of the regions that `quote` overlaps, for its first two occurrences in a line. Two are enough to call it
 * ambiguous.
 */
export function regionsAt(line: CutLine, quote: string, language: Language): readonly (readonly string[])[] {
  const occurrences: (readonly string[])[] = [];
  for (
    let at = line.plain[language].indexOf(quote);
    at >= 0 && occurrences.length < 2;
    at = line.plain[language].indexOf(quote, at + 1)
  ) {
    occurrences.push(regionsBetween(line.pieces[language], at, at + quote.length));
  }
  return occurrences;
}

function regionsBetween(pieces: readonly Piece[], from: number, to: number): readonly string[] {
  const keys = new Set<string>();
  let start = 0;
  for (const piece of pieces) {
    const end = start + piece.text.length;
    if (piece.region !== undefined && start < to && end > from) keys.add(piece.region);
    start = end;
  }
  return [...keys];
}
