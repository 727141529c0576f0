import { describe, expect, it } from 'vitest';
import { assess, scoringOf } from '../../src/core/engine/assess.ts';
import { answersOfPlayer, playerNames } from '../../src/core/engine/model-players.ts';
import { randomFrom } from '../../src/core/round/random.ts';
import type { Message } from '../../src/core/scenario/format/message.ts';
import type { Scenario } from '../../src/core/scenario/format/scenario.ts';
import type { PhishSolution, Truth } from '../../src/core/scenario/format/solution.ts';
import { languages } from '../../src/core/scenario/format/vocabulary.ts';
import { linesOf } from '../../src/core/scenario/layout/blocks.ts';
import { layOut } from '../../src/core/scenario/layout/regions.ts';
import { isOnFace, spotOf } from '../../src/core/scenario/layout/spot.ts';
import { techniqueOf } from '../../src/core/scenario/read/technique.ts';
import { shippedScenarios } from '../fixtures/shipped.ts';

const scenarios = shippedScenarios.map(([path, text]): readonly [string, Scenario] => [
  path,
  JSON.parse(text),
]);
const formCalled = (id: string): Scenario => {
  const found = scenarios.find(([path]) => path === `packs/exam/scenarios/${id}.json`);
  if (found === undefined) throw new Error(`the pack has no ${id}`);
  return found[1];
};
const a = formCalled('form-a');
const b = formCalled('form-b');

const of = ({ messages }: Scenario, truth: Truth): readonly Message[] =>
  messages.filter(({ solution }) => solution.truth === truth);
const luresOf = (form: Scenario): readonly PhishSolution[] =>
  form.messages.flatMap(({ solution }) => (solution.truth === 'phish' ? [solution] : []));
const sorted = (values: readonly string[]): readonly string[] => values.toSorted();
const kindsOf = (form: Scenario, truth: Truth): readonly string[] =>
  sorted(of(form, truth).map(({ solution }) => solution.archetype));

/** Decisive facts that can be seen without opening a page or a file. */
const decisiveOnFace = ({ facts, clues }: PhishSolution): number =>
  facts.filter(
    ({ id, weight }) =>
      weight === 'decisive' && clues.some(({ fact, anchor }) => fact === id && isOnFace(spotOf(anchor))),
  ).length;

/** Lures that neither hurry, threaten nor ask for secrets in the message itself. */
const pressing: ReadonlySet<string> = new Set(['urgency', 'threat', 'sensitive-request']);
const isCalm = ({ clues }: PhishSolution): boolean =>
  !clues.some(({ cue, anchor }) => pressing.has(cue) && isOnFace(spotOf(anchor)));

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe.each([
  ['A', a],
  ['B', b],
] as const)('form %s of the assessment', (_, form) => {
  it('has as many genuine messages as lures', () => {
    expect(of(form, 'phish')).toHaveLength(4);
    expect(of(form, 'legitimate')).toHaveLength(4);
  });

  it('has calm lures among the very difficult ones, at least a third', () => {
    const very = luresOf(form).filter(({ difficulty }) => difficulty === 'very');
    expect(very.length).toBeGreaterThanOrEqual(2);
    expect(very.filter(isCalm).length / very.length).toBeGreaterThanOrEqual(1 / 3);
  });

  it('repeats no message of training', () => {
    const training = scenarios.filter(([path]) => !path.startsWith('packs/exam/'));
    const ids = new Set(training.flatMap(([, { messages }]) => messages.map(({ id }) => id)));
    expect(form.messages.map(({ id }) => id).filter((id) => ids.has(id))).toEqual([]);
    const text = training.map(([, scenario]) => JSON.stringify(scenario)).join('\n');
    const subjects = form.messages.flatMap((message) => ('subject' in message ? message.subject.ja : []));
    expect(subjects.filter((subject) => text.includes(subject))).toEqual([]);
  });
});

describe('the two forms of the assessment', () => {
  it.each(['phish', 'legitimate'] as const)('bring %s by the same channels', (truth) => {
    const channelsOf = (form: Scenario) => sorted(of(form, truth).map(({ channel }) => channel));
    expect(channelsOf(a)).toEqual(channelsOf(b));
  });

  it('have for each lure a genuine message of its kind in the other form, and none in their own', () => {
    expect(kindsOf(a, 'phish')).toEqual(kindsOf(b, 'legitimate'));
    expect(kindsOf(b, 'phish')).toEqual(kindsOf(a, 'legitimate'));
    expect(kindsOf(a, 'phish').filter((kind) => kindsOf(a, 'legitimate').includes(kind))).toEqual([]);
  });

  it('are equally difficult by the Phish Scale', () => {
    const levelsOf = (form: Scenario) => sorted(luresOf(form).map(({ difficulty }) => difficulty));
    expect(levelsOf(a)).toEqual(levelsOf(b));
    expect(new Set(levelsOf(a)).size).toBeGreaterThanOrEqual(3);
  });

  it('have as many facts that settle a lure at first sight', () => {
    const factsOf = (form: Scenario) =>
      luresOf(form)
        .map(decisiveOnFace)
        .toSorted((one, other) => one - other);
    expect(factsOf(a)).toEqual(factsOf(b));
    expect(Math.min(...factsOf(a))).toBeGreaterThanOrEqual(2);
  });

  it('have facts of the same weights', () => {
    const weightsOf = (form: Scenario) =>
      sorted(luresOf(form).flatMap(({ facts }) => facts.map(({ weight }) => weight)));
    expect(weightsOf(a)).toEqual(weightsOf(b));
  });

  it('have as many signs that speak for the genuine messages, within two', () => {
    const signsOf = (form: Scenario) =>
      form.messages.flatMap(({ solution }) => (solution.truth === 'legitimate' ? solution.reassurances : []))
        .length;
    expect(Math.abs(signsOf(a) - signsOf(b))).toBeLessThanOrEqual(2);
  });

  it('practise several techniques each', () => {
    for (const form of [a, b]) {
      expect(new Set(of(form, 'phish').map(techniqueOf)).size).toBeGreaterThanOrEqual(4);
    }
  });

  it.each(languages)('are about as long to read, in %s', (language) => {
    const lengthOf = (form: Scenario, truth: Truth): number =>
      of(form, truth)
        .flatMap((message) => linesOf(layOut(message).body))
        .reduce((sum, { plain }) => sum + plain[language].length, 0);
    for (const truth of ['phish', 'legitimate'] as const) {
      const ratio = lengthOf(a, truth) / lengthOf(b, truth);
      expect(ratio).toBeGreaterThan(0.85);
      expect(ratio).toBeLessThan(1 / 0.85);
    }
  });

  it('let contacts, board and tickets settle as many messages', () => {
    const settledBy = (form: Scenario) =>
      form.messages.filter(
        ({ verify }) =>
          (verify?.settles ?? []).length > 0 || verify?.contacts?.some(({ settles }) => settles === true),
      ).length;
    expect(settledBy(a)).toBe(a.messages.length);
    expect(settledBy(b)).toBe(b.messages.length);
  });

  it.each(playerNames)('give the model player %s the same score, within three points', (player) => {
    const scoreOf = (form: Scenario, truth: Truth): number =>
      mean(
        of(form, truth).map((message) =>
          mean(
            answersOfPlayer(player, message, randomFrom(message.id).below).map(
              (answer) => assess(message, answer, scoringOf({})).score,
            ),
          ),
        ),
      );
    for (const truth of ['phish', 'legitimate'] as const) {
      expect(Math.abs(scoreOf(a, truth) - scoreOf(b, truth))).toBeLessThanOrEqual(3);
    }
  });
});
