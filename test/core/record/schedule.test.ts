import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { techniques } from '../../../src/core/scenario/format/techniques.ts';
import { cueCategories } from '../../../src/core/scenario/format/cues.ts';
import {
  dueKinds,
  nextPractice,
  noPractice,
  type PracticeCard,
  type PracticeCards,
  practiceFrom,
  practiceWeights,
} from '../../../src/core/record/practice.ts';
import type { MessageRecord, RoundRecord } from '../../../src/core/record/round-record.ts';
import { practiceOf, practised } from '../../../src/core/record/schedule.ts';
import { aMessageRecord, anyStoredRecord, april, aRecord, day } from './builders.ts';

interface Went {
  readonly id?: string;
  readonly at?: number;
  readonly found?: number;
  readonly missed?: number;
  readonly suspected?: number;
}

/** A round about urgency, a cue of the language family, with this outcome. */
function aRound({ id = 'r1', at = april, found = 0, missed = 0, suspected = 0 }: Went): RoundRecord {
  const fact = (isFound: boolean) => (_: unknown, index: number) => ({
    fact: `${isFound ? 'f' : 'm'}${index}`,
    cue: 'urgency' as const,
    found: isFound,
  });
  return aRecord({
    id,
    endedAt: at,
    messages: [
      aMessageRecord({
        facts: [...Array.from({ length: found }, fact(true)), ...Array.from({ length: missed }, fact(false))],
        falseAlarms: Array.from({ length: suspected }, () => 'urgency' as const),
      }),
    ],
  });
}

/** Days until language is to be practised again after these rounds. */
function wait(...rounds: readonly RoundRecord[]): number {
  const { due = 0, reviewedAt = 0 } = practiceOf(rounds).cards.language ?? {};
  return (due - reviewedAt) / day;
}

describe('the schedule of practice', () => {
  it('is empty before the first round', () => {
    expect(practiceOf([])).toEqual(noPractice);
    expect(nextPractice({})).toBeUndefined();
    expect(dueKinds({}, april)).toEqual([]);
  });

  it('is due sooner the worse a family went', () => {
    const waits = [
      wait(aRound({ missed: 3 })),
      wait(aRound({ found: 2, missed: 1 })),
      wait(aRound({ found: 1 })),
      wait(aRound({ found: 4 })),
    ];
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits[0]).toBeGreaterThanOrEqual(1);
    expect(waits[3]).toBeGreaterThan(waits[2] ?? 0);
    expect(waits[2]).toBeGreaterThan(waits[1] ?? 0);
  });

  it('counts wrong suspicions of a family as misses', () => {
    expect(wait(aRound({ found: 4, suspected: 5 }))).toBe(wait(aRound({ found: 4, missed: 5 })));
    expect(wait(aRound({ found: 4, suspected: 5 }))).toBeLessThan(wait(aRound({ found: 4 })));
  });

  it('does not change families that a round did not contain', () => {
    expect(Object.keys(practiceOf([aRound({ found: 1 })]).cards)).toEqual(['language']);
    const unnamed = aRecord({ messages: [aMessageRecord({ falseAlarms: [null, null] })] });
    expect(practiceOf([unnamed]).cards).toEqual({});
  });

  it('gets longer with each good round, up to half a year', () => {
    let at = april;
    const rounds: RoundRecord[] = [];
    const waits: number[] = [];
    for (let count = 0; count < 8; count += 1) {
      rounds.push(aRound({ id: `r${count}`, at, found: 2 }));
      waits.push(wait(...rounds));
      at += (waits.at(-1) ?? 0) * day;
    }
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits.at(-1)).toBe(183);
  });

  it('does not get longer by playing several times a day', () => {
    const often = Array.from({ length: 10 }, (_, index) =>
      aRound({ id: `r${index}`, at: april + index * 60_000, found: 1 }),
    );
    expect(wait(...often)).toBeLessThanOrEqual(wait(aRound({ found: 1 })) + 1);
  });

  it('accepts any moment of a clock', () => {
    const { due = 0, reviewedAt = 0 } = practiceOf([aRound({ at: 8.64e15, found: 1 })]).cards.language ?? {};
    expect(new Date(due).getTime()).toBe(due);
    expect(due).toBeGreaterThan(reviewedAt);
  });

  it('does not depend on the order of the rounds, or on whether they are added one by one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyStoredRecord, { selector: ({ id }) => id, maxLength: 12 }), (records) => {
        const all = practiceOf(records);
        expect(practiceOf(records.toReversed())).toEqual(all);
        const inOrder = records.toSorted((a, b) => a.endedAt - b.endedAt || (a.id < b.id ? -1 : 1));
        expect(inOrder.reduce(practised, noPractice)).toEqual(all);
      }),
    );
  });

  it('round-trips through storage, and is due one day to half a year after practice', () => {
    fc.assert(
      fc.property(fc.array(anyStoredRecord, { maxLength: 12 }), (records) => {
        const practice = practiceOf(records);
        const kept: unknown = JSON.parse(JSON.stringify(practice));
        expect(practiceFrom(kept)).toEqual(practice);
        for (const { due, reviewedAt } of Object.values(practice.cards)) {
          expect((due - reviewedAt) / day).toBeGreaterThanOrEqual(1);
          expect((due - reviewedAt) / day).toBeLessThanOrEqual(183);
        }
      }),
    );
  });
});

describe('the schedule of techniques', () => {
  /** A round with messages on QR codes, found for a reason unless they say otherwise. */
  const roundAt = (at: number, ...met: readonly Partial<MessageRecord>[]): RoundRecord =>
    aRecord({
      id: `r${at}`,
      endedAt: at,
      messages: met.map((message) =>
        aMessageRecord({
          technique: 'qr',
          facts: [{ fact: 'code', cue: 'qr-lure', found: true }],
          ...message,
        }),
      ),
    });
  const round = (...met: readonly Partial<MessageRecord>[]): RoundRecord => roundAt(april, ...met);
  const unfound = [{ fact: 'code', cue: 'qr-lure', found: false }] as const;
  const soft = [{ fact: 'code', cue: 'qr-lure', found: true, soft: true }] as const;
  const waitFor = (...rounds: readonly RoundRecord[]): number => {
    const { due = 0, reviewedAt = 0 } = practiceOf(rounds).cards.qr ?? {};
    return (due - reviewedAt) / day;
  };

  it('is due sooner the worse a technique went: wrong, right without a reason, right with one', () => {
    const stabilities = [
      round({ verdict: 'legitimate' }),
      round({ facts: unfound }),
      round({}),
      round({}, {}, {}),
    ].map((one) => practiceOf([one]).cards.qr?.stability ?? 0);
    expect(stabilities).toEqual(stabilities.toSorted((a, b) => a - b));
    expect(new Set(stabilities).size).toBe(4);
    expect(waitFor(round({}))).toBeGreaterThan(waitFor(round({ facts: unfound })));
  });

  it('does not count a soft fact as a reason, but does count opening a source that settles the message', () => {
    expect(waitFor(round({ facts: soft }))).toBe(waitFor(round({ facts: unfound })));
    expect(waitFor(round({ facts: unfound, checked: true }))).toBe(waitFor(round({})));
  });

  it('recognises a reason for a genuine message by a score that needs one', () => {
    const genuine = { truth: 'legitimate', verdict: 'legitimate', facts: [] } as const;
    expect(waitFor(round({ ...genuine, score: 100 }))).toBe(waitFor(round({})));
    expect(waitFor(round({ ...genuine, score: 69.9 }))).toBe(waitFor(round({ facts: unfound })));
    expect(waitFor(round({ ...genuine, verdict: 'phish', score: 100 }))).toBe(
      waitFor(round({ verdict: 'legitimate' })),
    );
  });

  it('does not change techniques that a round did not contain', () => {
    const before = practiceOf([round({})]);
    const after = practised(before, roundAt(april + day, { technique: 'call-back' }));
    expect(after.cards.qr).toEqual(before.cards.qr);
    expect(Object.keys(after.cards).toSorted()).toEqual(['call-back', 'qr']);
  });

  it('uses families for old records without techniques, until a record names them', () => {
    const old = [aRound({ id: 'r1', found: 1 }), aRound({ id: 'r2', at: april + day, missed: 1 })];
    const kept = practiceOf(old);
    expect(Object.keys(kept.cards)).toEqual(['language']);
    expect(practiceWeights(kept.cards, april).by).toBe('family');
    const renewed = practiceOf([...old, roundAt(april + 2 * day, {})]);
    expect(Object.keys(renewed.cards)).toEqual(['qr']);
    expect(practiceWeights(renewed.cards, april).by).toBe('technique');
  });
});

describe('what storage holds as a schedule', () => {
  const card: PracticeCard = { stability: 2, difficulty: 5, reviewedAt: april, due: april + day };

  it.each([
    undefined,
    null,
    7,
    'x',
    [],
    {},
    { cards: {} },
    { cards: null, rounds: 1 },
    { cards: {}, rounds: -1 },
    { cards: {}, rounds: 1.5 },
    { cards: {}, rounds: 1, lastRound: 'yesterday' },
    { cards: {}, rounds: 1, lastRound: Number.NaN },
    { cards: { error: null }, rounds: 1 },
    { cards: { error: { ...card, due: april } }, rounds: 1 },
    { cards: { error: { ...card, stability: 0 } }, rounds: 1 },
    { cards: { error: { ...card, difficulty: 11 } }, rounds: 1 },
    { cards: { error: { ...card, due: Number.POSITIVE_INFINITY } }, rounds: 1 },
  ])('is ignored if it is %o', (value) => {
    expect(practiceFrom(value)).toBeUndefined();
  });

  it('drops unknown techniques and families', () => {
    expect(practiceFrom({ cards: { error: card, magic: card }, rounds: 1 })).toEqual({
      cards: { error: card },
      rounds: 1,
    });
  });
});

describe('the weights for the dealer', () => {
  const weightOf = (cards: PracticeCards, now: number): number => {
    const { by, weights } = practiceWeights(cards, now);
    return weights[by === 'family' ? cueCategories.indexOf('language') : techniques.indexOf('qr')] ?? NaN;
  };
  const went = (rounds: readonly RoundRecord[], now: number) => weightOf(practiceOf(rounds).cards, now);

  it('are equal before the first round', () => {
    const { by, weights } = practiceWeights({}, april);
    expect(by).toBe('technique');
    expect(weights).toHaveLength(techniques.length);
    expect(new Set(weights).size).toBe(1);
  });

  it('prefer what was missed to what was found', () => {
    expect(went([aRound({ missed: 2 })], april + day)).toBeGreaterThan(
      went([aRound({ found: 4 })], april + day),
    );
  });

  it('prefer what is due to what has just been practised', () => {
    const { cards } = practiceOf([aRound({ found: 1 })]);
    const due = nextPractice(cards) ?? 0;
    expect(weightOf(cards, due)).toBeGreaterThan(weightOf(cards, april));
    expect(dueKinds(cards, due - 1)).toEqual([]);
    expect(dueKinds(cards, due)).toEqual(['language']);
  });

  it('stay between 0.1 and 1, and never fall over time', () => {
    fc.assert(
      fc.property(
        fc.array(anyStoredRecord, { maxLength: 8 }),
        fc.nat({ max: 200 * 365 * day }),
        fc.nat({ max: 365 * day }),
        (records, now, later) => {
          const { cards } = practiceOf(records);
          const before = practiceWeights(cards, now);
          const after = practiceWeights(cards, now + later);
          expect(after.by).toBe(before.by);
          for (const [index, weight] of before.weights.entries()) {
            expect(weight).toBeGreaterThanOrEqual(0.1);
            expect(weight).toBeLessThanOrEqual(1);
            expect(after.weights[index]).toBeGreaterThanOrEqual(weight);
          }
        },
      ),
    );
  });
});
