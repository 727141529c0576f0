/**
 * An anchor with its kind. In the format, anchors differ by their fields; in code, they differ by `kind`, so that a
 * switch can name every case.
 */
import type { Anchor } from '../format/anchor.ts';
import type { Field, FilePart, Language, PagePart, Slot } from '../format/vocabulary.ts';

/** The body that contains a picture or a quotation. */
export type BodyRef =
  | { readonly kind: 'message' }
  | { readonly kind: 'page'; readonly page: string }
  | { readonly kind: 'file'; readonly attachment: string };

/** An anchor with its kind. */
export type Spot =
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'thread'; readonly entry: string }
  | { readonly kind: 'link'; readonly link: string }
  /** An attachment as a whole: its name and its real type. */
  | { readonly kind: 'attachment'; readonly attachment: string }
  | { readonly kind: 'filePart'; readonly attachment: string; readonly part: FilePart }
  | { readonly kind: 'image'; readonly image: string; readonly body: BodyRef }
  | { readonly kind: 'slot'; readonly slot: Slot }
  | { readonly kind: 'quote'; readonly quote: Quote; readonly body: BodyRef }
  | { readonly kind: 'pagePart'; readonly page: string; readonly part: PagePart }
  | { readonly kind: 'formField'; readonly page: string; readonly formField: string }
  | { readonly kind: 'pageBlock'; readonly page: string; readonly block: string };

/** The quoted words by language; absent for a language without a quotation. */
export type Quote = Readonly<Partial<Record<Language, string>>>;

/** Converts an anchor of the format to a spot. */
export function spotOf(anchor: Anchor): Spot {
  if ('field' in anchor) return { kind: 'field', field: anchor.field };
  if ('thread' in anchor) return { kind: 'thread', entry: anchor.thread };
  if ('link' in anchor) return { kind: 'link', link: anchor.link };
  if ('slot' in anchor) return { kind: 'slot', slot: anchor.slot };
  if ('image' in anchor) return { kind: 'image', image: anchor.image, body: bodyOf(anchor) };
  if ('quote' in anchor) return { kind: 'quote', quote: anchor.quote, body: bodyOf(anchor) };
  if ('attachment' in anchor) {
    const { attachment, part } = anchor;
    return part === undefined ? { kind: 'attachment', attachment } : { kind: 'filePart', attachment, part };
  }
  if ('formField' in anchor) {
    return { kind: 'formField', page: anchor.page, formField: anchor.formField };
  }
  if ('block' in anchor) return { kind: 'pageBlock', page: anchor.page, block: anchor.block };
  return { kind: 'pagePart', page: anchor.page, part: anchor.part };
}

/** The attachment that a spot is part of: its name, its inspector or its document. Undefined for any other spot. */
export function attachmentOf(spot: Spot): string | undefined {
  switch (spot.kind) {
    case 'attachment':
    case 'filePart':
      return spot.attachment;
    case 'image':
    case 'quote':
      return spot.body.kind === 'file' ? spot.body.attachment : undefined;
    case 'field':
    case 'thread':
    case 'link':
    case 'slot':
    case 'pagePart':
    case 'formField':
    case 'pageBlock':
      return undefined;
  }
}

/** The page that a spot is on; undefined for the message itself and its files. */
export function pageOf(spot: Spot): string | undefined {
  switch (spot.kind) {
    case 'pagePart':
    case 'formField':
    case 'pageBlock':
      return spot.page;
    case 'image':
    case 'quote':
      return spot.body.kind === 'page' ? spot.body.page : undefined;
    case 'field':
    case 'thread':
    case 'link':
    case 'slot':
    case 'attachment':
    case 'filePart':
      return undefined;
  }
}

/** Whether it can be seen in the message itself: neither on a page behind a link nor inside a file. */
export const isOnFace = (spot: Spot): boolean =>
  pageOf(spot) === undefined && (attachmentOf(spot) === undefined || spot.kind === 'attachment');

function bodyOf(anchor: Extract<Anchor, { image: unknown } | { quote: unknown }>): BodyRef {
  if ('attachment' in anchor) return { kind: 'file', attachment: anchor.attachment };
  return anchor.page === undefined ? { kind: 'message' } : { kind: 'page', page: anchor.page };
}
