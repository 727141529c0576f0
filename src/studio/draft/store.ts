/** The draft that is open in the studio: the one place where it changes. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TextReplacement, ValueChange } from '../../core/draft/change-text.ts';
import {
  addFile,
  amendValues,
  changeText,
  changeValues,
  type Draft,
  redo,
  removeFile,
  renameFile,
  undo,
} from '../../core/draft/draft.ts';
import { staleAfter, type StaleText, withoutStale } from '../../core/draft/stale-texts.ts';
import { restored } from '../../core/draft/saved.ts';
import type { KeptDraft } from './shelf.ts';

/** The open draft and what can be done to it. What returns a boolean says whether anything changed. */
export interface OpenDraft extends Pick<KeptDraft, 'id' | 'name' | 'pictures'> {
  readonly draft: Draft;
  /** Translations that are older than their text. */
  readonly stale: readonly StaleText[];
  /** Says that a translation still fits its text. */
  readonly confirm: (text: StaleText) => void;
  /** Makes changes of one file as one step. */
  readonly change: (path: string, changes: readonly ValueChange[]) => boolean;
  /** As `change`, for a field in which one types: changes with the same `field` that follow one another are one step. */
  readonly type: (path: string, changes: readonly ValueChange[], field: string) => boolean;
  /** Changes a stretch of the text of a file, as typed in the code view. */
  readonly replace: (path: string, replacement: TextReplacement) => boolean;
  readonly add: (path: string, text: string) => boolean;
  readonly remove: (path: string) => boolean;
  readonly move: (from: string, to: string) => boolean;
  /** Adds a file that is no text. It is not part of undo: a picture that nothing shows does no harm. */
  readonly addPicture: (path: string, bytes: Uint8Array) => void;
  readonly rename: (name: string) => void;
  readonly undo: () => boolean;
  readonly redo: () => boolean;
}

/** The open draft, to be read and followed. */
export type DraftStore = StoreApi<OpenDraft>;

/** Opens a kept draft, with its steps. */
export function openStore({ id, name, pictures, stale = [], ...saved }: KeptDraft): DraftStore {
  return createStore<OpenDraft>((set, get) => {
    let typed: { readonly field: string; readonly draft: Draft } | undefined;
    const put = (draft: Draft | undefined): boolean => {
      if (draft === undefined) return false;
      set((before) => ({ draft, stale: staleAfter(before.stale, before.draft, draft) }));
      return true;
    };
    return {
      id,
      name,
      pictures,
      draft: restored(saved),
      stale,
      confirm: (text) => set((before) => ({ stale: withoutStale(before.stale, text) })),
      change: (path, changes) => put(changeValues(get().draft, path, changes)),
      type: (path, changes, field) => {
        const now = get().draft;
        // After an undo or any other change, typing begins a new step.
        const goesOn = typed?.field === field && typed.draft === now;
        const next = goesOn ? amendValues(now, path, changes) : changeValues(now, path, changes);
        typed = next && { field, draft: next };
        return put(next);
      },
      replace: (path, replacement) => put(changeText(get().draft, path, replacement)),
      add: (path, text) => put(addFile(get().draft, path, text)),
      remove: (path) => put(removeFile(get().draft, path)),
      move: (from, to) => put(renameFile(get().draft, from, to)),
      addPicture: (path, bytes) => set(({ pictures: all }) => ({ pictures: new Map(all).set(path, bytes) })),
      rename: (next) => set({ name: next }),
      undo: () => put(undo(get().draft)),
      redo: () => put(redo(get().draft)),
    };
  });
}
