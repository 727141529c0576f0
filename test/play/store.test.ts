import { describe, expect, it } from 'vitest';
import type { Move } from '../../src/core/engine/answer.ts';
import { inboxRound } from '../../src/core/round/played-message.ts';
import { createGame, type GameEvent, inkInHand } from '../../src/play/store.ts';
import { aLegitimateMessage, aMessage, aScenario } from '../fixtures/builders.ts';

const scenario = aScenario({ messages: [aMessage({ id: 'lure' }), aLegitimateMessage({ id: 'mail' })] });
const round = inboxRound(scenario, { pack: { id: 'test' }, assets: '' });

/** A round, and what it has told so far; each event with the moves that the store had then. */
function aGame(moves: readonly Move[] = []) {
  const game = createGame(round, { moves, now: () => 7 });
  const told: string[] = [];
  const stop = game.onEvent((event) => told.push(`${wordsOf(event)} ${game.store.getState().moves.length}`));
  return { game, told, stop };
}

function wordsOf(event: GameEvent): string {
  switch (event.kind) {
    case 'moved':
      return `moved ${event.made.map(({ kind }) => kind).join(' ')}`;
    case 'replaced':
      return `replaced ${event.added.map(({ kind }) => kind).join(' ')}`.trim();
    case 'opened':
      return `opened ${event.message}`;
    case 'finished':
      return 'finished';
  }
}

describe('what a round tells', () => {
  it('is each move once, after the store has it, and what is open', () => {
    const { game, told } = aGame();
    game.openMessage('lure');
    game.openMessage('lure');
    game.toggleFlag('lure', 'field/subject');
    game.openFolder('reported');
    expect(told).toEqual(['moved open 1', 'opened lure 1', 'moved flag 2', 'opened undefined 2']);
  });

  it('is the end, once until something is opened again', () => {
    const { game, told } = aGame();
    game.finish();
    game.finish();
    expect(told).toEqual(['finished 0']);
    game.openMessage('lure');
    game.finish();
    expect(told.at(-1)).toBe('finished 1');
  });

  it('is the end of the time in one: what was not answered, then the end', () => {
    const { game, told } = aGame();
    game.judge('lure', 'phish', 0.75);
    game.act('lure', { kind: 'report' });
    game.submit('lure');
    told.length = 0;
    game.endTime();
    expect(told).toEqual(['moved expire 4', 'finished 4']);
  });

  it('is what another tab has added, or that it began again, and no move of this one', () => {
    const flag: Move = { kind: 'flag', message: 'lure', region: 'field/subject', at: 1 };
    const { game, told } = aGame([flag]);
    game.openMessage('mail');
    told.length = 0;
    game.replaceMoves([flag, { kind: 'open', message: 'mail', at: 7 }, { ...flag, kind: 'unflag', at: 9 }]);
    expect(game.store.getState().open).toBe('mail');
    game.replaceMoves([]);
    expect(told).toEqual(['replaced unflag 3', 'replaced 0']);
    expect(game.store.getState()).toMatchObject({ open: undefined, finished: false });
  });

  it('is nothing any more once it was told to stop', () => {
    const { game, told, stop } = aGame();
    stop();
    game.finish();
    expect(told).toEqual([]);
  });
});

describe('a round that was left', () => {
  const answered = (message: string): readonly Move[] => [
    { kind: 'open', message, at: 1 },
    { kind: 'judge', message, verdict: 'phish', confidence: 0.75, at: 2 },
    { kind: 'act', message, action: { kind: 'report' }, at: 3 },
    { kind: 'submit', message, at: 4 },
  ];
  const leftAt = (moves: readonly Move[], open?: string) =>
    createGame(round, { moves, left: { open }, now: () => 7 }).store.getState();

  it('goes on at the message that was open, if that was one', () => {
    expect(leftAt(answered('lure'), 'lure')).toMatchObject({ open: 'lure', finished: false });
    expect(leftAt(answered('lure'), 'mail').open).toBeUndefined();
    expect(leftAt(answered('lure'), 'nothing').open).toBeUndefined();
  });

  it('goes on at its result where all is answered and nothing was open', () => {
    const all = [...answered('lure'), ...answered('mail')];
    expect(leftAt(all)).toMatchObject({ open: undefined, finished: true });
    expect(leftAt(all, 'mail')).toMatchObject({ open: 'mail', finished: false });
    expect(leftAt(answered('lure')).finished).toBe(false);
  });
});

describe('the ink in hand', () => {
  const inkIn = ({ store }: ReturnType<typeof createGame>) => inkInHand('lure', store.getState());
  const resumed = (game: ReturnType<typeof createGame>) =>
    createGame(round, { moves: game.store.getState().moves, now: () => 8 });

  it('is after a reload the one that was chosen', () => {
    const { game } = aGame();
    game.chooseInk('lure', 'trust');
    game.toggleFlag('lure', 'field/subject');
    expect(inkIn(resumed(game))).toBe('trust');
    game.chooseInk('lure', 'doubt');
    game.toggleFlag('lure', 'field/date');
    game.judge('lure', 'legitimate', 0.75);
    expect(inkIn(game)).toBe('doubt');
    expect(inkIn(resumed(game))).toBe('doubt');
  });

  it('follows the verdict after a reload where none was chosen', () => {
    const { game } = aGame();
    game.toggleFlag('lure', 'field/subject');
    game.judge('lure', 'legitimate', 0.75);
    expect(inkIn(game)).toBe('trust');
    expect(inkIn(resumed(game))).toBe('trust');
    game.toggleFlag('lure', 'field/date');
    game.judge('lure', 'phish', 0.75);
    expect(inkIn(resumed(game))).toBe('doubt');
  });
});
