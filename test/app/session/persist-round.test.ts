import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { persistRound } from '../../../src/app/session/persist-round.ts';
import { type Memory, openMemory } from '../../../src/device/memory.ts';
import { inboxRound } from '../../../src/core/round/played-message.ts';
import { createGame, type Game } from '../../../src/play/store.ts';
import { aScenario } from '../../fixtures/builders.ts';

interface Tab {
  readonly game: Game;
  readonly memory: Memory;
  readonly close: () => void;
}

/** The same round, opened in one more tab. */
async function openTab(): Promise<Tab> {
  const memory = await openMemory(() => undefined);
  const { moves } = await memory.round('spring/a-morning');
  let time = 0;
  const round = inboxRound(aScenario(), { pack: { id: 'spring' }, assets: '' });
  const game = createGame(round, { moves, now: () => (time += 1) });
  return { game, memory, close: persistRound(memory, 'spring/a-morning', game) };
}

const flagged = ({ game }: Tab): readonly string[] =>
  game.store.getState().moves.map((move) => ('region' in move ? `${move.kind} ${move.region}` : move.kind));

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => vi.unstubAllGlobals());

describe('a round open in two tabs', () => {
  it('shows in each the moves of both, once and in one order', async () => {
    const [one, other] = [await openTab(), await openTab()];
    one.game.toggleFlag('notice', 'field/date');
    await vi.waitFor(() => expect(flagged(other)).toEqual(['flag field/date']));
    other.game.toggleFlag('notice', 'field/subject');
    other.game.toggleFlag('notice', 'field/date');
    const all = ['flag field/date', 'flag field/subject', 'unflag field/date'];
    await vi.waitFor(() => expect(flagged(one)).toEqual(all));
    expect(flagged(other)).toEqual(all);
    expect(flagged(await openTab())).toEqual(all);
  });

  it('loses none of the moves made in both at the same moment', async () => {
    const [one, other] = [await openTab(), await openTab()];
    for (let count = 0; count < 15; count += 1) {
      one.game.toggleFlag('notice', `one/${count}`);
      other.game.toggleFlag('notice', `other/${count}`);
      await Promise.resolve();
    }
    await vi.waitFor(() => {
      expect(flagged(one)).toHaveLength(30);
      expect(flagged(other)).toEqual(flagged(one));
    });
    expect(new Set(flagged(one)).size).toBe(30);
    expect(flagged(await openTab())).toEqual(flagged(one));
  });

  it('shows later moves of another page when the browser restores this page', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const [left, next] = [await openTab(), await openTab()];
    next.game.toggleFlag('notice', 'field/date');
    await vi.waitFor(async () => expect((await left.memory.round('spring/a-morning')).moves).toHaveLength(1));
    expect(flagged(left)).toEqual([]);
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await vi.waitFor(() => expect(flagged(left)).toEqual(['flag field/date']));
  });

  it('restarts in both', async () => {
    const [one, other] = [await openTab(), await openTab()];
    one.game.toggleFlag('notice', 'field/date');
    await vi.waitFor(() => expect(flagged(other)).toHaveLength(1));
    other.game.finish();
    await one.memory.forgetRound('spring/a-morning');
    await vi.waitFor(() => expect(flagged(other)).toEqual([]));
    expect(other.game.store.getState().finished).toBe(false);
  });

  it('receives nothing more after it is closed', async () => {
    const [one, other] = [await openTab(), await openTab()];
    other.close();
    one.game.toggleFlag('notice', 'field/date');
    const third = await openTab();
    one.game.toggleFlag('notice', 'field/subject');
    await vi.waitFor(() => expect(flagged(third)).toHaveLength(2));
    expect(flagged(other)).toEqual([]);
    other.game.toggleFlag('notice', 'field/to');
    expect(flagged(await openTab())).toHaveLength(2);
  });
});
