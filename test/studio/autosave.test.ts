import { describe, expect, it } from 'vitest';
import { type AutosaveState, autosave } from '../../src/studio/draft/autosave.ts';
import { memoryShelf } from './memory-shelf.ts';
import { type DraftShelf, type KeptDraft, ShelfFailure } from '../../src/studio/draft/shelf.ts';
import { openStore } from '../../src/studio/draft/store.ts';

const draft: KeptDraft = {
  id: 'd',
  name: 'draft',
  changed: 0,
  texts: new Map([['packs/a/notes.json', '{ "a": 1 }\n']]),
  pictures: new Map(),
  past: [],
  future: [],
};
const set = (value: number) => [{ kind: 'set', path: ['a'], value }] as const;
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('autosave', () => {
  it('keeps the last change also where it came during a save', async () => {
    const shelf = memoryShelf();
    const store = openStore(draft);
    autosave(store, shelf, { now: () => 7, onState: () => undefined });
    store.getState().change('packs/a/notes.json', set(2));
    store.getState().change('packs/a/notes.json', set(3));
    await settled();
    const kept = await shelf.load('d');
    expect(kept?.texts.get('packs/a/notes.json')).toBe('{ "a": 3 }\n');
    expect(kept?.past).toHaveLength(2);
    expect((await shelf.list())[0]).toMatchObject({ id: 'd', changed: 7 });
  });

  it('says why a save failed, and saves again at the next change', async () => {
    const whole = memoryShelf();
    let isFull = true;
    const shelf: DraftShelf = {
      ...whole,
      save: async (...args) => {
        if (isFull) throw new ShelfFailure('full');
        await whole.save(...args);
      },
    };
    const states: AutosaveState[] = [];
    const store = openStore(draft);
    autosave(store, shelf, { now: () => 7, onState: (state) => states.push(state) });
    store.getState().change('packs/a/notes.json', set(2));
    await settled();
    expect(states.at(-1)).toEqual({ kind: 'failed', why: 'full' });
    isFull = false;
    store.getState().change('packs/a/notes.json', set(3));
    await settled();
    expect(states.at(-1)).toEqual({ kind: 'saved', at: 7 });
    expect((await whole.load('d'))?.texts.get('packs/a/notes.json')).toBe('{ "a": 3 }\n');
  });
});
