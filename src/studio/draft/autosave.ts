/** Keeps the open draft on its shelf at each change. */
import { entryOf, keptOf } from './entry.ts';
import { type DraftShelf, ShelfFailure } from './shelf.ts';
import type { DraftStore } from './store.ts';

/** Whether the shelf has everything; `at` is in milliseconds since 1970. */
export type AutosaveState =
  | { readonly kind: 'saved'; readonly at?: number }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly why: ShelfFailure['why'] };

interface AutosaveTools {
  readonly now: () => number;
  readonly onState: (state: AutosaveState) => void;
}

/**
 * Saves at once after each change. What changes while a save is under way is saved by one more save after it, so the shelf is never
 * asked for two at a time. Returns a function that stops; a save under way still finishes.
 */
export function autosave(store: DraftStore, shelf: DraftShelf, { now, onState }: AutosaveTools): () => void {
  let isSaving = false;
  let isStopped = false;
  const tell = (state: AutosaveState): void => {
    if (!isStopped) onState(state);
  };
  const save = async (): Promise<void> => {
    if (isSaving) return;
    isSaving = true;
    tell({ kind: 'saving' });
    const open = store.getState();
    const at = now();
    try {
      await shelf.save(keptOf(open, at), entryOf(open, at));
      tell({ kind: 'saved', at });
    } catch (error) {
      if (!(error instanceof ShelfFailure)) throw error;
      tell({ kind: 'failed', why: error.why });
    } finally {
      isSaving = false;
    }
    if (store.getState() !== open) await save();
  };
  const unsubscribe = store.subscribe(() => void save());
  return () => {
    isStopped = true;
    unsubscribe();
  };
}
