/** Finds the regions that an anchor refers to. */
import type { Anchor } from '../format/anchor.ts';
import { type Language, languages, type PagePart } from '../format/vocabulary.ts';
import { formFieldRegion, linkRegion, pageBlockRegion } from './block-kinds.ts';
import { type CutLine, type LaidBlock, linesOf, partsOf, regionsAt } from './blocks.ts';
import {
  attachmentRegion,
  fieldRegion,
  filePartRegion,
  filePrefix,
  type Layout,
  pagePartRegion,
  pagePrefix,
  slotRegion,
  threadRegion,
} from './regions.ts';
import { type BodyRef, type Quote, type Spot, spotOf } from './spot.ts';

/** The regions of an anchor, or why there are none. */
export type Place =
  | { readonly found: true; readonly regions: readonly string[] }
  | { readonly found: false; readonly why: 'notFound'; readonly language?: Language }
  | { readonly found: false; readonly why: 'ambiguous'; readonly language: Language };

/**
 * The regions of an anchor in a layout. A quotation refers to all regions it overlaps in either language, because
 * one region serves both. `notFound`: no such part. `ambiguous`: the quotation occurs twice in a language.
 */
export function place(anchor: Anchor, layout: Layout): Place {
  const spot = spotOf(anchor);
  switch (spot.kind) {
    case 'quote':
      return placeQuote(spot.quote, blocksOf(spot.body, layout));
    case 'slot':
      return nonEmpty([
        ...keysIn(layout, ({ key }) => key === slotRegion(spot.slot)),
        ...keysIn(layout, ({ slot }) => slot === spot.slot),
      ]);
    case 'field':
      return all([fieldRegion(spot.field)], layout);
    case 'thread':
      return all([threadRegion(spot.entry)], layout);
    case 'link':
      return all([linkRegion(spot.link)], layout);
    case 'image':
      return nonEmpty(
        partsOf(blocksOf(spot.body, layout) ?? [])
          .filter(({ image }) => image === spot.image)
          .map(({ key }) => key),
      );
    case 'attachment':
      return all([attachmentRegion(spot.attachment), filePartRegion(spot.attachment, 'type')], layout);
    case 'filePart':
      return all([filePartRegion(spot.attachment, spot.part)], layout);
    case 'formField':
      return all([formFieldRegion(pagePrefix(spot.page), spot.formField)], layout);
    case 'pageBlock':
      return all(regionsOfBlock(spot, layout), layout);
    case 'pagePart':
      return all(
        shownParts(spot.part).map((part) => pagePartRegion(spot.page, part)),
        layout,
      );
  }
}

/** The prefix of the region keys of a body. */
export function prefixOf(body: BodyRef): string {
  switch (body.kind) {
    case 'message':
      return 'body';
    case 'page':
      return pagePrefix(body.page);
    case 'file':
      return filePrefix(body.attachment);
  }
}

/** The laid-out blocks of a body; undefined if the message has no such page or file. */
export function blocksOf(body: BodyRef, layout: Layout): readonly LaidBlock[] | undefined {
  switch (body.kind) {
    case 'message':
      return layout.body;
    case 'page':
      return layout.pages.get(body.page);
    case 'file':
      return layout.files.get(body.attachment);
  }
}

const keysIn = (layout: Layout, wanted: (region: Layout['regions'][number]) => boolean) =>
  layout.regions.filter(wanted).map(({ key }) => key);

const nonEmpty = (regions: readonly string[]): Place =>
  regions.length > 0 ? { found: true, regions } : { found: false, why: 'notFound' };

function all(keys: readonly string[], { regions }: Layout): Place {
  return keys.every((key) => regions.some((region) => region.key === key))
    ? { found: true, regions: keys }
    : { found: false, why: 'notFound' };
}

/** A certificate is shown as a line in the address bar and as lines of its sheet. */
const shownParts = (part: PagePart): readonly PagePart[] =>
  part === 'certificate' ? ['certificate', 'issuer', 'names', 'age'] : [part];

/** A page block is its picture and its heading. */
function regionsOfBlock(
  { page, block }: Extract<Spot, { kind: 'pageBlock' }>,
  layout: Layout,
): readonly string[] {
  const region = pageBlockRegion(pagePrefix(page), block);
  const part = partsOf(layout.pages.get(page) ?? []).find(({ key }) => key === region);
  return [...new Set([region, ...(part?.heading ?? []).flatMap(regionsIn)])];
}

const regionsIn = ({ pieces }: CutLine): readonly string[] =>
  languages.flatMap((language) => pieces[language].flatMap(({ region }) => region ?? []));

function placeQuote(quote: Quote, laid: readonly LaidBlock[] | undefined): Place {
  if (laid === undefined) return { found: false, why: 'notFound' };
  const lines = linesOf(laid);
  const keys = new Set<string>();
  for (const language of languages) {
    const words = quote[language];
    if (words === undefined) continue;
    const occurrences = lines.flatMap((line) => regionsAt(line, words, language));
    if (occurrences.length === 0) return { found: false, why: 'notFound', language };
    if (occurrences.length > 1) return { found: false, why: 'ambiguous', language };
    for (const key of occurrences.flat()) keys.add(key);
  }
  return nonEmpty([...keys]);
}
