import { describe, expect, it } from 'vitest';
import {
  isLoadedAgain,
  keepOpenedRounds,
  openedBeforeReload,
} from '../../../src/app/session/opened-rounds.ts';

function aTab() {
  const kept = new Map<string, string>();
  return {
    kept,
    read: (name: string) => kept.get(name),
    write: (name: string, value: string) => kept.set(name, value).size > 0,
  };
}

const place = { address: 'https://lms.example/course/index.html', owner: 'abc' };

describe('the rounds opened before a reload', () => {
  it('are those that the previous page stored', () => {
    const tab = aTab();
    keepOpenedRounds(tab, place, ['#/play/office/monday'], 1_000);
    expect([...openedBeforeReload(tab, place, 3_000)]).toEqual(['#/play/office/monday']);
  });

  it.each([
    ['another learner', { ...place, owner: 'def' }, 3_000],
    ['no learner', { ...place, owner: undefined }, 3_000],
    ['another launch', { ...place, address: 'https://lms.example/course/index.html?attempt=2' }, 3_000],
    ['a page of an hour later', place, 3_600_000],
    ['a clock that was set back by an hour', place, -3_600_000],
  ])('are not known for %s', (_, here, now) => {
    const tab = aTab();
    keepOpenedRounds(tab, place, ['#/play/office/monday'], 1_000);
    expect([...openedBeforeReload(tab, here, now)]).toEqual([]);
  });

  it.each(['', 'x', '[]', 'null', '{"address":1}', JSON.stringify({ ...place, at: 1, hashes: 'x' })])(
    'are not known if the tab has stored %o',
    (text) => {
      const tab = aTab();
      tab.kept.set('mikiwame.rounds', text);
      expect([...openedBeforeReload(tab, place, 1)]).toEqual([]);
    },
  );
});

describe('a page', () => {
  type Framed = Parameters<typeof isLoadedAgain>[0];
  const aWindow = (type: string, above?: Framed): Framed => {
    const entry = Object.assign(Object.create(PerformanceEntry.prototype), { type });
    return {
      performance: { getEntriesByType: () => [entry] },
      get parent() {
        return above ?? this;
      },
    };
  };

  it.each([
    ['by itself', aWindow('reload'), true],
    ['by its own launch', aWindow('navigate'), false],
    ['with the page around its frame', aWindow('navigate', aWindow('navigate', aWindow('reload'))), true],
    [
      'in a frame of another origin',
      aWindow('navigate', {
        get performance(): never {
          throw new DOMException('', 'SecurityError');
        },
        get parent() {
          return this;
        },
      }),
      false,
    ],
  ])('is loaded again %s', (_, page, again) => {
    expect(isLoadedAgain(page)).toBe(again);
  });
});
