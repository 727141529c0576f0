/** Where an anchor lies in a message, as the keys of the regions it meets. */
import { formFieldRegion, imageRegion, linesOf, linkRegion, regionsAt } from './body.ts';
import {
  attachmentRegion,
  fieldRegion,
  type Layout,
  pagePartRegion,
  pagePrefix,
  type Region,
  slotRegion,
} from './regions.ts';
import type { Anchor } from './schema.ts';
import { type Language, languages } from './vocabulary.ts';

export type Place =
  | { readonly found: true; readonly regions: readonly string[] }
  | { readonly found: false; readonly why: 'notFound' | 'ambiguous'; readonly language?: Language };

/** The regions an anchor meets: for a quotation those it overlaps in either language, since one region serves both. */
export function place(anchor: Anchor, layout: Layout): Place {
  const { regions } = layout;
  if ('quote' in anchor) return placeQuote(anchor, layout);
  if ('slot' in anchor) {
    const inBody = regions.filter((region) => region.slot === anchor.slot).map(({ key }) => key);
    return { found: true, regions: [slotRegion(anchor.slot), ...inBody] };
  }
  return existing(keyOf(anchor), regions);
}

function keyOf(anchor: Exclude<Anchor, { quote: unknown } | { slot: unknown }>): string {
  if ('field' in anchor) return fieldRegion(anchor.field);
  if ('link' in anchor) return linkRegion(anchor.link);
  if ('attachment' in anchor) return attachmentRegion(anchor.attachment);
  if ('image' in anchor)
    return imageRegion(anchor.page === undefined ? 'body' : pagePrefix(anchor.page), anchor.image);
  if ('formField' in anchor) return formFieldRegion(pagePrefix(anchor.page), anchor.formField);
  return pagePartRegion(anchor.page, anchor.part);
}

function existing(key: string, regions: readonly Region[]): Place {
  return regions.some((region) => region.key === key)
    ? { found: true, regions: [key] }
    : { found: false, why: 'notFound' };
}

function placeQuote(anchor: Extract<Anchor, { quote: unknown }>, layout: Layout): Place {
  const laid = anchor.page === undefined ? layout.body : layout.pages.get(anchor.page);
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
