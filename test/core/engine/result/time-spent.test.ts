import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Move } from '../../../../src/core/engine/answer.ts';
import { secondsByMessage } from '../../../../src/core/engine/result/time-spent.ts';

const open = (message: string, at: number): Move => ({ kind: 'open', message, at });

it('counts the time before a move for its message', () => {
  const seconds = secondsByMessage([open('a', 1_000), open('b', 4_000), open('a', 9_000)]);
  expect([...seconds]).toEqual([
    ['a', 5],
    ['b', 3],
  ]);
});

it('counts at most five minutes for one move, and none if the clock jumped back', () => {
  expect(secondsByMessage([open('a', 0), open('a', 300_000)]).get('a')).toBe(300);
  expect(secondsByMessage([open('a', 0), open('a', 301_000)]).get('a')).toBe(300);
  expect(secondsByMessage([open('a', 5_000), open('a', 0)]).get('a')).toBe(0);
});

it.each<Move>([
  { kind: 'reason', message: 'a', reason: { kind: 'whole' }, at: 9_000 },
  { kind: 'extend', message: 'a', at: 9_000 },
  { kind: 'expire', message: 'a', at: 9_000 },
])('counts no time for $kind', (move) => {
  expect(secondsByMessage([open('a', 0), move]).get('a')).toBe(0);
});

it('never counts a negative or unbounded time', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.integer())), (made) => {
      const moves = made.map(([message, at]) => open(message, at));
      const total = [...secondsByMessage(moves).values()].reduce((sum, seconds) => sum + seconds, 0);
      expect(total).toBeGreaterThanOrEqual(0);
      expect(total).toBeLessThanOrEqual(300 * moves.length);
    }),
  );
});
