import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../../src/core/engine/sources.ts';
import {
  answersOf,
  answerTo,
  isClosed,
  inkedIn,
  type Move,
  noAnswer,
  reasonFor,
} from '../../../src/core/engine/answer.ts';

const message = 'message';
const flag = (region: string): Move => ({ kind: 'flag', message, region, at: 0 });
const unflag = (region: string): Move => ({ kind: 'unflag', message, region, at: 0 });
const judge: Move = { kind: 'judge', message, verdict: 'phish', confidence: 0.8, at: 0 };
const act: Move = { kind: 'act', message, action: { kind: 'report' }, at: 0 };
const submit: Move = { kind: 'submit', message, at: 0 };

const anyRegion = fc.constantFrom('field/date', 'field/subject', 'link/renew', 'body/1/0');
const anyMove: fc.Arbitrary<Move> = fc.oneof(
  anyRegion.map(flag),
  anyRegion.map(unflag),
  fc
    .record({
      verdict: fc.constantFrom('phish' as const, 'legitimate' as const),
      confidence: fc.double({ min: 0.5, max: 1, noNaN: true }),
    })
    .map((said): Move => ({ kind: 'judge', message, at: 0, ...said })),
  fc
    .constantFrom('report' as const, 'keep' as const)
    .map((kind): Move => ({ kind: 'act', message, at: 0, action: { kind } })),
);
const anyMoves = fc.array(anyMove, { maxLength: 30 });

describe('answerTo', () => {
  it('starts from no answer', () => {
    expect(answerTo(message, [])).toEqual(noAnswer);
    expect(noAnswer).toEqual({ flags: new Map(), submitted: false });
  });

  it('folds all moves into a complete answer', () => {
    expect(answerTo(message, [flag('field/date'), judge, act, submit])).toEqual({
      flags: new Map([['field/date', 'doubt']]),
      verdict: 'phish',
      confidence: 0.8,
      action: { kind: 'report' },
      submitted: true,
    });
  });

  it('gives a region one ink: doubt if none is named, the later one of two', () => {
    const trust = { ...flag('field/to'), ink: 'trust' } as const;
    const doubt = { ...flag('field/to'), ink: 'doubt' } as const;
    const inkAfter = (...moves: readonly Move[]) => answerTo(message, moves).flags.get('field/to');
    expect(inkAfter(flag('field/to'))).toBe('doubt');
    expect(inkAfter(flag('field/to'), trust)).toBe('trust');
    expect(inkAfter(trust, doubt)).toBe('doubt');
    expect(answerTo(message, [trust, doubt]).flags.size).toBe(1);
    expect(inkAfter(trust, unflag('field/to'))).toBeUndefined();
  });

  it('lists the sources opened before the answer, each once', () => {
    const look = (source: Source): Move => ({ kind: 'look', message, source, at: 1 });
    const before = [look('site'), look('contact/bank'), look('site'), judge, act];
    expect(answerTo(message, [...before, submit, look('tickets')]).looked).toEqual(
      new Set(['site', 'contact/bank']),
    );
    expect(answerTo(message, [judge])).not.toHaveProperty('looked');
  });

  it('ignores the moves of other messages', () => {
    const elsewhere: readonly Move[] = [
      { ...flag('field/date'), message: 'other' },
      { ...judge, message: 'other' },
      { ...act, message: 'other' },
      { ...submit, message: 'other' },
    ];
    expect(answerTo(message, [...elsewhere, flag('field/to')])).toEqual({
      flags: new Map([['field/to', 'doubt']]),
      submitted: false,
    });
  });

  it('lets the later verdict and the later action win', () => {
    const answer = answerTo(message, [
      judge,
      act,
      { ...judge, verdict: 'legitimate', confidence: 0.6 },
      { ...act, action: { kind: 'verify', contact: 'bank' } },
    ]);
    expect(answer).toEqual({
      flags: new Map(),
      verdict: 'legitimate',
      confidence: 0.6,
      action: { kind: 'verify', contact: 'bank' },
      submitted: false,
    });
  });

  it('ignores a submit without a verdict or without an action', () => {
    expect(answerTo(message, [act, submit]).submitted).toBe(false);
    expect(answerTo(message, [judge, submit]).submitted).toBe(false);
    expect(answerTo(message, [act, submit, judge, submit]).submitted).toBe(true);
  });

  it('ignores moves after it was submitted', () => {
    fc.assert(
      fc.property(anyMoves, anyMoves, (before, after) => {
        const given = [...before, judge, act, submit];
        expect(answerTo(message, [...given, ...after])).toEqual(answerTo(message, given));
      }),
    );
  });

  it('lets unflag undo flag', () => {
    fc.assert(
      fc.property(anyMoves, anyRegion, anyMoves, (before, region, after) => {
        fc.pre(!answerTo(message, before).flags.has(region));
        const undone = [...before, flag(region), unflag(region), ...after];
        expect(answerTo(message, undone)).toEqual(answerTo(message, [...before, ...after]));
      }),
    );
  });

  const hint: Move = { kind: 'hint', message, at: 0 };
  const expire: Move = { kind: 'expire', message, at: 0 };

  it('counts the hints taken, and has no count if there were none', () => {
    expect(answerTo(message, [hint, hint])).toEqual({ flags: new Map(), hints: 2, submitted: false });
    expect(answerTo(message, [hint, judge, act, submit])).toMatchObject({ hints: 1, submitted: true });
    for (const moves of [[], [judge, act], [judge, act, submit], [expire]]) {
      expect(answerTo(message, moves)).not.toHaveProperty('hints');
    }
  });

  it('keeps what was chosen before the time ended, as an answer that was not given', () => {
    expect(answerTo(message, [flag('field/date'), hint, judge, act, expire])).toEqual({
      flags: new Map([['field/date', 'doubt']]),
      verdict: 'phish',
      confidence: 0.8,
      action: { kind: 'report' },
      hints: 1,
      expired: true,
      submitted: false,
    });
    const silent = answerTo(message, [expire]);
    expect(Object.keys(silent).toSorted()).toEqual(['expired', 'flags', 'submitted']);
  });

  it('ignores moves after the time ended, even the submit', () => {
    fc.assert(
      fc.property(anyMoves, anyMoves, (before, after) => {
        const late = [...before, expire, ...after, judge, act, submit];
        expect(answerTo(message, late)).toEqual(answerTo(message, [...before, expire]));
      }),
    );
  });

  it('is the same whether or not the message was opened, its time extended or a reason given', () => {
    const aside = fc.constantFrom<Move>(
      { kind: 'open', message, at: 0 },
      { kind: 'extend', message, at: 0 },
      { kind: 'reason', message, reason: { kind: 'whole' }, at: 0 },
    );
    fc.assert(
      fc.property(anyMoves, aside, anyMoves, (before, move, after) => {
        expect(answerTo(message, [...before, move, ...after])).toEqual(
          answerTo(message, [...before, ...after]),
        );
      }),
    );
  });

  it('counts a flag that is set twice as one', () => {
    fc.assert(
      fc.property(anyMoves, anyRegion, (before, region) => {
        expect(answerTo(message, [...before, flag(region), flag(region)])).toEqual(
          answerTo(message, [...before, flag(region)]),
        );
      }),
    );
  });

  it('does not depend on the order of unrelated moves', () => {
    const unrelated = [flag('field/date'), flag('field/to'), unflag('link/renew'), judge, act];
    fc.assert(
      fc.property(fc.shuffledSubarray(unrelated, { minLength: unrelated.length }), (moves) => {
        expect(answerTo(message, [...moves, submit])).toEqual(answerTo(message, [...unrelated, submit]));
      }),
    );
  });
});

describe('reasonFor', () => {
  it('stays, whatever is done with the message after the reason was given', () => {
    const given: Move = { kind: 'reason', message, reason: { kind: 'whole' }, at: 0 };
    expect(reasonFor(message, [judge, act, submit, given])).toEqual({ kind: 'whole' });
    expect(reasonFor(message, [given, judge, { kind: 'open', message, at: 1 }])).toEqual({ kind: 'whole' });
    expect(reasonFor(message, [judge, act, submit])).toBeUndefined();
  });
});

describe('answersOf', () => {
  it('has the answer to each message of the round, even without moves', () => {
    const messages = [{ message: { id: message } }, { message: { id: 'other' } }];
    const moves = [flag('field/date'), judge, act, submit];
    expect(answersOf(messages, moves)).toEqual(
      new Map([
        [message, answerTo(message, moves)],
        ['other', noAnswer],
      ]),
    );
  });
});

describe('isClosed', () => {
  it('holds for an answer that was submitted or whose time ended, and for no other', () => {
    const expire: Move = { kind: 'expire', message, at: 0 };
    expect(isClosed(answerTo(message, [judge, act, submit]))).toBe(true);
    expect(isClosed(answerTo(message, [judge, act, expire]))).toBe(true);
    expect(isClosed(answerTo(message, [judge, act]))).toBe(false);
    expect(isClosed(undefined)).toBe(false);
  });
});

describe('the flags in one ink', () => {
  it('are those regions only', () => {
    const flags = new Map([
      ['field/date', 'doubt'],
      ['field/to', 'trust'],
    ] as const);
    expect(inkedIn(flags, 'doubt')).toEqual(new Set(['field/date']));
    expect(inkedIn(flags, 'trust')).toEqual(new Set(['field/to']));
  });
});
