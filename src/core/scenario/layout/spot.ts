/** Where an anchor lies in a message, as the keys of the regions it meets. */
import {
  type CutLine,
  formFieldRegion,
  imageRegion,
  linesOf,
  linkRegion,
  pageBlockRegion,
  pageBlocksOf,
  regionsAt,
} from './blocks.ts';
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
import type { Anchor } from '../format/anchor.ts';
import { type Language, languages, type PagePart } from '../format/vocabulary.ts';

export type Place =
  | { readonly found: true; readonly regions: readonly string[] }
  | { readonly found: false; readonly why: 'notFound' | 'ambiguous'; readonly language?: Language };

/** The regions an anchor meets: for a quotation those it overlaps in either language, since one region serves both. */
export function place(anchor: Anchor, layout: Layout): Place {
  const { regions } = layout;
  if ('quote' in anchor) return placeQuote(anchor, layout);
  if ('slot' in anchor) {
    const chip = regions.filter(({ key }) => key === slotRegion(anchor.slot));
    const inBody = regions.filter(({ slot }) => slot === anchor.slot);
    const met = [...chip, ...inBody].map(({ key }) => key);
    return met.length > 0 ? { found: true, regions: met } : { found: false, why: 'notFound' };
  }
  const keys = keysOf(anchor, layout);
  return keys.every((key) => regions.some((region) => region.key === key))
    ? { found: true, regions: keys }
    : { found: false, why: 'notFound' };
}

/**
 * An attachment as a whole is its name and what it truly is, wherever the player sees through it; a certificate is its line
 * and its sheet; a block of a page is its picture and its heading.
 */
function keysOf(
  anchor: Exclude<Anchor, { quote: unknown } | { slot: unknown }>,
  layout: Layout,
): readonly string[] {
  if ('field' in anchor) return [fieldRegion(anchor.field)];
  if ('thread' in anchor) return [threadRegion(anchor.thread)];
  if ('link' in anchor) return [linkRegion(anchor.link)];
  if ('image' in anchor) return [imageRegion(prefixOf(anchor), anchor.image)];
  if ('attachment' in anchor) {
    const { attachment, part } = anchor;
    return part === undefined
      ? [attachmentRegion(attachment), filePartRegion(attachment, 'type')]
      : [filePartRegion(attachment, part)];
  }
  if ('formField' in anchor) return [formFieldRegion(pagePrefix(anchor.page), anchor.formField)];
  if ('block' in anchor) {
    const region = pageBlockRegion(pagePrefix(anchor.page), anchor.block);
    const block = pageBlocksOf(layout.pages.get(anchor.page) ?? []).find((other) => other.region === region);
    return [...new Set([region, ...(block?.heading ?? []).flatMap(regionsIn)])];
  }
  const parts: readonly PagePart[] =
    anchor.part === 'certificate' ? ['certificate', 'issuer', 'names', 'age'] : [anchor.part];
  return parts.map((part) => pagePartRegion(anchor.page, part));
}

const regionsIn = ({ pieces }: CutLine): readonly string[] =>
  languages.flatMap((language) => pieces[language].flatMap(({ region }) => region ?? []));

function prefixOf(anchor: Extract<Anchor, { image: unknown }>): string {
  if ('attachment' in anchor) return filePrefix(anchor.attachment);
  return anchor.page === undefined ? 'body' : pagePrefix(anchor.page);
}

function placeQuote(anchor: Extract<Anchor, { quote: unknown }>, layout: Layout): Place {
  const laid = quotedBody(anchor, layout);
  if (laid === undefined) return { found: false, why: 'notFound' };
  const lines = linesOf(laid);
  const keys = new Set<string>();
  const quotes: Partial<Record<Language, string>> = anchor.quote;
  for (const language of languages) {
    const quote = quotes[language];
    if (quote === undefined) continue;
    const occurrences = lines.flatMap((line) => regionsAt(line, quote, language));
    if (occurrences.length === 0) return { found: false, why: 'notFound', language };
    if (occurrences.length > 1) return { found: false, why: 'ambiguous', language };
    for (const key of occurrences.flat()) keys.add(key);
  }
  return keys.size === 0 ? { found: false, why: 'notFound' } : { found: true, regions: [...keys] };
}

function quotedBody(anchor: Extract<Anchor, { quote: unknown }>, layout: Layout) {
  if ('attachment' in anchor) return layout.files.get(anchor.attachment);
  return anchor.page === undefined ? layout.body : layout.pages.get(anchor.page);
}
