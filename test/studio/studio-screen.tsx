/** Draws the studio as the page does, with a draft of the template. */
import 'fake-indexeddb/auto';
import { screen } from '@testing-library/react';
import { IDBFactory } from 'fake-indexeddb';
import { useState } from 'react';
import { expect, vi } from 'vitest';
import { openMemory } from '../../src/device/memory.ts';
import { packsFrom } from '../../src/packs/content.ts';
import Studio from '../../src/studio/Studio.tsx';
import { shelfOf } from '../../src/studio/files/device-shelf.ts';
import type { DraftShelf, KeptDraft } from '../../src/studio/draft/shelf.ts';
import { draftFromTemplate } from '../../src/studio/start/new-draft.ts';
import { type Drawn, drawOnUse } from '../fixtures/screen.tsx';

/** The studio on screen, and the shelf on which its draft lies. */
export interface DrawnStudio extends Drawn {
  readonly shelf: DraftShelf;
  /** Waits until the text of the only inbox contains these words, or not, as the shelf keeps it. */
  readonly keeps: (words: string, isThere?: boolean) => Promise<void>;
}

/** Opens a draft in the studio. */
export async function drawStudio(
  draft: KeptDraft = draftFromTemplate({ id: 'd1', name: '朝の練習', changed: 1 }),
): Promise<DrawnStudio> {
  vi.stubGlobal('indexedDB', new IDBFactory());
  const memory = await openMemory(() => undefined);
  const shelf = shelfOf(memory);
  const entry = { lures: 1, genuine: 1, errors: 0, warnings: 0 };
  await shelf.save(draft, { id: draft.id, name: draft.name, changed: draft.changed, ...entry });
  const packs = packsFrom({
    read: async () => ({ ok: false, problems: [] }),
    isChecked: () => false,
    picture: (path) => path,
    isServed: false,
  });
  function Page() {
    const [open, setOpen] = useState<string | undefined>(draft.id);
    return (
      <Studio
        draft={open}
        memory={memory}
        packs={packs}
        theme="light"
        onTheme={() => undefined}
        onLanguage={() => undefined}
        onDraft={setOpen}
        onLeave={() => undefined}
        play={() => null}
      />
    );
  }
  const drawn = await drawOnUse(<Page />);
  await screen.findByRole('tablist', { name: '内容の種類' });
  return {
    ...drawn,
    shelf,
    keeps: (words, isThere = true) =>
      vi.waitFor(async () => {
        const kept = await shelf.load(draft.id);
        const text = [...(kept?.texts ?? [])].find(([path]) => path.includes('/scenarios/'))?.[1] ?? '';
        if (isThere) expect(text).toContain(words);
        else expect(text).not.toContain(words);
      }, 20_000),
  };
}
