import { expect, it } from 'vitest';
import { type PlayerName, playerNames } from '../../../src/core/engine/model-players.ts';
import { type PlayersTable, readableTable, scoresBy } from '../../../src/cli/commands/players.ts';
import { run } from '../../../src/cli/run.ts';

async function printed(...args: readonly string[]) {
  let out = '';
  let error = '';
  const code = await run(['players', ...args], {
    out: (text) => (out += text),
    error: (text) => (error += text),
  });
  return { code, out, error };
}

const aScore = (score: number) => scoresBy(() => score);

it('prints what every player scores on every shipped message, and the means', async () => {
  const { code, out } = await printed('--json');
  const table: PlayersTable = JSON.parse(out);
  expect(code).toBe(0);
  expect(table.messages.length).toBeGreaterThan(100);
  for (const { scores } of [
    ...table.messages,
    ...table.packs.flatMap(({ lure }) => (lure ? [{ scores: lure }] : [])),
  ]) {
    expect(Object.keys(scores)).toEqual([...playerNames]);
    for (const score of Object.values(scores)) {
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(100);
    }
  }
  // What the design promises, within three points: lure, genuine, both.
  const promised = {
    flawless: [100, 100, 100],
    twoStrongest: [100, 100, 100],
    oneDecisive: [84, 100, 92],
    twoAndStray: [99, 87, 93],
    checkOnly: [76, 87, 81],
    verdictOnly: [60, 60, 60],
    allFlagged: [60, 60, 60],
    alwaysPhish: [60, 12, 36],
    alwaysCheck: [71, 57, 64],
    random: [32, 40, 36],
  } as const satisfies Record<PlayerName, readonly number[]>;
  for (const player of playerNames) {
    const { lure, genuine, mix } = table.all;
    [lure, genuine, mix].forEach((scores, index) => {
      const off = Math.abs((scores?.[player] ?? Number.NaN) - (promised[player][index] ?? Number.NaN));
      expect(off, `${player} ${index}`).toBeLessThanOrEqual(3);
    });
  }
  expect(table.all.messages).toBe(table.messages.length);
  expect(table.packs.map(({ pack }) => pack)).toContain('office');
}, 60_000);

it('prints a table for people too', () => {
  const scores = { lure: aScore(84), genuine: aScore(100), mix: aScore(92) };
  const text = readableTable({
    players: playerNames,
    messages: [],
    packs: [],
    all: { messages: 2, ...scores },
  });
  expect(text).toMatch(/^ +flawless/);
  expect(text).toMatch(/^all mix +92\.0/m);
});

it('refuses a path that is no content folder', async () => {
  expect(await printed('nowhere')).toMatchObject({ code: 2, out: '' });
  expect((await printed('nowhere')).error).toContain('nowhere');
});
