/** Lays out a body for drawing and flagging: cuts every text into pieces, each with the key of its region. */
import type { Block } from '../format/block.ts';
import type { Line, LocalizedLine, Run } from '../format/text.ts';
import { plainText } from './plain-text.ts';
import { alignClauses, clausesOf, type Span } from './clauses.ts';
import { type BlockPart, linkRegion, shapeOf } from './block-kinds.ts';
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

/** A text of a block, cut. */
export interface LaidText {
  readonly name: string;
  readonly line: CutLine;
}

/** A block laid out: its texts and parts in reading order, and the blocks in it. */
export interface LaidBlock {
  readonly block: Block;
  readonly texts: readonly LaidText[];
  readonly parts: readonly BlockPart[];
  /** Absent for a block that holds no other. */
  readonly inner?: readonly (readonly LaidBlock[])[];
  /** The texts that head a block of a page. */
  readonly heading: readonly CutLine[];
}

/** Lays out the blocks of a body. `prefix` starts the keys of its regions: `body`, `page/<id>` or `file/<id>`. */
export function layBody(blocks: readonly Block[], prefix: string): readonly LaidBlock[] {
  return blocks.map((block, index) => layBlock(block, `${prefix}/${index}`, prefix));
}

function layBlock(block: Block, path: string, prefix: string): LaidBlock {
  const { texts, parts, inner, heading } = shapeOf(block, prefix);
  const laid = texts.map(({ name, line, key, slot }) => ({ name, line: cutLine(line, path + key, slot) }));
  return {
    block,
    texts: laid,
    parts,
    ...(inner && {
      inner: inner.map(({ blocks, key }) =>
        blocks.map((one, index) => layBlock(one, `${path}${key}.${index}`, prefix)),
      ),
    }),
    heading: laid.filter(({ name }) => heading.includes(name)).map(({ line }) => line),
  };
}

/** The lines of the texts with this name: one, or those of a list. */
export const linesNamed = ({ texts }: LaidBlock, name: string): readonly CutLine[] =>
  texts.filter((text) => text.name === name).map(({ line }) => line);

/** Returns every line of a laid-out body in reading order. */
export function linesOf(blocks: readonly LaidBlock[]): readonly CutLine[] {
  return blocks.flatMap(({ texts, inner = [] }) => [
    ...texts.map(({ line }) => line),
    ...inner.flatMap(linesOf),
  ]);
}

/** Returns the leaves of a laid-out body in reading order. */
export function leavesOf(blocks: readonly LaidBlock[]): readonly LaidBlock[] {
  return blocks.flatMap((laid) => (laid.inner === undefined ? [laid] : leavesOf(laid.inner.flat())));
}

/** Returns the parts of the blocks in a laid-out body: those of the leaves in reading order, then the blocks of pages. */
export function partsOf(blocks: readonly LaidBlock[]): readonly (BlockPart & Pick<LaidBlock, 'heading'>)[] {
  const boxes = blocks.filter(({ inner }) => inner !== undefined);
  const all = [...boxes, ...leavesOf(blocks)].flatMap(({ parts, heading }) =>
    parts.map((part) => ({ ...part, heading })),
  );
  return [
    ...all.filter(({ kind }) => kind !== 'pageBlock'),
    ...all.filter(({ kind }) => kind === 'pageBlock'),
  ];
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
