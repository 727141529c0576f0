import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessDrill } from '../../../../src/core/engine/drill/drill.ts';
import type { Drill } from '../../../../src/core/scenario/format/drill.ts';
import { both } from '../builders.ts';

type OrderDrill = Drill & Required<Pick<Drill, 'steps'>>;

const aDrill = (ranks: Readonly<Record<string, number | undefined>>): OrderDrill => ({
  id: 'clicked',
  title: both('You clicked'),
  situation: both('The page asked for your password'),
  steps: Object.entries(ranks).map(([id, rank]) => ({
    id,
    label: both(id),
    ...(rank !== undefined && { rank }),
    explanation: both('Because'),
  })),
  lesson: both('Tell somebody at once'),
  source: { text: both('Made up') },
});

const drill = aDrill({
  shutdown: undefined,
  unplug: 1,
  tell: 2,
  password: 3,
  sessions: 3,
  silence: undefined,
});
const outcomes = (...chosen: readonly string[]) =>
  Object.fromEntries(assessDrill(drill, chosen, []).steps.map(({ step, outcome }) => [step, outcome]));
const score = (...chosen: readonly string[]) => assessDrill(drill, chosen, []).score;

describe('assessDrill', () => {
  it('gives full marks for every right step in its place', () => {
    expect(assessDrill(drill, ['unplug', 'tell', 'password', 'sessions'], [])).toEqual({
      score: 1,
      steps: [
        { step: 'shutdown', outcome: 'avoided' },
        { step: 'unplug', outcome: 'right' },
        { step: 'tell', outcome: 'right' },
        { step: 'password', outcome: 'right' },
        { step: 'sessions', outcome: 'right' },
        { step: 'silence', outcome: 'avoided' },
      ],
    });
  });

  it('accepts steps of one rank in any order', () => {
    expect(score('unplug', 'tell', 'sessions', 'password')).toBe(1);
  });

  it('subtracts one for each forgotten step', () => {
    expect(score('unplug', 'tell')).toBe(0.5);
    expect(outcomes('unplug', 'tell')).toMatchObject({ password: 'forgotten', sessions: 'forgotten' });
    expect(score()).toBe(0);
  });

  it('subtracts one for each harmful step', () => {
    expect(score('shutdown', 'unplug', 'tell', 'password', 'sessions')).toBe(0.75);
    expect(outcomes('silence', 'unplug')).toMatchObject({ silence: 'harmful', shutdown: 'avoided' });
    expect(score('silence', 'shutdown')).toBe(0);
  });

  it('subtracts half for a step that came too early', () => {
    const taken = ['sessions', 'unplug', 'tell', 'password'];
    expect(score(...taken)).toBe(0.875);
    expect(outcomes(...taken)).toMatchObject({ sessions: 'early', unplug: 'right', password: 'right' });
  });

  it('subtracts half for a step that came too late', () => {
    const taken = ['tell', 'password', 'sessions', 'unplug'];
    expect(score(...taken)).toBe(0.875);
    expect(outcomes(...taken)).toMatchObject({ unplug: 'late', tell: 'right', sessions: 'right' });
    expect(outcomes('tell', 'password', 'unplug', 'sessions')).toMatchObject({ unplug: 'late' });
    expect(outcomes('unplug', 'password', 'sessions', 'tell')).toMatchObject({ tell: 'late' });
  });

  it('calls a step late if it comes after steps that it should precede', () => {
    const five = aDrill({ one: 1, two: 2, three: 3, four: 4, five: 5 });
    const { steps } = assessDrill(five, ['one', 'two', 'four', 'five', 'three'], []);
    expect(steps.map(({ outcome }) => outcome)).toEqual(['right', 'right', 'late', 'right', 'right']);
  });

  it('calls the later of two exchanged steps early', () => {
    expect(outcomes('tell', 'unplug')).toMatchObject({ unplug: 'right', tell: 'early' });
    expect(outcomes('unplug', 'password', 'tell')).toMatchObject({ tell: 'right', password: 'early' });
  });

  it('finds the longest right order among mixed steps', () => {
    const five = aDrill({ one: 1, two: 2, three: 3, four: 4, five: 5 });
    const { steps, score: earned } = assessDrill(five, ['four', 'one', 'two', 'five', 'three'], []);
    expect(steps.map(({ outcome }) => outcome)).toEqual(['right', 'right', 'right', 'early', 'early']);
    expect(earned).toBeCloseTo(0.8, 12);
  });

  it('counts a repeated choice once and ignores an unknown one', () => {
    expect(score('unplug', 'unplug', 'dance', 'tell', 'unplug', 'password', 'sessions')).toBe(1);
  });

  it('gives full marks for choosing nothing if every step is harmful', () => {
    const traps = aDrill({ one: undefined, two: undefined, three: undefined });
    expect(assessDrill(traps, [], []).score).toBe(1);
    expect(assessDrill(traps, ['two'], []).score).toBe(0);
  });
});

describe('the laws of drills', () => {
  const anyDrill = fc
    .array(fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }), { minLength: 3, maxLength: 8 })
    .map((ranks) => aDrill(Object.fromEntries(ranks.map((rank, index) => [`step-${index}`, rank]))));
  const anyPlayed = anyDrill.chain((played) =>
    fc.record({
      played: fc.constant(played),
      chosen: fc.shuffledSubarray(played.steps.map(({ id }) => id)),
      at: fc.nat(),
    }),
  );
  const isRanked = (played: OrderDrill, id: string) =>
    played.steps.some((step) => step.id === id && step.rank !== undefined);

  it('keep the score within 0 to 1', () => {
    fc.assert(
      fc.property(anyPlayed, ({ played, chosen }) => {
        const { score: earned } = assessDrill(played, chosen, []);
        expect(earned).toBeGreaterThanOrEqual(0);
        expect(earned).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never lower it when a harmful step is left out', () => {
    fc.assert(
      fc.property(anyPlayed, ({ played, chosen }) => {
        const { score: earned } = assessDrill(played, chosen, []);
        for (const harmful of chosen.filter((id) => !isRanked(played, id))) {
          const without = chosen.filter((id) => id !== harmful);
          expect(assessDrill(played, without, []).score).toBeGreaterThanOrEqual(earned);
        }
      }),
    );
  });

  it('never lower it when a forgotten right step is added, at any place', () => {
    fc.assert(
      fc.property(anyPlayed, ({ played, chosen, at }) => {
        const { score: earned, steps } = assessDrill(played, chosen, []);
        for (const { step, outcome } of steps) {
          if (outcome !== 'forgotten') continue;
          const place = at % (chosen.length + 1);
          expect(assessDrill(played, chosen.toSpliced(place, 0, step), []).score).toBeGreaterThanOrEqual(
            earned,
          );
        }
      }),
    );
  });

  it('give 1 to all right steps in the order of their ranks', () => {
    fc.assert(
      fc.property(anyDrill, (played) => {
        const chosen = played.steps
          .filter(({ rank }) => rank !== undefined)
          .toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
          .map(({ id }) => id);
        expect(assessDrill(played, chosen, []).score).toBe(1);
      }),
    );
  });
});
