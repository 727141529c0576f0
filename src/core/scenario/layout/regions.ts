/**
 * The flaggable regions of a message. The same rule cuts every message, and it receives the message without its
 * solution, so it cannot know where the clues are.
 */
import { rowName } from './block-kinds.ts';
import { type CutLine, type LaidBlock, layBody, leavesOf, linesNamed, linesOf, partsOf } from './blocks.ts';
import type { SealedMessage } from '../format/message.ts';
import {
  type Field,
  fieldsOf,
  type FilePart,
  fileParts,
  type Language,
  languages,
  pageParts,
  type Slot,
  slotsOf,
} from '../format/vocabulary.ts';

/** The kind of a region. */
export type RegionKind =
  | 'field'
  | 'thread'
  | 'clause'
  | 'link'
  | 'image'
  | 'attachment'
  | 'filePart'
  | 'slot'
  | 'pagePart'
  | 'formField'
  | 'pageBlock';

/** A flaggable part of a message. */
export interface Region {
  readonly key: string;
  readonly kind: RegionKind;
  /** The text in it, if it has any. */
  readonly text?: Readonly<Record<Language, string>>;
  /** The slot whose block contains it. */
  readonly slot?: Slot;
  /** The page it is on; absent for the message itself. */
  readonly page?: string;
}

/** The key of a field's region. */
export const fieldRegion = (field: Field): string => `field/${field}`;
/** The key of an earlier message's region in a thread. */
export const threadRegion = (entry: string): string => `thread/${entry}`;
/** The key of an attachment's region. */
export const attachmentRegion = (attachment: string): string => `attachment/${attachment}`;
/** The prefix of the regions in an attachment's document. */
export const filePrefix = (attachment: string): string => `file/${attachment}`;
/** The key of a region in an attachment's inspector. */
export const filePartRegion = (attachment: string, part: FilePart): string =>
  `${filePrefix(attachment)}/${part}`;
/** The key of a slot's region. */
export const slotRegion = (slot: Slot): string => `slot/${slot}`;
/** The prefix of the regions on a page. */
export const pagePrefix = (page: string): string => `page/${page}`;
/** The key of the region of a page's address bar or certificate sheet. */
export const pagePartRegion = (page: string, part: string): string => `${pagePrefix(page)}/${part}`;

/** A message laid out: its regions in reading order, without repeats, and its body and pages as cut lines. */
export interface Layout {
  readonly regions: readonly Region[];
  readonly body: readonly LaidBlock[];
  readonly pages: ReadonlyMap<string, readonly LaidBlock[]>;
  /** Drawn documents by attachment id. */
  readonly files: ReadonlyMap<string, readonly LaidBlock[]>;
}

/**
 * Lays out a message: the fields of its channel, the thread above it, body, attachments, slots, then each page and
 * each attached document.
 */
export function layOut(message: SealedMessage): Layout {
  const body = layBody(message.body, 'body');
  const pages = new Map(
    (message.pages ?? []).map((page) => [page.id, layBody(page.body, pagePrefix(page.id))]),
  );
  const attachments = message.attachments ?? [];
  const files = new Map(
    attachments.map(({ id, preview }) => [id, layBody(preview?.body ?? [], filePrefix(id))]),
  );
  const all: readonly Region[] = [
    ...fieldsOf[message.channel].map((field): Region => ({ key: fieldRegion(field), kind: 'field' })),
    ...threadOf(message).map(({ id, text }): Region => ({ key: threadRegion(id), kind: 'thread', text })),
    ...bodyRegions(body, undefined),
    ...attachments.map(({ id, name }): Region => ({
      key: attachmentRegion(id),
      kind: 'attachment',
      text: name,
    })),
    ...slotsOf[message.channel].map((slot): Region => ({ key: slotRegion(slot), kind: 'slot' })),
    ...[...pages].flatMap(([page, blocks]) => [...partRegions(page), ...bodyRegions(blocks, page)]),
    ...[...files].flatMap(([file, blocks]) => [...fileRegions(file), ...bodyRegions(blocks, undefined)]),
  ];
  const regions = new Map<string, Region>();
  for (const region of all) if (!regions.has(region.key)) regions.set(region.key, region);
  return { regions: [...regions.values()], body, pages, files };
}

/** For the region of a value, the regions of its label: in a table row of two cells, the first labels the second. */
export function labelCells({ body, pages, files }: Layout): ReadonlyMap<string, readonly string[]> {
  const labels = new Map<string, readonly string[]>();
  for (const leaf of [body, ...pages.values(), ...files.values()].flatMap(leavesOf)) {
    const { block } = leaf;
    if (block.kind !== 'table') continue;
    const rows = block.rows.map((_, row) => linesNamed(leaf, rowName(row)));
    for (const [label, value, ...rest] of block.heading === 'row' ? rows.slice(1) : rows) {
      if (label === undefined || value === undefined || rest.length > 0) continue;
      for (const { key } of regionsOfLine(value)) {
        labels.set(
          key,
          regionsOfLine(label).map((region) => region.key),
        );
      }
    }
  }
  return labels;
}

/** The earlier messages in a message's thread; none if the channel has no threads. */
export function threadOf(message: SealedMessage) {
  return message.channel === 'sms' || message.channel === 'chat' ? (message.thread ?? []) : [];
}

function partRegions(page: string): readonly Region[] {
  return pageParts.map((part): Region => ({ key: pagePartRegion(page, part), kind: 'pagePart', page }));
}

function fileRegions(file: string): readonly Region[] {
  return fileParts.map((part): Region => ({ key: filePartRegion(file, part), kind: 'filePart' }));
}

function bodyRegions(laid: readonly LaidBlock[], page: string | undefined): readonly Region[] {
  const place = page === undefined ? {} : { page };
  const lines = linesOf(laid).flatMap((line) =>
    regionsOfLine(line).map((region) => ({ ...region, ...place })),
  );
  const parts = partsOf(laid).map(({ key, kind, text, slot }): Region => ({
    key,
    kind,
    text,
    ...(slot && { slot }),
    ...place,
  }));
  return [...lines, ...parts];
}

function regionsOfLine(line: CutLine): readonly Region[] {
  const texts = new Map<string, { kind: RegionKind; ja: string; en: string }>();
  for (const language of languages) {
    for (const { region, text, link } of line.pieces[language]) {
      if (region === undefined) continue;
      const entry = texts.get(region) ?? { kind: link === undefined ? 'clause' : 'link', ja: '', en: '' };
      entry[language] += text;
      texts.set(region, entry);
    }
  }
  return [...texts].map(([key, { kind, ja, en }]) => ({
    key,
    kind,
    text: { ja: ja.trim(), en: en.trim() },
    ...(line.slot && { slot: line.slot }),
  }));
}
