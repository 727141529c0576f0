import { describe, expect, it } from 'vitest';
import { createConversation } from '../../../src/lms/conversation.ts';
import { createLrs } from '../../../src/lms/xapi/lrs.ts';
import { createStatementQueue } from '../../../src/lms/xapi/statement-queue.ts';
import { isFields } from '../../../src/core/scenario/read/from-outside.ts';
import { aClock } from '../hands.ts';

/** A queue to a store that answers each request as the test says, by the ids in it, and accepts it otherwise. */
function aQueue(answer: (ids: readonly string[], request: number) => number | undefined = () => 200) {
  const clock = aClock();
  const requests: (readonly string[])[] = [];
  const changes: string[] = [];
  const arrived: string[] = [];
  const lrs = createLrs('https://lrs.example', 'Basic abc', {
    clock,
    conversation: createConversation(clock),
    fetch: (_address, { body }) => {
      const statements: unknown = JSON.parse(typeof body === 'string' ? body : '[]');
      const ids = Array.isArray(statements)
        ? statements.map((one: unknown) => String(isFields(one) ? one['id'] : ''))
        : [];
      requests.push(ids);
      return Promise.resolve(new Response('', { status: answer(ids, requests.length) ?? 200 }));
    },
  });
  const queue = createStatementQueue(lrs, clock, (change) => {
    changes.push(change.state);
  });
  const say = (...ids: readonly string[]): void => {
    for (const id of ids) queue.say({ id }, () => arrived.push(id));
  };
  return { clock, queue, say, requests, changes, arrived };
}

describe('statements on their way', () => {
  it('are sent one request at a time, with the ones in between together', async () => {
    const { clock, say, requests, changes, arrived } = aQueue();
    say('a', 'b', 'c');
    await clock.turn(0);
    expect(requests).toEqual([['a'], ['b', 'c']]);
    expect(arrived).toEqual(['a', 'b', 'c']);
    expect(changes[0]).toBe('saving');
    expect(changes.at(-1)).toBe('saved');
  });

  it('are sent in requests of fifty', async () => {
    const { clock, say, requests } = aQueue();
    say('first', ...Array.from({ length: 70 }, (_, place) => String(place)));
    await clock.turn(0);
    expect(requests.map(({ length }) => length)).toEqual([1, 50, 20]);
  });

  it('are retried after growing pauses, then wait until there is something new', async () => {
    let well = false;
    const { clock, say, requests, changes, arrived } = aQueue(() => (well ? 200 : 503));
    say('a');
    for (const [pause, tried] of [
      [0, 1],
      [1_000, 2],
      [2_000, 3],
      [5_000, 4],
      [15_000, 5],
      [60_000, 6],
      [600_000, 6],
    ] as const) {
      await clock.turn(pause);
      expect(requests).toHaveLength(tried);
    }
    expect(changes.at(-1)).toBe('failed');
    well = true;
    say('b');
    await clock.turn(0);
    expect(arrived).toEqual(['a', 'b']);
    expect(changes.at(-1)).toBe('saved');
  });

  it.each([400, 404, 413])('lose only the statement with status %i', async (status) => {
    const { clock, say, changes, arrived } = aQueue((ids) => (ids.includes('bad') ? status : 200));
    say('a', 'b', 'bad', 'c');
    await clock.turn(0);
    expect(arrived).toEqual(['a', 'b', 'c']);
    expect(changes.at(-1)).toBe('failed');
    say('d');
    await clock.turn(0);
    // A lost statement stays lost: the learner is not told that everything was saved.
    expect(changes.at(-1)).toBe('failed');
    expect(arrived).toContain('d');
  });

  it('lose a forbidden statement if others are accepted', async () => {
    const { clock, say, arrived, requests } = aQueue((ids) => (ids.includes('bad') ? 403 : 200));
    say('a', 'bad', 'c');
    await clock.turn(120_000);
    expect(arrived).toEqual(['a', 'c']);
    expect(requests.at(-1)).toEqual(['c']);
  });

  it('lose nothing while all of them are forbidden', async () => {
    let forbidden = true;
    const { clock, say, arrived } = aQueue(() => (forbidden ? 403 : 200));
    say('a', 'b', 'c');
    await clock.turn(500);
    expect(arrived).toEqual([]);
    forbidden = false;
    await clock.turn(10_000);
    expect(arrived).toEqual(['a', 'b', 'c']);
  });

  it('count as arrived if the store already has them', async () => {
    const known = new Set(['b']);
    const { clock, say, arrived, requests } = aQueue((ids) => (ids.some((id) => known.has(id)) ? 409 : 200));
    say('a', 'b', 'c');
    await clock.turn(0);
    expect(arrived).toEqual(['a', 'b', 'c']);
    expect(requests).toEqual([['a'], ['b', 'c'], ['b'], ['c']]);
  });

  it('stay together if the store becomes unavailable in between', async () => {
    const { clock, say, arrived, requests } = aQueue((_ids, request) =>
      request === 2 ? 400 : request === 4 ? 503 : 200,
    );
    say('a', 'b', 'c');
    await clock.turn(500);
    expect(arrived).toEqual(['a', 'b']);
    await clock.turn(1_000);
    expect(arrived).toEqual(['a', 'b', 'c']);
    expect(requests.at(-1)).toEqual(['c']);
  });

  it('are not split if the store is unavailable', async () => {
    const { clock, say, requests } = aQueue((_ids, request) => (request < 2 ? 200 : 500));
    say('a', 'b', 'c');
    await clock.turn(900);
    expect(requests).toEqual([['a'], ['b', 'c']]);
  });

  it('are retried once at the end without a pause, and then given up', async () => {
    const { clock, queue, say, requests } = aQueue(() => 503);
    say('a');
    await clock.turn(0);
    const finished = queue.finish();
    await clock.turn(0);
    expect(await finished).toBe(false);
    expect(requests).toHaveLength(2);
    expect(await aQueue().queue.finish()).toBe(true);
  });

  it('are retried once even if a request is under way at the end', async () => {
    const { clock, queue, say, requests } = aQueue((_ids, request) => (request === 1 ? 503 : 200));
    say('a');
    const finished = queue.finish();
    await clock.turn(0);
    expect(await finished).toBe(true);
    expect(requests).toEqual([['a'], ['a']]);
    say('b');
    await clock.turn(0);
    expect(requests.at(-1)).toEqual(['b']);
  });

  it('are sent in one request when the page is closed, or in none if there are none', async () => {
    const { clock, queue, say, requests } = aQueue(() => 503);
    queue.sendLast([]);
    await clock.turn(0);
    expect(requests).toEqual([]);
    say('a', 'b');
    await clock.turn(0);
    queue.sendLast([{ id: 'z' }]);
    await clock.turn(0);
    expect(requests.at(-1)).toEqual(['a', 'b', 'z']);
  });
});
