import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeValue, type Draft, openDraft, undo } from '../../../src/core/draft/draft.ts';
import { staleAfter, type StaleText, withoutStale } from '../../../src/core/draft/stale-texts.ts';
import { written } from '../../../src/core/draft/write.ts';
import type { JsonValue } from '../../../src/core/draft/json.ts';
import { aMessage, aScenario } from '../../fixtures/builders.ts';

const path = 'packs/test/scenarios/a-morning.json';
const scenario: JsonValue = JSON.parse(JSON.stringify({ ...aScenario(), messages: [aMessage()] }));
const start = openDraft(new Map([[path, written(scenario, { indent: 0, before: 0, after: 0 })]]));

const withSubject = (draft: Draft, language: 'ja' | 'en', value: string): Draft =>
  changeValue(draft, path, { kind: 'set', path: ['messages', 0, 'subject', language], value }) ?? draft;

/** Makes changes one after the other and tells what is stale at the end. */
function staleBy(...changes: readonly (readonly ['ja' | 'en', string])[]): readonly StaleText[] {
  let [draft, stale]: [Draft, readonly StaleText[]] = [start, []];
  for (const [language, text] of changes) {
    const next = withSubject(draft, language, text);
    stale = staleAfter(stale, draft, next);
    draft = next;
  }
  return stale;
}

const before = aMessage().channel === 'mail' ? 'subject' : '';

describe('a translation', () => {
  it('is stale once its text changed alone, however often it was typed on', () => {
    expect(before).toBe('subject');
    expect(staleBy(['ja', '新'], ['ja', '新しい'])).toEqual([
      expect.objectContaining({ file: path, stale: 'en', ja: '新しい' }),
    ]);
  });

  it('fits again when it follows, when the text is changed back, and when its author says so', () => {
    expect(staleBy(['ja', '新しい'], ['en', 'New'])).toEqual([]);
    const [was] = staleBy(['ja', '新しい']);
    expect(staleBy(['ja', '新しい'], ['ja', was?.was ?? ''])).toEqual([]);
    expect(was && withoutStale([was], was)).toEqual([]);
  });

  it('that is missing is not stale', () => {
    expect(staleBy(['en', ''], ['ja', '新しい'])).toEqual([]);
  });

  it('fits again after an undo', () => {
    const next = withSubject(start, 'ja', '新しい');
    const stale = staleAfter([], start, next);
    expect(stale).toHaveLength(1);
    expect(staleAfter(stale, next, undo(next) ?? next)).toEqual([]);
  });

  it('is stale only if exactly one language differs from when the two fitted', () => {
    const edit = fc.tuple(fc.constantFrom('ja' as const, 'en' as const), fc.constantFrom('a', 'b', 'c'));
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
        const stale = staleBy(['ja', 'a'], ['en', 'a'], ...edits);
        expect(stale.length).toBeLessThanOrEqual(1);
        for (const one of stale) expect(one.was).not.toBe(one.stale === 'en' ? one.ja : one.en);
      }),
      { numRuns: 200 },
    );
  });
});
