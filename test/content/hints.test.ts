import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type HintPlace, hintPlaces, hintsFor } from '../../src/core/engine/hints.ts';
import { reachOfChance } from '../../src/core/lint/tells/chance.ts';
import { crossValidatedScores } from '../../src/core/lint/tells/cross-validate.ts';
import { aucOf, ranksOf } from '../../src/core/lint/tells/ranks.ts';
import { margin } from '../../src/core/lint/tells/tells.ts';
import type { Scenario } from '../../src/core/scenario/format/scenario.ts';

const packs = new URL('../../content/packs/', import.meta.url).pathname;
const messages = readdirSync(packs)
  .map((pack) => `${packs}${pack}/scenarios/`)
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder).flatMap((file) => {
      const scenario: Scenario = JSON.parse(readFileSync(folder + file, 'utf8'));
      return scenario.messages;
    }),
  );
const lures = messages.map(({ solution }) => solution.truth === 'phish');

const guessedBy = (values: (hints: readonly HintPlace[]) => readonly number[]) => {
  const rows = messages.map((message, index) => ({
    values: values(hintsFor(message)),
    lure: lures[index] === true,
    archetype: message.solution.archetype,
  }));
  const scores = ranksOf(crossValidatedScores(rows));
  return { auc: aucOf(scores, lures), reach: reachOfChance([scores], lures) };
};

const isPlace = (place: HintPlace | undefined) => hintPlaces.map((one) => Number(one === place));

describe('the truth of the shipped messages, guessed from nothing but their hints', () => {
  it.each([
    ['the first', ([first]: readonly HintPlace[]) => isPlace(first)],
    ['the second', ([, second]: readonly HintPlace[]) => isPlace(second)],
    ['both', ([first, second]: readonly HintPlace[]) => [...isPlace(first), ...isPlace(second)]],
  ])(
    'cannot be predicted better than chance from the hints of other kinds of messages, by %s',
    (_, values) => {
      const { auc, reach } = guessedBy(values);
      expect(auc).toBeLessThanOrEqual(0.5 + Math.max(margin, reach));
    },
  );

  it('is hardly predicted better from the hints of these very messages than by always saying genuine', () => {
    const tallies = new Map<string, { lure: number; genuine: number }>();
    for (const [index, message] of messages.entries()) {
      const key = hintsFor(message).join(' ');
      const tally = tallies.get(key) ?? { lure: 0, genuine: 0 };
      tally[lures[index] === true ? 'lure' : 'genuine'] += 1;
      tallies.set(key, tally);
    }
    const right = [...tallies.values()].reduce((sum, { lure, genuine }) => sum + Math.max(lure, genuine), 0);
    expect(messages.length).toBeGreaterThan(100);
    expect(right / messages.length).toBeLessThan(0.6);
  });
});
