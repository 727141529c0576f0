import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  addFile,
  changeText,
  type Draft,
  openDraft,
  redo,
  removeFile,
  renameFile,
  undo,
} from '../../../src/core/draft/draft.ts';
import { restored, savedOf } from '../../../src/core/draft/saved.ts';
import { draftJournals } from '../../../src/device/drafts.ts';
import { openMemory } from '../../../src/device/memory.ts';
import type { DraftEntry, DraftShelf, KeptDraft } from '../../../src/studio/draft/shelf.ts';
import { deviceShelf } from '../../../src/studio/files/device-shelf.ts';
import { draftEditFrom, draftTextFrom, editBetween, withEdit } from '../../../src/studio/files/draft-edit.ts';

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

let versions = 0;
/** The shelf as a new page opens it. */
async function aPage(): Promise<DraftShelf> {
  const memory = await openMemory(() => undefined);
  return deviceShelf(draftJournals(memory), () => `version ${(versions += 1)}`);
}

const file = 'packs/a/scenarios/b.json';
const first = openDraft(new Map([[file, '{ "title": "one" }']]));

const keptOf = (draft: Draft, changed = 0, pictures: KeptDraft['pictures'] = new Map()): KeptDraft => ({
  id: 'mine',
  name: 'My draft',
  changed,
  pictures,
  ...savedOf(draft),
});
const entryOf = ({ id, name, changed }: KeptDraft): DraftEntry => ({
  id,
  name,
  changed,
  lures: 1,
  genuine: 2,
  errors: 0,
  warnings: 0,
});
const save = (shelf: DraftShelf, draft: KeptDraft): Promise<void> => shelf.save(draft, entryOf(draft));

type Act = (draft: Draft) => Draft | undefined;
const act: fc.Arbitrary<Act> = fc.oneof(
  fc
    .tuple(fc.nat(60), fc.nat(20), fc.string({ maxLength: 12, unit: 'grapheme' }))
    .map(([start, length, text]): Act => (draft) => {
      const size = draft.files.get(file)?.text.length ?? 0;
      const from = Math.min(start, size);
      return changeText(draft, file, { start: from, end: Math.min(from + length, size), text });
    }),
  fc.constant<Act>(undo),
  fc.constant<Act>(redo),
  fc.nat(2).map(
    (at): Act =>
      (draft) =>
        addFile(draft, `packs/a/lessons/l${at}.json`, `{"at":${at}}`),
  ),
  fc.nat(2).map(
    (at): Act =>
      (draft) =>
        removeFile(draft, `packs/a/lessons/l${at}.json`),
  ),
  fc.nat(2).map(
    (at): Act =>
      (draft) =>
        renameFile(draft, `packs/a/lessons/l${at}.json`, `packs/a/drills/d${at}.json`),
  ),
);

/** The states that acts lead through, the first one included. */
const statesOf = (acts: readonly Act[]): readonly KeptDraft[] => {
  const states = [keptOf(first)];
  let draft = first;
  for (const [at, one] of acts.entries()) {
    draft = one(draft) ?? draft;
    states.push(keptOf(draft, at + 1));
  }
  return states;
};

describe('an edit of a kept draft', () => {
  it('leads from one state to the next, also through storage', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 20 }), (acts) => {
        const states = statesOf(acts);
        for (const [at, after] of states.entries()) {
          const before = states[at - 1];
          if (before === undefined) continue;
          const edit = draftEditFrom(structuredClone(editBetween(before, after, entryOf(after))));
          const { pictures: _, ...text } = after;
          expect(edit && withEdit(before, edit)).toEqual(text);
          expect([...((edit && withEdit(before, edit)?.texts.keys()) ?? [])]).toEqual([
            ...after.texts.keys(),
          ]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is small however large the draft is', () => {
    const large = openDraft(new Map([[file, `{"text":"${'x'.repeat(200_000)}"}`]]));
    const next = changeText(large, file, { start: 100, end: 100, text: 'y' });
    if (next === undefined) throw new Error('not changed');
    const after = keptOf(next);
    expect(JSON.stringify(editBetween(keptOf(large), after, entryOf(after))).length).toBeLessThan(500);
  });

  it('and a draft are refused, not trusted, if storage holds something else', () => {
    fc.assert(
      fc.property(fc.anything({ withMap: true }), (value) => {
        expect(() => [draftEditFrom(value), draftTextFrom(value)]).not.toThrow();
      }),
    );
  });
});

describe('a draft on this device', () => {
  it('is there after a reload, with its steps, its pictures and its line in the list', async () => {
    const edited = changeText(first, file, { start: 12, end: 15, text: 'two' });
    if (edited === undefined) throw new Error('not changed');
    const pictures = new Map([['packs/a/assets/p.png', Uint8Array.of(1, 2, 3)]]);
    const shelf = await aPage();
    await save(shelf, keptOf(first, 1, pictures));
    await save(shelf, keptOf(edited, 2, pictures));
    const again = await aPage();
    expect(await again.list()).toEqual([entryOf(keptOf(edited, 2))]);
    const found = await again.load('mine');
    expect(found).toEqual(keptOf(edited, 2, pictures));
    const back = found && undo(restored(found));
    expect(back?.files.get(file)?.text).toBe('{ "title": "one" }');
    await save(again, keptOf(first, 3, pictures));
    expect((await (await aPage()).load('mine'))?.changed).toBe(3);
  });

  it('is gone after it was removed, from every list', async () => {
    const shelf = await aPage();
    await save(shelf, keptOf(first));
    await shelf.remove('mine');
    const again = await aPage();
    expect(await again.list()).toEqual([]);
    expect(await again.load('mine')).toBeUndefined();
  });

  it('stays quick to open: its journal is replaced by the whole once in a while', async () => {
    const shelf = await aPage();
    const acts = Array.from(
      { length: 250 },
      (_, at): Act =>
        (draft) =>
          changeText(draft, file, { start: 0, end: 0, text: String(at) }),
    );
    const states = statesOf(acts);
    for (const state of states) await save(shelf, state);
    const memory = await openMemory(() => undefined);
    const journal = await draftJournals(memory).read('mine');
    expect(typeof journal === 'object' && journal.edits.length).toBeLessThan(200);
    expect(await (await aPage()).load('mine')).toEqual(states.at(-1));
  });

  it('is never overwritten by a second tab that does not know the first tab’s edits', async () => {
    const [one, other] = [await aPage(), await aPage()];
    await save(one, keptOf(first, 1));
    await other.load('mine');
    const mine = keptOf(changeText(first, file, { start: 0, end: 0, text: ' ' }) ?? first, 2);
    await save(one, mine);
    await expect(save(other, keptOf(first, 3))).rejects.toMatchObject({ why: 'elsewhere' });
    expect(await (await aPage()).load('mine')).toEqual(mine);
  });

  it.each([
    ['QuotaExceededError', 'full'],
    ['UnknownError', 'else'],
  ])('that cannot be stored (%s) says why and stays in the page', async (name, why) => {
    const shelf = await aPage();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no', name);
    });
    await expect(save(shelf, keptOf(first, 5))).rejects.toMatchObject({ why });
    expect(await shelf.load('mine')).toEqual(keptOf(first, 5));
    expect(await shelf.list()).toEqual([entryOf(keptOf(first, 5))]);
    put.mockRestore();
  });

  it('says that storage is denied where the browser refuses it, and stays in the page', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
    const shelf = await aPage();
    await expect(save(shelf, keptOf(first))).rejects.toMatchObject({ why: 'denied' });
    expect(await shelf.list()).toEqual([entryOf(keptOf(first))]);
  });

  it('is read up to the first edit that storage has damaged', async () => {
    const shelf = await aPage();
    const states = statesOf(
      [1, 2, 3].map(
        (at): Act =>
          (draft) =>
            changeText(draft, file, { start: 0, end: 0, text: String(at) }),
      ),
    );
    for (const state of states) await save(shelf, state);
    const memory = await openMemory(() => undefined);
    await memory.device.write(async (open) => {
      const keys = await open.getAllKeysFromIndex('draftEdits', 'draft', 'mine');
      await open.put('draftEdits', { draft: 'mine', edit: 'damaged' }, keys[1]);
    });
    const again = await aPage();
    expect(await again.load('mine')).toEqual(states[1]);
    const next = keptOf(restored(states[1] ?? keptOf(first)), 9);
    await save(again, next);
    expect((await (await aPage()).load('mine'))?.changed).toBe(9);
  });
});

/** Every transaction under way is undone and nothing more is written, as when the browser ends, until the browser is opened again. */
function killable(): () => () => void {
  const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
  return () => {
    for (const { value } of transactions.mock.results) {
      try {
        if (value instanceof IDBTransaction) value.abort();
      } catch {
        // It has ended.
      }
    }
    transactions.mockImplementation(() => {
      throw new DOMException('the page is gone', 'NotAllowedError');
    });
    return () => transactions.mockRestore();
  };
}

describe('a crash', () => {
  it('at any of 50 moments loses no edit that was kept, and leaves no half of one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), fc.nat(60), async (acts, moments) => {
        vi.stubGlobal('indexedDB', new IDBFactory());
        const states = statesOf(acts);
        const kill = killable();
        const shelf = await aPage();
        let kept = -1;
        const typing = (async () => {
          for (const [at, state] of states.entries()) {
            await save(shelf, state);
            kept = at;
          }
        })().catch(() => undefined);
        for (let moment = 0; moment < moments; moment += 1) await new Promise((go) => setImmediate(go));
        const keptBefore = kept;
        const reopen = kill();
        await typing;
        reopen();
        const found = await (await aPage()).load('mine');
        const at = states.findIndex(({ changed }) => changed === found?.changed);
        expect(at).toBeGreaterThanOrEqual(keptBefore);
        expect(found).toEqual(states[at]);
      }),
      { numRuns: 50 },
    );
  });
});
