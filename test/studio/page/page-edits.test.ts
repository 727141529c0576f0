import { describe, expect, it } from 'vitest';
import { type JsonValue, memberOf } from '../../../src/core/draft/json.ts';
import { pageTemplates } from '../../../src/core/draft/page-template.ts';
import { problemsOf } from '../../../src/core/draft/read-file.ts';
import { scenariosIn } from '../../../src/studio/draft/entry.ts';
import { type DraftStore, openStore } from '../../../src/studio/draft/store.ts';
import { addedPage, hostFor, pagesIn, removedPage } from '../../../src/studio/page/page-edits.ts';
import { draftFromTemplate } from '../../../src/studio/start/new-draft.ts';

const opened = (): DraftStore => openStore(draftFromTemplate({ id: 'd', name: 'draft', changed: 0 }));
const fileOf = (store: DraftStore) => scenariosIn(store.getState().draft)[0];
const messageIn = (store: DraftStore): JsonValue => fileOf(store)?.messages[0]?.value ?? null;
const clockOf = (store: DraftStore): string => fileOf(store)?.around?.clock ?? '';
const change = (store: DraftStore, changes: ReturnType<typeof addedPage>): boolean =>
  store.getState().change(
    fileOf(store)?.path ?? '',
    changes.map((one) => ({ ...one, path: ['messages', 0, ...one.path] })),
  );
const problems = (store: DraftStore): readonly string[] => {
  const file = fileOf(store);
  return file === undefined
    ? ['no file']
    : problemsOf(file).map(({ rule, path }) => `${rule} ${path.join('/')}`);
};

describe('a page of a template', () => {
  it.each(pageTemplates)('%s has nothing wrong, and something leads to it', (template) => {
    const store = opened();
    expect(change(store, addedPage(messageIn(store), template, clockOf(store)))).toBe(true);
    expect(problems(store)).toEqual([]);
    expect(pagesIn(messageIn(store))).toHaveLength(2);
  });

  it('opens behind the first web link without a page, with a certificate for its host', () => {
    const message: JsonValue = {
      id: 'm',
      links: [
        { id: 'a', url: 'tel:1' },
        { id: 'b', url: 'https://pay.example.net/x' },
      ],
    };
    const changes = addedPage(message, 'card', '2026-11-18T09:00:00+09:00');
    expect(changes.map(({ path }) => path)).toEqual([['pages'], ['links', 1, 'page']]);
    const added = changes[0] !== undefined && 'value' in changes[0] ? changes[0].value : null;
    expect(memberOf(memberOf(memberOf(added, 0), 'certificate'), 'names')).toEqual(['pay.example.net']);
    expect(memberOf(memberOf(memberOf(added, 0), 'certificate'), 'issued')).toBe('2026-11-11T00:00:00Z');
  });

  it('has no certificate where it is plain http', () => {
    expect(hostFor('http://203.0.113.9/a')).toBeUndefined();
    expect(hostFor('https://雲葉.example/a')).toBe('xn--6s1a259a.example');
  });

  it('does nobody harm in a genuine message', () => {
    const message: JsonValue = { id: 'm', solution: { truth: 'legitimate' } };
    const [added] = addedPage(message, 'login', '2026-11-18T09:00:00+09:00');
    const page = added !== undefined && 'value' in added ? memberOf(added.value, 0) : null;
    expect(memberOf(memberOf(page, 'firstAid'), 'en')).toBe('There is nothing to do.');
  });

  it('is gone without a trace once it is removed', () => {
    const store = opened();
    const before = messageIn(store);
    change(store, addedPage(before, 'code', clockOf(store)));
    expect(memberOf(pagesIn(messageIn(store))[0], 'next')).toBe('code-1');
    change(store, removedPage(messageIn(store), 1));
    expect(messageIn(store)).toEqual(before);
  });
});
