/** Laws of the open draft: nothing changes by itself, one edit is one hunk, undo to the start is the start. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ValueChange } from '../../src/core/draft/change-text.ts';
import { textsOf } from '../../src/core/draft/draft.ts';
import { type JsonValue, memberOf } from '../../src/core/draft/json.ts';
import { written } from '../../src/core/draft/write.ts';
import { keptOf, scenariosIn } from '../../src/studio/draft/entry.ts';
import type { KeptDraft } from '../../src/studio/draft/shelf.ts';
import { type DraftStore, openStore } from '../../src/studio/draft/store.ts';
import { authoredMarks } from '../../src/studio/mark/authored-marks.ts';
import { drawnMessage, surroundOf } from '../../src/studio/mail/drawn.ts';
import { addedMark, kindsFor, truthIn, withTruth } from '../../src/studio/mark/new-solution.ts';
import { deliveryOf, presets } from '../../src/studio/delivery/presets.ts';
import { aMessage, aScenario } from '../fixtures/builders.ts';
import { shippedFiles } from '../fixtures/shipped.ts';

const kept = (texts: ReadonlyMap<string, string>): KeptDraft => ({
  id: 'd',
  name: 'draft',
  changed: 0,
  texts,
  pictures: new Map(),
  past: [],
  future: [],
});
const opened = (path: string, text: string): DraftStore => openStore(kept(new Map([[path, text]])));
const textIn = (store: DraftStore, path: string): string => textsOf(store.getState().draft).get(path) ?? '';

/** The lines between the first and the last line that differ, in each text. */
function hunk(before: string, after: string): { readonly removed: number; readonly added: number } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  return { removed: old.length - start - end, added: now.length - start - end };
}

const path = 'packs/test/scenarios/a-morning.json';
const scenario: JsonValue = JSON.parse(JSON.stringify({ ...aScenario(), messages: [aMessage()] }));
const text = `${written(scenario, { indent: 0, before: 0, after: 0 })}\n`;

function messageIn(store: DraftStore, index = 0): JsonValue {
  return scenariosIn(store.getState().draft)[0]?.messages[index]?.value ?? null;
}
const led = (changes: readonly ValueChange[], index = 0): readonly ValueChange[] =>
  changes.map((change) => ({ ...change, path: ['messages', index, ...change.path] }));

describe('an open draft', () => {
  it('that is only opened and kept has every byte of every shipped file', () => {
    const store = openStore(kept(shippedFiles));
    expect(keptOf(store.getState(), 1).texts).toEqual(new Map(shippedFiles));
  });

  it('changes the lines of one new explanation and no other', () => {
    const store = opened(path, text);
    const mark = authoredMarks(messageIn(store), undefined)[0];
    const at = [...(mark?.path ?? []), 'explanation', 'ja'];
    expect(store.getState().change(path, led([{ kind: 'set', path: at, value: '新しい解説です。' }]))).toBe(
      true,
    );
    expect(hunk(text, textIn(store, path))).toEqual({ removed: 1, added: 1 });
  });

  it('takes back and makes again any row of edits, and keeps them over a reload', () => {
    fc.assert(
      fc.property(fc.array(edits(), { minLength: 1, maxLength: 8 }), (row) => {
        let store = opened(path, text);
        let done = 0;
        for (const edit of row) if (edit(store)) done += 1;
        const after = textIn(store, path);
        // As after a crash: what was kept is opened again.
        store = openStore(keptOf(store.getState(), 1));
        expect(textIn(store, path)).toBe(after);
        for (let left = done; left > 0; left -= 1) expect(store.getState().undo()).toBe(true);
        expect(store.getState().undo()).toBe(false);
        expect(textIn(store, path)).toBe(text);
        while (store.getState().redo());
        expect(textIn(store, path)).toBe(after);
      }),
      { numRuns: 15 },
    );
  });

  it('makes one step of what is typed in one field, and another one after an undo', () => {
    const store = opened(path, text);
    const { type, undo } = store.getState();
    const typed = (words: string): boolean =>
      type(path, [{ kind: 'set', path: ['title', 'ja'], value: words }], 'title ja');
    typed('あ');
    typed('あい');
    typed('あいう');
    expect(textIn(store, path)).toContain('"あいう"');
    undo();
    expect(textIn(store, path)).toBe(text);
    typed('え');
    typed('えお');
    undo();
    expect(textIn(store, path)).toBe(text);
  });
});

describe('every kind of mark', () => {
  it.each(['phish', 'legitimate'] as const)('can be added to a %s solution and taken back', (truth) => {
    const store = opened(path, text);
    expect(store.getState().change(path, led([withTruth(messageIn(store), truth)]))).toBe(true);
    expect(truthIn(messageIn(store))).toBe(truth);
    for (const kind of kindsFor(truth)) {
      const words = {
        anchor: { field: 'subject' },
        cue: 'urgency',
        explanation: { ja: 'あ', en: 'a' },
      } as const;
      const { changes, path: at } = addedMark(messageIn(store), kind, words);
      expect(store.getState().change(path, led(changes))).toBe(true);
      const mark = authoredMarks(messageIn(store), undefined).find((one) => one.path.join() === at.join());
      expect(mark?.kind).toBe(kind);
    }
    while (store.getState().undo());
    expect(textIn(store, path)).toBe(text);
  });
});

describe('every delivery preset', () => {
  it.each(presets)('%s leaves a complete mail complete', (preset) => {
    const store = opened(path, text);
    const file = scenariosIn(store.getState().draft)[0];
    const index = file?.messages.findIndex(({ value }) => memberOf(value, 'channel') === 'mail') ?? -1;
    const message = file?.messages[index];
    if (file === undefined || message === undefined) throw new Error('the scenario has no mail');
    const delivery = deliveryOf(preset, message.value, surroundOf(file).recipient.server);
    store.getState().change(path, led([{ kind: 'set', path: ['delivery'], value: { ...delivery } }], index));
    const after = scenariosIn(store.getState().draft)[0]?.messages[index];
    expect(
      after?.problems.filter(({ severity, path: [, , part] }) => severity === 'error' && part === 'delivery'),
    ).toEqual([]);
    expect(after && drawnMessage(after, surroundOf(file))?.sealed.channel).toBe('mail');
  });
});

/** An edit of the draft; it says whether it changed anything. */
function edits(): fc.Arbitrary<(store: DraftStore) => boolean> {
  const words = fc.string({ maxLength: 12 });
  return fc.oneof(
    words.map(
      (value) => (store: DraftStore) =>
        store.getState().change(path, led([{ kind: 'set', path: ['subject', 'ja'], value }])),
    ),
    words.map(
      (value) => (store: DraftStore) =>
        store.getState().change(path, led([{ kind: 'set', path: ['body', 0, 'text', 'ja'], value }])),
    ),
    fc
      .constantFrom('phish' as const, 'legitimate' as const)
      .map(
        (truth) => (store: DraftStore) =>
          store.getState().change(path, led([withTruth(messageIn(store), truth)])),
      ),
    fc.constant((store: DraftStore) =>
      store.getState().change(path, [{ kind: 'remove', path: ['messages', 0] }]),
    ),
  );
}
