import { describe, expect, it } from 'vitest';
import { createReporter } from '../../../src/app/session/lms-reporter.ts';
import { inboxRound } from '../../../src/core/round/played-message.ts';
import { createGame, type Game } from '../../../src/play/store.ts';
import { aLegitimateMessage, aMessage, aScenario } from '../../fixtures/builders.ts';
import { aSession } from './a-session.ts';

const round = inboxRound(
  aScenario({
    messages: [
      aMessage({ id: 'lure', sent: '2026-11-24T09:00:00+09:00' }),
      aLegitimateMessage({ id: 'notice', sent: '2026-11-24T08:00:00+09:00' }),
    ],
  }),
  { pack: { id: 'spring' }, assets: '' },
);
const hash = '#/play/spring/a-morning';

function aGame(): Game {
  let time = 0;
  return createGame(round, { now: () => (time += 1_000) });
}

function answer(game: Game, message: string): void {
  game.openMessage(message);
  game.judge(message, 'phish', 0.75);
  game.act(message, { kind: 'report' });
  game.submit(message);
}

describe('reporting a round', () => {
  it('reports its beginning and each answer, and stores every move', () => {
    const session = aSession();
    const game = aGame();
    createReporter(session, () => 0).follow(hash, game);
    expect(session.recorded).toHaveLength(1);
    answer(game, 'lure');
    expect(session.recorded.map(({ progress }) => progress)).toEqual([0, 0.5]);
    expect(session.kept).toHaveLength(5);
  });

  it.each([
    ['normal', true],
    ['review', false],
    ['browse', false],
  ] as const)('says whether it records in the mode %s: %o', (mode, isRecording) => {
    expect(createReporter(aSession({ launch: { mode } }), () => 0).isRecording).toBe(isRecording);
  });

  it('gives the last record for a file, and none before there is a round', () => {
    const session = aSession();
    const reporter = createReporter(session, () => 0);
    expect(reporter.lastRecord()).toBeUndefined();
    const game = aGame();
    reporter.follow(hash, game);
    answer(game, 'lure');
    expect(reporter.lastRecord()).toBe(session.recorded.at(-1));
  });

  it('reports nothing after it was stopped', () => {
    const session = aSession();
    const game = aGame();
    const stop = createReporter(session, () => 0).follow(hash, game);
    stop();
    answer(game, 'lure');
    expect(session.recorded).toHaveLength(1);
  });

  it('finds the round to resume in the stored state, once and under its own address', () => {
    const before = aSession();
    const game = aGame();
    createReporter(before, () => 0).follow(hash, game);
    game.toggleFlag('lure', 'field/subject');
    answer(game, 'notice');
    const state = before.kept.at(-1) ?? '';
    const reporter = createReporter(aSession({ launch: { state, passMark: 80 } }), () => 99);
    expect(reporter.leftAt).toBe(hash);
    expect(reporter.passMark).toBe(80);
    expect(reporter.resumeMoves('#/play/spring/an-evening', round)).toEqual([]);
    const moves = reporter.resumeMoves(hash, round) ?? [];
    const again = aSession();
    createReporter(again, () => 0).follow(hash, createGame(round, { moves, now: () => 0 }));
    expect(again.recorded[0]?.decisions.map(({ message }) => message)).toEqual(['notice']);
    expect(moves.some((move) => move.kind === 'flag' && move.region === 'field/subject')).toBe(true);
    expect(reporter.resumeMoves(hash, round)).toBeUndefined();
  });

  it('keeps what was played before the LMS was found, and puts the stored moves before it', () => {
    const before = aSession();
    const game = aGame();
    createReporter(before, () => 0).follow(hash, game);
    answer(game, 'notice');
    const here = [{ kind: 'flag', message: 'lure', region: 'field/subject', at: 5 }] as const;
    const late = createReporter(aSession({ launch: { state: before.kept.at(-1) ?? '' } }), () => 99, {
      isLate: true,
    });
    expect(late.resumeMoves('#/play/spring/an-evening', round, here)).toBeUndefined();
    const moves = late.resumeMoves(hash, round, here) ?? [];
    expect(moves.at(-1)).toEqual(here[0]);
    expect(moves.some(({ kind, message }) => kind === 'submit' && message === 'notice')).toBe(true);
  });

  it('resumes from the device after a reload, because its state is newer than that of the LMS', () => {
    const here = [{ kind: 'flag', message: 'lure', region: 'field/subject', at: 5 }] as const;
    for (const state of [undefined, '1~%23%2Fplay%2Fspring%2Fa-morning']) {
      const session = aSession({ launch: state === undefined ? {} : { state } });
      const reporter = createReporter(session, () => 99, { openedBefore: new Set([hash]) });
      expect(reporter.goesOn(hash)).toBe(true);
      expect(reporter.opened()).toEqual([hash]);
      expect(reporter.resumeMoves(hash, round, here)).toBeUndefined();
      expect(reporter.resumeMoves('#/play/spring/an-evening', round, here)).toEqual([]);
    }
  });

  it('resumes from the LMS after a reload if the device stores nothing', () => {
    const before = aSession();
    const game = aGame();
    createReporter(before, () => 0).follow(hash, game);
    answer(game, 'notice');
    const session = aSession({ launch: { state: before.kept.at(-1) ?? '' } });
    const reporter = createReporter(session, () => 99, { openedBefore: new Set([hash]) });
    expect(reporter.resumeMoves(hash, round, [])?.length).toBeGreaterThan(0);
  });

  it('promises to resume exactly the rounds that are resumed when they are opened', () => {
    const here = [{ kind: 'flag', message: 'lure', region: 'field/subject', at: 5 }] as const;
    const before = aSession();
    const game = aGame();
    createReporter(before, () => 0).follow(hash, game);
    answer(game, 'notice');
    const state = before.kept.at(-1) ?? '';
    const other = '#/play/spring/an-evening';
    for (const launch of [{}, { state }, { state: 'another course' }]) {
      for (const circumstances of [{}, { isLate: true }, { openedBefore: new Set([hash]) }]) {
        for (const asked of [hash, other]) {
          const reporter = createReporter(aSession({ launch }), () => 99, circumstances);
          const promised = reporter.goesOn(asked);
          const left = reporter.resumeMoves(asked, round, here) ?? here;
          expect(left.length > 0, JSON.stringify({ launch, circumstances, asked })).toBe(promised);
          reporter.follow(asked, aGame());
          // Once it is open, it resumes with what was played.
          expect(reporter.goesOn(asked)).toBe(true);
          expect(reporter.resumeMoves(asked, round, here)).toBeUndefined();
        }
      }
    }
  });

  it('starts from the beginning if the stored state belongs to another round', () => {
    const reporter = createReporter(aSession({ launch: { state: 'another course' } }), () => 0);
    expect(reporter.leftAt).toBeUndefined();
    expect(reporter.resumeMoves(hash, round)).toEqual([]);
  });

  it('stores no more than the other side accepts', () => {
    const session = aSession({ stateLimit: 60 });
    const game = aGame();
    createReporter(session, () => 0).follow(hash, game);
    answer(game, 'lure');
    answer(game, 'notice');
    for (const text of session.kept) expect(text.length).toBeLessThanOrEqual(60);
    expect(session.recorded.at(-1)?.complete).toBe(true);
  });
});
