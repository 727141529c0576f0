import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openMemory } from '../../../src/device/memory.ts';
import { attachRound, resumedRound } from '../../../src/app/session/attach-round.ts';
import { createReporter } from '../../../src/app/session/lms-reporter.ts';
import type { Move } from '../../../src/core/engine/answer.ts';
import { inboxRound } from '../../../src/core/round/played-message.ts';
import { createGame } from '../../../src/play/store.ts';
import type { Launch, LmsSession, Standard } from '../../../src/lms/port.ts';
import { standaloneSession } from '../../../src/lms/standalone.ts';
import { aScenario } from '../../fixtures/builders.ts';

const hash = '#/play/spring/a-morning';
const key = 'spring/a-morning';
const round = inboxRound(aScenario(), { pack: { id: 'spring' }, assets: '' });
const flag: Move = { kind: 'flag', message: 'notice', region: 'field/date', at: 1 };

/** Someone who records, and what they were last given to keep. */
function aSession(standard: Standard, launch: Partial<Launch> = {}) {
  const kept: string[] = [];
  const session: LmsSession = {
    ...standaloneSession(),
    standard,
    stateLimit: 4_000,
    launch: { mode: 'normal', ...launch },
    keep: (state) => void kept.push(state),
  };
  return { session, kept };
}

/** Opens the round on a device that has kept a move of it. */
async function openOn(session: LmsSession) {
  const memory = await openMemory(() => undefined);
  await memory.keepMove(key, flag);
  const reporter = createReporter(session, () => 1);
  const open = () => resumedRound(round, { memory, reporter, hints: true, hash, key });
  return { memory, reporter, open };
}

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => vi.unstubAllGlobals());

describe('a round opened for somebody who records', () => {
  it.each(['scorm12', 'scorm2004', 'cmi5', 'xapi'] as const)(
    'starts from the beginning in a new attempt, whatever the device has stored: %s',
    async (standard) => {
      const { open } = await openOn(aSession(standard).session);
      expect((await open()).moves).toEqual([]);
    },
  );

  it.each(['nonsense', '1~elsewhere~'])('starts from the beginning if the LMS stored %o', async (state) => {
    const { open } = await openOn(aSession('scorm12', { state }).session);
    expect((await open()).moves).toEqual([]);
  });

  it('resumes later in the same session', async () => {
    const { memory, open } = await openOn(aSession('scorm12').session);
    await open();
    await memory.keepMove(key, flag);
    expect((await open()).moves).toEqual([flag]);
  });

  it('resumes from the state of the LMS, not of the device', async () => {
    const { session, kept } = aSession('scorm12');
    const game = createGame(round, { moves: [], now: () => 5 });
    createReporter(session, () => 5).follow(hash, game);
    game.toggleFlag('notice', 'field/subject');
    const { open } = await openOn(aSession('scorm12', { state: kept.at(-1) ?? '' }).session);
    const { moves } = await open();
    expect(moves.flatMap((move) => ('region' in move ? move.region : []))).toEqual(['field/subject']);
  });

  it('stores the state of the LMS in one write, whatever its size', async () => {
    const { session, kept } = aSession('scorm12');
    const game = createGame(round, { moves: [], now: () => 5 });
    createReporter(session, () => 5).follow(hash, game);
    for (const region of ['field/subject', 'field/to', 'field/fromName']) game.toggleFlag('notice', region);
    const { open } = await openOn(aSession('scorm12', { state: kept.at(-1) ?? '' }).session);
    const writes = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const { moves } = await open();
    expect(moves.map(({ kind }) => kind)).toEqual(['open', 'flag', 'flag', 'flag']);
    expect(writes.mock.calls.filter(([, mode]) => mode === 'readwrite')).toHaveLength(1);
    writes.mockRestore();
  });

  it('resumes from the device if the page around the frame stores nothing', async () => {
    const { open } = await openOn(aSession('frame').session);
    expect((await open()).moves).toEqual([flag]);
  });
});

describe('a round with a timer', () => {
  it('stores its clock when its page is left or hidden, until it is detached', async () => {
    const memory = await openMemory(() => undefined);
    const timed = { ...round, rules: { ...round.rules, timer: 60 } };
    const game = createGame(timed, { moves: [], now: () => 40_000 });
    const letGo = attachRound(game, {
      memory,
      reporter: undefined,
      hash,
      key,
      onProgress: () => undefined,
    });
    game.openMessage('notice');
    dispatchEvent(new Event('pagehide'));
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    letGo();
    dispatchEvent(new Event('pagehide'));
    expect((await memory.round(key)).moves).toEqual(
      [0, 1, 2].map(() => ({ kind: 'open', message: 'notice', at: 40_000 })),
    );
    vi.restoreAllMocks();
  });
});
