import { describe, expect, it } from 'vitest';
import type { RoundRecord } from '../../../src/core/record/round-record.ts';
import { dailyDays, finishedScenarios, onwardFrom, wayThrough } from '../../../src/core/record/way.ts';
import type { ContentIndex } from '../../../src/core/scenario/format/pack.ts';
import { both } from '../../fixtures/builders.ts';
import { aMessageRecord, aRecord } from './builders.ts';

const pack = (id: string, scenarios: Readonly<Record<string, number>>): ContentIndex['packs'][number] => ({
  id,
  title: both(id),
  description: both(id),
  scenarios: Object.entries(scenarios).map(([name, messages]) => ({ id: name, title: both(name), messages })),
  lessons: [],
});

const index: ContentIndex = {
  format: 1,
  packs: [pack('first', { five: 2 }), pack('aid', {}), pack('office', { monday: 1, tuesday: 1 })],
};

const played = (places: readonly string[]): RoundRecord =>
  aRecord({
    messages: places.map((place) => {
      const [inPack = '', scenario = '', message = ''] = place.split('/');
      return aMessageRecord({ pack: inPack, scenario, message });
    }),
  });

const none: ReadonlySet<string> = new Set();

describe('the finished scenarios', () => {
  it('are those with every message answered, even in several rounds', () => {
    const half = played(['first/five/a']);
    expect(finishedScenarios([half, half], index)).toEqual(none);
    const other = played(['first/five/b', 'office/tuesday/c']);
    expect(finishedScenarios([half, other], index)).toEqual(new Set(['first/five', 'office/tuesday']));
  });
});

describe('the way', () => {
  it('leads through the packs with inboxes; the first unfinished one is current', () => {
    const step = (finished: ReadonlySet<string>) =>
      wayThrough(index, finished, 3).map(({ pack: { id }, state, next }) => [id, state, next.id]);
    expect(step(none)).toEqual([
      ['first', 'current', 'five'],
      ['office', 'ahead', 'monday'],
    ]);
    expect(step(new Set(['first/five', 'office/monday']))).toEqual([
      ['first', 'done', 'five'],
      ['office', 'current', 'tuesday'],
    ]);
    expect(wayThrough(index, none, 1)).toHaveLength(1);
    expect(wayThrough(index, none, 3).map(({ messages }) => messages)).toEqual([2, 2]);
  });
});

describe('what is offered first', () => {
  const first = (finished: readonly string[], begun: readonly string[]) => {
    const onward = onwardFrom(index, new Set(finished), new Set(begun));
    return 'scenario' in onward ? [onward.kind, onward.scenario.id] : [onward.kind];
  };

  it('is the first inbox, then an unfinished round, then the next inbox, and finally the daily round', () => {
    expect(first([], [])).toEqual(['begin', 'five']);
    expect(first([], ['office/tuesday'])).toEqual(['goOn', 'tuesday']);
    expect(first(['first/five'], ['first/five'])).toEqual(['next', 'monday']);
    expect(first(['first/five', 'office/monday', 'office/tuesday'], [])).toEqual(['daily']);
    expect(onwardFrom({ format: 1, packs: [] }, none, none)).toEqual({ kind: 'none' });
  });
});

describe('the daily rounds', () => {
  const day = 86_400_000;
  const daily = (at: number): RoundRecord => aRecord({ mode: 'daily', startedAt: at, endedAt: at });

  it('are counted over consecutive days, including today once it is played', () => {
    const rounds = [daily(7 * day), daily(8 * day), daily(8 * day + 1), daily(9 * day)];
    expect(dailyDays(rounds, 9 * day + 5)).toEqual({
      week: [false, false, false, false, true, true, true],
      running: 3,
    });
    expect(dailyDays(rounds, 10 * day).running).toBe(3);
    expect(dailyDays(rounds, 11 * day).running).toBe(0);
    // In Tokyo the next day has begun.
    expect(dailyDays(rounds, 11 * day - 9 * 3_600_000 - 1).running).toBe(3);
    expect(dailyDays(rounds, 11 * day - 9 * 3_600_000).running).toBe(0);
    expect(dailyDays([aRecord({ mode: 'training' })], 0).running).toBe(0);
  });
});
