/**
 * The flaggable regions of a message: one rule for every message, which takes the message without its solution and so cannot
 * know where the clues are.
 */
import { type CutLine, type LaidBlock, layBody, leavesOf, linesOf } from './body.ts';
import type { SealedMessage } from './schema.ts';
import { type Field, fields, type Language, languages, pageParts, type Slot, slots } from './vocabulary.ts';

export type RegionKind =
  | 'field'
  | 'clause'
  | 'link'
  | 'image'
  | 'attachment'
  | 'slot'
  | 'pagePart'
  | 'formField';

export interface Region {
  readonly key: string;
  readonly kind: RegionKind;
  /** The words that lie in it, where it has words. */
  readonly text?: Readonly<Record<Language, string>>;
  /** The slot whose block it lies in. */
  readonly slot?: Slot;
  /** The page it lies on; absent for the message itself. */
  readonly page?: string;
}

export const fieldRegion = (field: Field): string => `field/${field}`;
export const attachmentRegion = (attachment: string): string => `attachment/${attachment}`;
export const slotRegion = (slot: Slot): string => `slot/${slot}`;
export const pagePrefix = (page: string): string => `page/${page}`;
export const pagePartRegion = (page: string, part: string): string => `${pagePrefix(page)}/${part}`;

/** A message laid out: its regions in reading order, each once, and its body and pages as cut lines. */
export interface Layout {
  readonly regions: readonly Region[];
  readonly body: readonly LaidBlock[];
  readonly pages: ReadonlyMap<string, readonly LaidBlock[]>;
}

/** Lays a message out: header fields, body, attachments, slots, then each page. */
export function layOut(message: SealedMessage): Layout {
  const body = layBody(message.body, 'body');
  const pages = new Map(
    (message.pages ?? []).map((page) => [page.id, layBody(page.body, pagePrefix(page.id))]),
  );
  const all: readonly Region[] = [
    ...fields.map((field): Region => ({ key: fieldRegion(field), kind: 'field' })),
    ...bodyRegions(body, undefined),
    ...(message.attachments ?? []).map(({ id, name }): Region => ({
      key: attachmentRegion(id),
      kind: 'attachment',
      text: name,
    })),
    ...slots.map((slot): Region => ({ key: slotRegion(slot), kind: 'slot' })),
    ...[...pages].flatMap(([page, blocks]) => [...partRegions(page), ...bodyRegions(blocks, page)]),
  ];
  const regions = new Map<string, Region>();
  for (const region of all) if (!regions.has(region.key)) regions.set(region.key, region);
  return { regions: [...regions.values()], body, pages };
}

function partRegions(page: string): readonly Region[] {
  return pageParts.map((part): Region => ({ key: pagePartRegion(page, part), kind: 'pagePart', page }));
}

function bodyRegions(laid: readonly LaidBlock[], page: string | undefined): readonly Region[] {
  const place = page === undefined ? {} : { page };
  const lines = linesOf(laid).flatMap((line) =>
    regionsOfLine(line).map((region) => ({ ...region, ...place })),
  );
  const others = leavesOf(laid).flatMap((leaf): readonly Region[] => {
    if (leaf.kind === 'image') {
      const slot = leaf.block.slot === undefined ? {} : { slot: leaf.block.slot };
      return [{ key: leaf.region, kind: 'image', text: leaf.block.alt, ...slot, ...place }];
    }
    if (leaf.kind === 'form') {
      return leaf.fields.map(({ field, region }) => ({
        key: region,
        kind: 'formField',
        text: field.label,
        ...place,
      }));
    }
    return [];
  });
  return [...lines, ...others];
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
