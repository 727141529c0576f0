import { describe, expect, it, vi } from 'vitest';
import { openMemory } from '../../src/app/memory.ts';

// jsdom has no IndexedDB, as a browser that blocks storage has none.
describe('memory where the device keeps nothing', () => {
  it('says so once and keeps the sitting', async () => {
    const onLost = vi.fn<() => void>();
    const memory = await openMemory(onLost);
    const moves = [{ kind: 'flag', message: 'a', region: 'field/date', at: 1 }] as const;
    await memory.keepRound('pack/one', { moves, open: 'a' });
    await memory.keepSettings({ language: 'en', theme: 'dark', skin: 'phone' });
    expect(onLost).toHaveBeenCalledTimes(1);
    expect(memory.lasting).toBe(false);
    expect(await memory.round('pack/one')).toEqual({ moves, open: 'a' });
    expect(await memory.settings()).toEqual({ language: 'en', theme: 'dark', skin: 'phone' });
    await memory.forgetRound('pack/one');
    expect(await memory.round('pack/one')).toBeUndefined();
  });
});
