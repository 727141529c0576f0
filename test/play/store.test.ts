import { describe, expect, it } from 'vitest';
import type { Move } from '../../src/core/engine/answer.ts';
import { inboxRound } from '../../src/core/round/played-message.ts';
import { createGame, type GameEvent, inkInHand } from '../../src/play/store.ts';
import { aLegitimateMessage, aMessage, aScenario } from '../fixtures/builders.ts';

const scenario = aScenario({ messages: [aMessage({ id: 'lure' }), aLegitimateMessage({ id: 'mail' })] });
const round = inboxRound(scenario, { pack: { id: 'test' }, assets: '' });

/** A round and its events so far, each with the moves in the store at that time. */
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

describe('the events of a round', () => {
  it('report each move once, after it is stored, and the open message', () => {
    const { game, told } = aGame();
    game.openMessage('lure');
    game.openMessage('lure');
    game.toggleFlag('lure', 'field/subject');
    game.openFolder('reported');
    expect(told).toEqual(['moved open 1', 'opened lure 1', 'moved flag 2', 'opened undefined 2']);
  });

  it('report the end once, until something is opened again', () => {
    const { game, told } = aGame();
    game.finish();
    game.finish();
    expect(told).toEqual(['finished 0']);
    game.openMessage('lure');
    game.finish();
    expect(told.at(-1)).toBe('finished 1');
  });

  it('report the end of the time at once: the unanswered messages, then the end', () => {
    const { game, told } = aGame();
    game.judge('lure', 'phish', 0.75);
    game.act('lure', { kind: 'report' });
    game.submit('lure');
    told.length = 0;
    game.endTime();
    expect(told).toEqual(['moved expire 4', 'finished 4']);
  });

  it('report what another tab added, or that it restarted the round, but no move of this tab', () => {
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

  it('end after unsubscribing', () => {
    const { game, told, stop } = aGame();
    stop();
    game.finish();
    expect(told).toEqual([]);
  });
});

describe('a resumed round', () => {
  const answered = (message: string): readonly Move[] => [
    { kind: 'open', message, at: 1 },
    { kind: 'judge', message, verdict: 'phish', confidence: 0.75, at: 2 },
    { kind: 'act', message, action: { kind: 'report' }, at: 3 },
    { kind: 'submit', message, at: 4 },
  ];
  const leftAt = (moves: readonly Move[], open?: string) =>
    createGame(round, { moves, left: { open }, now: () => 7 }).store.getState();

  it('shows the message that was open, if there was one', () => {
    expect(leftAt(answered('lure'), 'lure')).toMatchObject({ open: 'lure', finished: false });
    expect(leftAt(answered('lure'), 'mail').open).toBeUndefined();
    expect(leftAt(answered('lure'), 'nothing').open).toBeUndefined();
  });

  it('shows its result if everything is answered and nothing was open', () => {
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

  it('is the chosen one after a reload', () => {
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

  it('follows the verdict after a reload if none was chosen', () => {
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
