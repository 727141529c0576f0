/** Iterates over parts of a scenario together with their JSON paths. */
import type { Path } from '../read/locate.ts';
import type { Block, LeafBlock, PageBlock } from '../format/block.ts';
import type { Message } from '../format/message.ts';
import type { LocalizedLine } from '../format/text.ts';
import { pageBlockKinds } from '../format/vocabulary.ts';

/** A leaf block and its JSON path. */
export interface LeafPlace {
  readonly leaf: LeafBlock;
  readonly path: Path;
}

/** The leaves of a body, in reading order. */
export function leafPlaces(blocks: readonly Block[], path: Path): readonly LeafPlace[] {
  return blocks.flatMap((block, index): readonly LeafPlace[] => {
    const at = [...path, index];
    switch (block.kind) {
      case 'panel':
      case 'quote':
      case 'window':
        return block.blocks.map((leaf, inner) => ({ leaf, path: [...at, 'blocks', inner] }));
      case 'columns':
        return block.columns.flatMap((column, c) =>
          column.map((leaf, inner) => ({ leaf, path: [...at, 'columns', c, inner] })),
        );
      default:
        return [{ leaf: block, path: at }];
    }
  });
}

/** A block for pages only, and its JSON path. */
export interface PageBlockPlace {
  readonly block: PageBlock;
  readonly path: Path;
}

/** The blocks of a body that occur on pages only. */
export function pageBlockPlaces(blocks: readonly Block[], path: Path): readonly PageBlockPlace[] {
  const windows = blocks.flatMap((block, index) =>
    block.kind === 'window' ? [{ block, path: [...path, index] }] : [],
  );
  const leaves = leafPlaces(blocks, path).flatMap(({ leaf, path: at }) =>
    isPageBlock(leaf) ? [{ block: leaf, path: at }] : [],
  );
  return [...windows, ...leaves];
}

const isPageBlock = (block: Block): block is PageBlock => pageBlockKinds.some((kind) => kind === block.kind);

/** A line and its JSON path. */
export interface LinePlace {
  readonly line: LocalizedLine;
  readonly path: Path;
}

/** The lines of a body that may contain runs, in reading order. */
export function linePlaces(blocks: readonly Block[], path: Path): readonly LinePlace[] {
  const attributions = blocks.flatMap((block, index): readonly LinePlace[] =>
    block.kind === 'quote' && block.attribution
      ? [{ line: block.attribution, path: [...path, index, 'attribution'] }]
      : [],
  );
  const lines = leafPlaces(blocks, path).flatMap((place) => leafLines(place.leaf, place.path));
  return [...attributions, ...lines];
}

/** The lines of one leaf that may contain runs, in reading order. */
export function leafLines(leaf: LeafBlock, path: Path): readonly LinePlace[] {
  switch (leaf.kind) {
    case 'text':
      return [{ line: leaf.text, path: [...path, 'text'] }];
    case 'list':
      return leaf.items.map((line, index) => ({ line, path: [...path, 'items', index] }));
    case 'table':
      return leaf.rows.flatMap((row, r) => row.map((line, c) => ({ line, path: [...path, 'rows', r, c] })));
    case 'button':
    case 'image':
    case 'qr':
    case 'rule':
    case 'form':
    case 'code':
    case 'download':
      return [];
    case 'captcha':
      return (leaf.steps ?? []).map((line, index) => ({ line, path: [...path, 'steps', index] }));
    case 'permissions':
      return leaf.items.map((line, index) => ({ line, path: [...path, 'items', index] }));
    case 'alarm':
      return [{ line: leaf.text, path: [...path, 'text'] }];
  }
}

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
