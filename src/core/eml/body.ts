/** A body as blocks that hold no HTML: near the blocks of the format, with what the format has no place for. */

import type { Font } from '../scenario/format/fonts.ts';
import type { Hiding } from '../scenario/format/vocabulary.ts';

/** A stretch of text in one style. */
export interface ReceivedPiece {
  readonly text: string;
  /** The target as written. */
  readonly link?: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly strike?: true;
  /** `#rrggbb`, if it differs from black on white. */
  readonly colour?: string;
  /** A background of its own, as of marked words. */
  readonly background?: string;
  /** Pixels, if other than 16. */
  readonly size?: number;
  /** A font that tells something. */
  readonly font?: Font;
}
/** A line of styled pieces; `\n` breaks it. */
export type PieceLine = readonly ReceivedPiece[];

/** How a block is aligned. */
export type Alignment = 'start' | 'center' | 'end';

/** A cell of a table. */
export interface Cell {
  readonly line: PieceLine;
  readonly heading: boolean;
  /** Columns that it takes, from 1 on. */
  readonly span: number;
  readonly align?: Alignment;
  readonly background?: string;
}

/** A place of a picture that is a link of its own. */
export interface PictureArea {
  readonly link: string;
  readonly label: string;
  /** Left, top, width and height in hundredths of the picture. */
  readonly box: readonly [number, number, number, number];
}

/** A picture. */
export interface Picture {
  readonly kind: 'image';
  /** `cid:` of a part, an address elsewhere, or `data:` without its content. */
  readonly source: string;
  readonly alt: string;
  readonly width?: number;
  readonly height?: number;
  readonly link?: string;
  readonly areas?: readonly PictureArea[];
  readonly align: Alignment;
}

/** Words that nobody sees. */
export interface HiddenWords {
  readonly hiding: Hiding;
  readonly text: string;
  /** Whether they stand before anything that is seen. */
  readonly isBefore: boolean;
}

/** A block of a body as received. */
export type ReceivedBlock =
  | {
      readonly kind: 'text';
      readonly line: PieceLine;
      readonly align: Alignment;
      /** Pixels of most of its text. */
      readonly size: number;
      /** Spaces and line breaks count. */
      readonly preformatted?: true;
    }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly PieceLine[] }
  | {
      readonly kind: 'button';
      readonly label: string;
      readonly link: string;
      readonly background?: string;
      readonly colour?: string;
      readonly align: Alignment;
    }
  | Picture
  /** Pictures side by side. */
  | { readonly kind: 'pictures'; readonly pictures: readonly Picture[] }
  | { readonly kind: 'rule' }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[] }
  | {
      readonly kind: 'panel';
      readonly background?: string;
      readonly border?: string;
      /** The border is a bar at the side alone. */
      readonly side?: true;
      /** The address of a picture behind the content. */
      readonly picture?: string;
      readonly align: Alignment;
      readonly blocks: readonly ReceivedBlock[];
    }
  | {
      readonly kind: 'columns';
      readonly columns: readonly (readonly ReceivedBlock[])[];
      /** Shares of the columns in hundredths, if the mail says them. */
      readonly widths?: readonly number[];
    }
  | { readonly kind: 'quote'; readonly blocks: readonly ReceivedBlock[] };

/** The kinds of things in a body that are seen in its source alone, or that a training message cannot do. */
export const evidenceKinds = [
  'hidden-text',
  'camouflaged-text',
  'invisible-characters',
  'tracking-pixel',
  'remote-picture',
  'form',
  'image-map',
  'script',
  'embedded-page',
  'foreign-font',
  'background-picture',
  'plain-differs',
] as const;
/** A kind of evidence. */
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Something that the body holds beside its blocks. */
export interface BodyEvidence {
  readonly kind: EvidenceKind;
  /** The hidden words, the address of the picture, the names of the fields … */
  readonly text: string;
}

/** A body as received. */
export interface ReceivedBody {
  readonly blocks: readonly ReceivedBlock[];
  readonly evidence: readonly BodyEvidence[];
  readonly hidden: readonly HiddenWords[];
  /** The colour behind the content, if not white. */
  readonly canvas?: string;
  /** The colour of the sheet on it, or that of the canvas where there is no sheet. */
  readonly paper?: string;
  /** The address of a picture behind the content. */
  readonly backdrop?: string;
  /** Pixels of the centred table around the content. */
  readonly width?: number;
  /** Whether the end of the HTML was not read. */
  readonly isCut: boolean;
}
