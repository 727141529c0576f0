/**
 * The one table of the kinds of blocks: which texts and parts each has, in reading order. Layout, walk, mail source,
 * contrast and drawing derive from it, so a new kind is its schema, a row here and its drawing.
 */
import type { Block, InnerBlock, LeafBlock } from '../format/block.ts';
import type { Localized, LocalizedLine } from '../format/text.ts';
import type { Slot } from '../format/vocabulary.ts';
import type { Path } from '../read/locate.ts';
import { fileSize } from './file-size.ts';

/** Kinds of blocks that are allowed only on mock pages. */
export const pageBlockKinds = ['captcha', 'permissions', 'code', 'alarm', 'download', 'window'] as const;
/** A kind of block that is allowed only on mock pages. */
export type PageBlockKind = (typeof pageBlockKinds)[number];
/** A block that is allowed only on mock pages. */
export type PageBlock = Extract<Block, { kind: PageBlockKind }>;
/** Whether a block is allowed only on mock pages. */
export const isPageBlock = (block: Block): block is PageBlock =>
  pageBlockKinds.some((kind) => kind === block.kind);

/** Kinds of blocks that no mail program draws: they are seen in the source of a mail. */
const sourceBlockKinds = ['hidden', 'pixel'] as const;
/** A block that is seen in the source of a mail alone. */
export type SourceBlock = Extract<Block, { kind: (typeof sourceBlockKinds)[number] }>;
/** Whether a block is seen in the source of a mail alone. */
export const isSourceBlock = (block: Block): block is SourceBlock =>
  sourceBlockKinds.some((kind) => kind === block.kind);

/** A text of a block. */
export interface BlockText {
  /** The name under which the drawing finds it. Texts of one list share it. */
  readonly name: string;
  readonly line: LocalizedLine;
  /** What its regions add to the key of the block. Flags are stored by these keys, so they never change. */
  readonly key: string;
  /** Its place in the block, if the author may style it with runs. */
  readonly runs?: Path;
  readonly slot?: Slot;
}

/** A part of a block that can be flagged and is no text of it, such as a picture. */
export interface BlockPart {
  /** The key of its region. */
  readonly key: string;
  readonly kind: 'image' | 'link' | 'formField' | 'pageBlock';
  readonly text: Localized;
  readonly slot?: Slot;
  /** Of a picture, its id. */
  readonly image?: string;
}

/** Blocks inside a block. */
export interface InnerBlocks {
  readonly blocks: readonly InnerBlock[];
  readonly path: Path;
  /** What the keys of their regions add to the key of the block. */
  readonly key: string;
}

interface BlockKind<Kind> {
  readonly texts?: (block: Kind) => readonly BlockText[];
  /** `prefix` is that of the keys in this body: `body`, `page/<id>` or `file/<id>`. */
  readonly parts?: (block: Kind, prefix: string) => readonly BlockPart[];
  /** The blocks in it, for those that hold others. */
  readonly inner?: (block: Kind) => readonly InnerBlocks[];
  /** Of a block of a page, the texts that name it beside its picture. */
  readonly heading?: readonly string[];
}

type BlockOf = { readonly [Kind in Block['kind']]: Extract<Block, { kind: Kind }> };

/** A text, or a list of texts, under the key of its name. */
const text = (name: string, line: LocalizedLine): BlockText => ({ name, line, key: `.${name}` });
const styled = (name: string, line: LocalizedLine): BlockText => ({ ...text(name, line), runs: [name] });
const items = (name: string, lines: readonly LocalizedLine[]): readonly BlockText[] =>
  lines.map((line, index) => ({ name, line, key: `.i${index}`, runs: [name, index] }));
const alike = (same: string): LocalizedLine => ({ ja: same, en: same });
const blocksOf = (blocks: readonly InnerBlock[]): readonly InnerBlocks[] => [
  { blocks, path: ['blocks'], key: '' },
];
const pagePart = ({ id }: { readonly id: string }, prefix: string, name: Localized): readonly BlockPart[] => [
  { key: pageBlockRegion(prefix, id), kind: 'pageBlock', text: name },
];

const withoutWords: Localized = { ja: '', en: '' };

/** A picture that is a link shares the region of that link, as words and QR codes do. */
const picturePart = (
  { id, alt = withoutWords, link, areas = [], slot }: BlockOf['image'] | BlockOf['remote'],
  prefix: string,
): readonly BlockPart[] => [
  {
    ...(link === undefined
      ? { key: imageRegion(prefix, id), kind: 'image' }
      : { key: linkRegion(link), kind: 'link' }),
    text: alt,
    image: id,
    ...(slot && { slot }),
  },
  ...areas.map((area): BlockPart => ({ key: linkRegion(area.link), kind: 'link', text: area.label })),
];

const kinds: { readonly [Kind in keyof BlockOf]: BlockKind<BlockOf[Kind]> } = {
  text: {
    texts: ({ text: line, slot }) => [{ ...styled('text', line), key: '', ...(slot && { slot }) }],
  },
  list: { texts: (block) => items('items', block.items) },
  button: {
    texts: ({ label, link }) => [
      {
        ...text('label', { ja: [{ text: label.ja, link }], en: [{ text: label.en, link }] }),
        key: '',
      },
    ],
  },
  image: { parts: picturePart },
  remote: { parts: picturePart },
  pictures: { inner: ({ blocks }) => blocksOf(blocks) },
  hidden: { texts: ({ text: line }) => [{ ...styled('text', line), key: '' }] },
  pixel: {
    parts: ({ id }, prefix) => [
      { key: imageRegion(prefix, id), kind: 'image', text: withoutWords, image: id },
    ],
  },
  qr: { parts: ({ link, alt }) => [{ key: linkRegion(link), kind: 'link', text: alt }] },
  rule: {},
  table: {
    texts: ({ rows }) =>
      rows.flatMap((row, r) =>
        row.map((line, c) => ({ name: rowName(r), line, key: `.r${r}c${c}`, runs: ['rows', r, c] })),
      ),
  },
  form: {
    texts: ({ submit }) => [text('submit', submit)],
    parts: ({ fields }, prefix) =>
      fields.map(({ id, label }) => ({ key: formFieldRegion(prefix, id), kind: 'formField', text: label })),
  },
  captcha: {
    texts: ({ label, steps = [] }) => [text('label', label), ...items('steps', steps)],
    parts: (block, prefix) => pagePart(block, prefix, block.label),
    heading: ['label'],
  },
  permissions: {
    texts: ({ app, publisher, items: wanted, allow, cancel }) => [
      text('app', app),
      text('publisher', publisher),
      ...items('items', wanted),
      text('allow', allow),
      text('cancel', cancel),
    ],
    parts: (block, prefix) => pagePart(block, prefix, block.app),
    heading: ['app'],
  },
  code: {
    texts: ({ label, code, submit }) => [
      text('label', label),
      text('code', alike(code)),
      text('submit', submit),
    ],
    parts: (block, prefix) => pagePart(block, prefix, block.label),
    heading: ['label'],
  },
  alarm: {
    texts: ({ title, text: line, phone, call }) => [
      text('title', title),
      styled('text', line),
      text('phone', alike(phone)),
      text('call', call),
    ],
    parts: (block, prefix) => pagePart(block, prefix, block.title),
    heading: ['title'],
  },
  download: {
    texts: ({ name, bytes, save }) => [
      text('name', name),
      text('size', alike(fileSize(bytes))),
      text('save', save),
    ],
    parts: (block, prefix) => pagePart(block, prefix, block.name),
    heading: ['name'],
  },
  window: {
    texts: ({ title, address }) => [text('title', title), text('address', alike(address))],
    parts: (block, prefix) =>
      pagePart(block, prefix, {
        ja: `${block.title.ja} ${block.address}`,
        en: `${block.title.en} ${block.address}`,
      }),
    inner: ({ blocks }) => blocksOf(blocks),
    heading: ['title', 'address'],
  },
  panel: { inner: ({ blocks }) => blocksOf(blocks) },
  columns: {
    inner: ({ columns }) =>
      columns.map((blocks, index) => ({ blocks, path: ['columns', index], key: `.${index}` })),
  },
  quote: {
    texts: ({ attribution: line }) =>
      line === undefined ? [] : [{ name: 'attribution', line, key: '.by', runs: ['attribution'] }],
    inner: ({ blocks }) => blocksOf(blocks),
  },
};

/** The name of the texts in a row of a table. */
export const rowName = (row: number): string => `row ${row}`;

/** The key of a link's region. All places that use one link share it. */
export const linkRegion = (link: string): string => `link/${link}`;
/** The key of a picture's region. `prefix` is that of its body. */
export const imageRegion = (prefix: string, image: string): string => `${prefix}/image/${image}`;
/** The key of a form field's region. */
export const formFieldRegion = (prefix: string, field: string): string => `${prefix}/form/${field}`;
/** The key of the region of a page block's picture. */
export const pageBlockRegion = (prefix: string, block: string): string => `${prefix}/block/${block}`;

/** What the table says of one block. */
export interface BlockShape {
  readonly texts: readonly BlockText[];
  readonly parts: readonly BlockPart[];
  /** Absent for a block that holds no other. */
  readonly inner?: readonly InnerBlocks[];
  readonly heading: readonly string[];
}

/** The texts and parts of a block in reading order. `prefix` is that of the keys in its body. */
export const shapeOf = (block: Block, prefix: string): BlockShape => shape(block.kind, block, prefix);

/** Whether a block holds no other. */
export const isLeaf = (block: Block): block is LeafBlock => shapeOf(block, '').inner === undefined;

function shape<Kind extends keyof BlockOf>(kind: Kind, block: BlockOf[Kind], prefix: string): BlockShape {
  const { texts, parts, inner, heading = [] } = kinds[kind];
  return {
    texts: texts?.(block) ?? [],
    parts: parts?.(block, prefix) ?? [],
    ...(inner && { inner: inner(block) }),
    heading,
  };
}
