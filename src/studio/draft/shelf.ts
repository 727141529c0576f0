/** The port to wherever drafts are kept between visits. Files, folders and pack files fill it; see files/. */
import type { StaleText } from '../../core/draft/stale-texts.ts';
import type { SavedDraft } from '../../core/draft/saved.ts';

/** A draft as it is kept: its files with the steps that lead to them, its pictures, and what the studio shows of it. */
export interface KeptDraft extends SavedDraft {
  readonly id: string;
  /** What the author calls it. */
  readonly name: string;
  /** When it was changed last, in milliseconds since 1970. */
  readonly changed: number;
  /** The files that are no text, by path from the folder content/. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Translations that are older than their text. Drafts of earlier editions have none. */
  readonly stale?: readonly StaleText[];
}

/** One line of the list of drafts. */
export interface DraftEntry extends Pick<KeptDraft, 'id' | 'name' | 'changed'> {
  /** How many messages are lures and how many are genuine. */
  readonly lures: number;
  readonly genuine: number;
  /** How many problems are errors and how many are warnings. */
  readonly errors: number;
  readonly warnings: number;
}

/** Where drafts are kept. A promise rejects only with `ShelfFailure`. */
export interface DraftShelf {
  /** The drafts, the one changed last first. */
  readonly list: () => Promise<readonly DraftEntry[]>;
  /** Undefined if there is no such draft. */
  readonly load: (id: string) => Promise<KeptDraft | undefined>;
  /** Keeps a draft in place of the one with its id. Once the promise is fulfilled, a crash loses nothing of it. */
  readonly save: (draft: KeptDraft, entry: DraftEntry) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

/**
 * Why a shelf could not do what was asked: `full` storage, storage `denied` by the browser, a draft that was changed `elsewhere` (in
 * another tab), or anything `else`.
 */
export class ShelfFailure extends Error {
  readonly why: 'full' | 'denied' | 'elsewhere' | 'else';

  constructor(why: ShelfFailure['why']) {
    super(`the shelf of drafts failed: ${why}`);
    this.why = why;
  }
}
