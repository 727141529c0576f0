import { describe, expect, it } from 'vitest';
import { askAgain, LoadFailure, loadOnce } from '../../src/loading/load-once.ts';

/** Loads that the test settles one after the other. */
function loads(...answers: readonly (string | Error)[]) {
  let count = 0;
  const load = async (): Promise<string> => {
    const answer = answers[count] ?? 'asked too often';
    count += 1;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { load, count: () => count };
}

const broken = new TypeError('Failed to fetch dynamically imported module: https://game.example/a.js');

describe('what is loaded once', () => {
  it('is loaded on the first call, for all callers', async () => {
    const { load, count } = loads('here');
    const get = loadOnce(load);
    expect(count()).toBe(0);
    expect(await Promise.all([get(), get()])).toEqual(['here', 'here']);
    expect(get()).toBe(get());
    expect(count()).toBe(1);
  });

  it('fails with the error of the browser, with the same promise for all callers', async () => {
    const { load, count } = loads(broken, 'here');
    const get = loadOnce(load);
    const first = get();
    await expect(first).rejects.toThrow(LoadFailure);
    await expect(get()).rejects.toHaveProperty('cause', broken);
    expect(get()).toBe(first);
    expect(count()).toBe(1);
  });

  it('is loaded again after askAgain, but only if it had failed', async () => {
    const failing = loads(broken, broken, 'here');
    const well = loads('well');
    const get = loadOnce(failing.load);
    const other = loadOnce(well.load);
    await other();
    for (const attempt of [1, 2]) {
      await expect(get()).rejects.toThrow(LoadFailure);
      expect(failing.count()).toBe(attempt);
      askAgain();
    }
    expect(await get()).toBe('here');
    expect(await other()).toBe('well');
    askAgain();
    expect(await get()).toBe('here');
    expect([failing.count(), well.count()]).toEqual([3, 1]);
  });

  it('fails if the loader itself throws', async () => {
    const get = loadOnce((): Promise<string> => {
      throw broken;
    });
    await expect(get()).rejects.toHaveProperty('cause', broken);
  });
});
