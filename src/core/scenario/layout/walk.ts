/** Iterates over parts of a scenario together with their JSON paths. */
import type { Path } from '../read/locate.ts';
import type { Block, LeafBlock } from '../format/block.ts';
import type { Message } from '../format/message.ts';
import type { LocalizedLine } from '../format/text.ts';
import { isLeaf, isPageBlock, type PageBlock, shapeOf } from './block-kinds.ts';

/** A leaf block and its JSON path. */
export interface LeafPlace {
  readonly leaf: LeafBlock;
  readonly path: Path;
}

/** The leaves of a body, in reading order. */
export const leafPlaces = (blocks: readonly Block[], path: Path): readonly LeafPlace[] =>
  blockPlaces(blocks, path).flatMap(({ block, path: at }) =>
    isLeaf(block) ? [{ leaf: block, path: at }] : [],
  );

/** A block and its JSON path. */
export interface BlockPlace {
  readonly block: Block;
  readonly path: Path;
}

/** The blocks of a body in reading order: each before those in it. */
export const blockPlaces = (blocks: readonly Block[], path: Path): readonly BlockPlace[] =>
  blocks.flatMap((block, index) => {
    const at = [...path, index];
    return [{ block, path: at }, ...innerOf({ block, path: at })];
  });

const innerOf = ({ block, path }: BlockPlace): readonly BlockPlace[] =>
  innerPlaces(block, path).flatMap((inner) => [inner, ...innerOf(inner)]);

/** The blocks directly inside a block, in reading order. */
export const innerPlaces = (block: Block, path: Path): readonly BlockPlace[] =>
  (shapeOf(block, '').inner ?? []).flatMap(({ blocks, path: inside }) =>
    blocks.map((one, index) => ({ block: one, path: [...path, ...inside, index] })),
  );

/** A block for pages only, and its JSON path. */
export interface PageBlockPlace {
  readonly block: PageBlock;
  readonly path: Path;
}

/** The blocks of a body that occur on pages only: those that hold others, then the leaves. */
export function pageBlockPlaces(blocks: readonly Block[], path: Path): readonly PageBlockPlace[] {
  return boxesFirst(blocks, path).flatMap(({ block, path: at }) =>
    isPageBlock(block) ? [{ block, path: at }] : [],
  );
}

function boxesFirst(blocks: readonly Block[], path: Path): readonly BlockPlace[] {
  const all = blockPlaces(blocks, path);
  return [...all.filter(({ block }) => !isLeaf(block)), ...all.filter(({ block }) => isLeaf(block))];
}

/** A line and its JSON path. */
export interface LinePlace {
  readonly line: LocalizedLine;
  readonly path: Path;
}

/** The lines of a body that may contain runs: those of blocks that hold others, then of the leaves in reading order. */
export const linePlaces = (blocks: readonly Block[], path: Path): readonly LinePlace[] =>
  boxesFirst(blocks, path).flatMap(({ block, path: at }) => blockLines(block, at));

/** The lines of one block that may contain runs, in reading order. Those of blocks inside it are left out. */
export const blockLines = (block: Block, path: Path): readonly LinePlace[] =>
  shapeOf(block, '').texts.flatMap(({ line, runs }) =>
    runs === undefined ? [] : [{ line, path: [...path, ...runs] }],
  );

/** The bodies of a message: its own, those of its pages and those of attached documents. */
export function bodiesOf(
  message: Pick<Message, 'body' | 'pages' | 'attachments'>,
  path: Path,
): readonly { readonly blocks: readonly Block[]; readonly path: Path; readonly page?: string }[] {
  const pages = (message.pages ?? []).map(({ id, body }, index) => ({
    blocks: body,
    path: [...path, 'pages', index, 'body'],
    page: id,
  }));
  const files = (message.attachments ?? []).flatMap(({ preview }, index) =>
    preview === undefined
      ? []
      : [{ blocks: preview.body, path: [...path, 'attachments', index, 'preview', 'body'] }],
  );
  return [{ blocks: message.body, path: [...path, 'body'] }, ...pages, ...files];
}

/** A text and its JSON path. */
export interface TextPlace {
  readonly text: string;
  readonly path: Path;
}

/** Every text in a JSON value. */
export function textPlaces(value: unknown, path: Path = []): readonly TextPlace[] {
  const places: TextPlace[] = [];
  // One list for all levels: a generator in a generator resumes every level for each text.
  const collect = (part: unknown, at: Path): void => {
    if (typeof part === 'string') places.push({ text: part, path: at });
    else if (Array.isArray(part)) for (const [index, item] of part.entries()) collect(item, [...at, index]);
    else if (typeof part === 'object' && part !== null)
      for (const [key, item] of Object.entries(part)) collect(item, [...at, key]);
  };
  collect(value, path);
  return places;
}
