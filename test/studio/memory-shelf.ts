/** A shelf for as long as the page is open. */
import type { DraftEntry, DraftShelf, KeptDraft } from '../../src/studio/draft/shelf.ts';

/** Keeps drafts in memory: for tests. */
export function memoryShelf(): DraftShelf {
  const kept = new Map<string, { readonly draft: KeptDraft; readonly entry: DraftEntry }>();
  return {
    list: async () =>
      [...kept.values()].map(({ entry }) => entry).toSorted((one, other) => other.changed - one.changed),
    load: async (id) => kept.get(id)?.draft,
    save: async (draft, entry) => void kept.set(draft.id, { draft, entry }),
    remove: async (id) => void kept.delete(id),
  };
}
