import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessDrill } from '../../../../src/core/engine/drill/drill.ts';
import { bestWay, decisionsOf, lossOf, turnNow } from '../../../../src/core/engine/drill/timeline.ts';
import type { Drill, Option, Timeline, Turn } from '../../../../src/core/scenario/format/drill.ts';
import { both } from '../builders.ts';

function anOption(id: string, worth: Option['worth'], next?: string): Option {
  const parts = { id, label: both(id), explanation: both('Because'), ...(next !== undefined && { next }) };
  return worth === 'harmful' ? { ...parts, worth, consequence: both('It went wrong') } : { ...parts, worth };
}

const aTurn = (id: string, minute: number, ...options: readonly Option[]): Turn => ({
  id,
  minute,
  text: both(id),
  meanwhile: both('Meanwhile'),
  options: [...options],
});

const aTimeline = (...turns: readonly Turn[]): Timeline => ({ since: both('the click'), turns: [...turns] });

const aDrill = (timeline: Timeline, over: Partial<Drill> = {}): Drill => ({
  id: 'clicked',
  title: both('You clicked'),
  situation: both('…'),
  timeline,
  lesson: both('Tell somebody'),
  source: { text: both('Made up') },
  ...over,
});

/** Cable and Wi-Fi in either order; a mistake costs a turn that best play never sees. */
const timeline = aTimeline(
  aTurn(
    'cut',
    0,
    anOption('cable', 'best', 'wifi-left'),
    anOption('wifi', 'best', 'cable-left'),
    anOption('wait', 'harmful', 'spread'),
    anOption('give-up', 'harmful'),
  ),
  aTurn('wifi-left', 1, anOption('wifi', 'best', 'tell'), anOption('enough', 'harmful', 'tell')),
  aTurn('cable-left', 1, anOption('cable', 'best', 'tell'), anOption('enough', 'weak', 'tell')),
  aTurn('spread', 20, anOption('cut-both', 'best', 'tell'), anOption('scan', 'weak', 'tell')),
  aTurn('tell', 30, anOption('phone', 'best'), anOption('later', 'weak')),
);
const score = (...choices: readonly string[]) => assessDrill(aDrill(timeline), [], choices).score;

describe('the way through a drill', () => {
  it('begins at the first turn, follows the options, and ends where none follows', () => {
    expect(turnNow(timeline, [])?.id).toBe('cut');
    expect(turnNow(timeline, ['wait'])?.id).toBe('spread');
    expect(turnNow(timeline, ['wait', 'scan', 'phone'])).toBeUndefined();
    expect(turnNow(timeline, ['give-up'])).toBeUndefined();
  });

  it('stops at a choice that the turn does not offer', () => {
    const taken = decisionsOf(timeline, ['cable', 'dance', 'wifi']);
    expect(taken.map(({ option }) => option.id)).toEqual(['cable']);
  });

  it('ignores what is chosen after the end', () => {
    expect(decisionsOf(timeline, ['give-up', 'cable'])).toHaveLength(1);
  });

  it('has a best way: the shortest one with best options only', () => {
    expect(bestWay(timeline).map(({ turn, option }) => [turn.id, option.id])).toEqual([
      ['cut', 'cable'],
      ['wifi-left', 'wifi'],
      ['tell', 'phone'],
    ]);
    expect(bestWay(timeline, timeline.turns[3]).map(({ option }) => option.id)).toEqual([
      'cut-both',
      'phone',
    ]);
    const detour = aTimeline(
      aTurn('a', 0, anOption('long', 'best', 'b'), anOption('short', 'best', 'c')),
      aTurn('b', 1, anOption('on', 'best', 'c')),
      aTurn('c', 2, anOption('end', 'best')),
    );
    expect(bestWay(detour).map(({ option }) => option.id)).toEqual(['short', 'end']);
  });

  it('has no best way where there are no turns, or nothing best to do', () => {
    expect(bestWay(aTimeline())).toEqual([]);
    expect(
      bestWay(aTimeline(aTurn('stuck', 0, anOption('wait', 'harmful'), anOption('ask', 'weak')))),
    ).toEqual([]);
  });
});

describe('the score of turns', () => {
  it('is 1 for best options, in either order of independent steps', () => {
    expect(score('cable', 'wifi', 'phone')).toBe(1);
    expect(score('wifi', 'cable', 'phone')).toBe(1);
  });

  it('loses a third of three decisions for a harmful one, and half as much for a weak one', () => {
    expect(score('cable', 'enough', 'phone')).toBeCloseTo(2 / 3, 12);
    expect(score('wifi', 'enough', 'phone')).toBeCloseTo(5 / 6, 12);
    expect(score('wait', 'scan', 'later')).toBeCloseTo(1 / 3, 12);
  });

  it('subtracts the turns that a choice skips, so that ending early by a mistake never pays', () => {
    expect(score('give-up')).toBe(0);
    const [cut] = timeline.turns;
    const option = cut?.options.find(({ id }) => id === 'give-up');
    expect(cut && option && lossOf(timeline, { turn: cut, option })).toBe(3);
  });

  it('counts open decisions as lost', () => {
    expect(score()).toBe(0);
    expect(score('cable')).toBeCloseTo(1 / 3, 12);
  });

  it('has no steps in a drill of turns only', () => {
    expect(assessDrill(aDrill(timeline), ['unplug'], ['cable', 'wifi', 'phone'])).toEqual({
      score: 1,
      steps: [],
    });
  });

  it('is combined with the order of steps', () => {
    const steps = [
      { id: 'one', label: both('1'), rank: 1, explanation: both('…') },
      { id: 'two', label: both('2'), rank: 2, explanation: both('…') },
      { id: 'no', label: both('no'), explanation: both('…') },
    ];
    const both5 = aDrill(timeline, { steps });
    expect(assessDrill(both5, ['one', 'two'], ['cable', 'wifi', 'phone']).score).toBe(1);
    expect(assessDrill(both5, ['one'], ['cable', 'enough', 'phone']).score).toBeCloseTo(3 / 5, 12);
  });
});

describe('the laws of turns', () => {
  const worths = ['best', 'weak', 'harmful'] as const;
  /** Any timeline that the parser accepts: every option leads to a later turn or to the end, and every turn has a best option. */
  const anyTimeline: fc.Arbitrary<Timeline> = fc.integer({ min: 1, max: 7 }).chain((count) =>
    fc
      .tuple(
        ...Array.from({ length: count }, (_, index) =>
          fc.array(
            fc.record({
              worth: fc.constantFrom(...worths),
              leads: fc.integer({ min: index + 1, max: count }),
            }),
            { minLength: 2, maxLength: 4 },
          ),
        ),
      )
      .map((turns) =>
        aTimeline(
          ...turns.map((options, index) =>
            aTurn(
              `turn-${index}`,
              index,
              ...options.map(({ worth, leads }, place) =>
                anOption(
                  `option-${place}`,
                  place === 0 ? 'best' : worth,
                  leads === count ? undefined : `turn-${leads}`,
                ),
              ),
            ),
          ),
        ),
      ),
  );
  /** The options that a list of numbers picks, until the turns are over. */
  function chosenBy(played: Timeline, picks: readonly number[]): readonly string[] {
    const choices: string[] = [];
    for (const at of picks) {
      const options = turnNow(played, choices)?.options ?? [];
      choices.push(
        ...options
          .slice(at % Math.max(1, options.length))
          .slice(0, 1)
          .map(({ id }) => id),
      );
    }
    return choices;
  }
  const anyPlay = fc
    .tuple(anyTimeline, fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }))
    .map(([played, picks]) => ({
      played,
      choices: chosenBy(played, picks),
    }));
  const scoreOf = (played: Timeline, choices: readonly string[]): number =>
    assessDrill(aDrill(played), [], choices).score;

  it('keep the score within 0 to 1, whatever is chosen', () => {
    fc.assert(
      fc.property(anyPlay, fc.array(fc.string()), ({ played, choices }, noise) => {
        for (const tried of [choices, noise, [...choices, ...noise]]) {
          expect(scoreOf(played, tried)).toBeGreaterThanOrEqual(0);
          expect(scoreOf(played, tried)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('give 1 to the best way, and to no way with anything else in it', () => {
    fc.assert(
      fc.property(anyPlay, ({ played, choices }) => {
        expect(
          scoreOf(
            played,
            bestWay(played).map(({ option }) => option.id),
          ),
        ).toBe(1);
        const flawless = decisionsOf(played, choices).every(({ option }) => option.worth === 'best');
        expect(flawless || scoreOf(played, choices) < 1).toBe(true);
      }),
    );
  });

  it('never let a harmful option raise what can still be reached', () => {
    fc.assert(
      fc.property(anyPlay, ({ played, choices }) => {
        const reachable = (made: readonly string[]): number => {
          const rest = turnNow(played, made);
          return scoreOf(played, [
            ...made,
            ...(rest ? bestWay(played, rest).map(({ option }) => option.id) : []),
          ]);
        };
        for (const [index, { option }] of decisionsOf(played, choices).entries()) {
          if (option.worth !== 'harmful') continue;
          const before = reachable(choices.slice(0, index));
          const after = reachable(choices.slice(0, index + 1));
          expect(after < before || before === 0, `${before} → ${after}`).toBe(true);
          expect(after).toBeLessThanOrEqual(before);
        }
      }),
    );
  });
});
