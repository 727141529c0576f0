import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Move } from '../../../src/core/engine/answer.ts';
import { movesFrom } from '../../../src/core/engine/move-log.ts';
import { actionKinds } from '../../../src/core/scenario/format/vocabulary.ts';

const moves: readonly Move[] = [
  { kind: 'flag', message: 'notice', region: 'field/date', at: 1 },
  { kind: 'flag', message: 'notice', region: 'field/to', ink: 'doubt', at: 1 },
  { kind: 'flag', message: 'notice', region: 'field/to', ink: 'trust', at: 1 },
  { kind: 'unflag', message: 'notice', region: 'field/date', at: 2 },
  { kind: 'look', message: 'notice', source: 'site', at: 2 },
  { kind: 'look', message: 'notice', source: 'contact/bank', at: 2 },
  { kind: 'judge', message: 'notice', verdict: 'phish', confidence: 0.5, at: 3 },
  { kind: 'judge', message: 'notice', verdict: 'legitimate', confidence: 1, at: 4 },
  ...actionKinds
    .filter((kind) => kind !== 'verify')
    .map((kind): Move => ({ kind: 'act', message: 'notice', action: { kind }, at: 5 })),
  { kind: 'act', message: 'notice', action: { kind: 'verify', contact: 'bank' }, at: 6 },
  { kind: 'submit', message: 'notice', at: 7 },
];

describe('movesFrom', () => {
  it('reads back every kind of move, in order', () => {
    expect(movesFrom(JSON.parse(JSON.stringify(moves)))).toEqual(moves);
  });

  it('returns undefined for a value that is no list', () => {
    for (const value of [undefined, null, 'moves', 3, { length: 0 }]) {
      expect(movesFrom(value)).toBeUndefined();
    }
  });

  it('drops unknown fields of a move', () => {
    expect(
      movesFrom([{ kind: 'submit', message: 'notice', at: 1, region: 'field/date', score: 100 }]),
    ).toEqual([{ kind: 'submit', message: 'notice', at: 1 }]);
  });

  const flag = { kind: 'flag', message: 'notice', region: 'field/date', at: 1 };
  const judge = { kind: 'judge', message: 'notice', verdict: 'phish', confidence: 0.7, at: 1 };
  const act = { kind: 'act', message: 'notice', at: 1 };

  it.each<[string, unknown]>([
    ['null', null],
    ['a text', 'flag'],
    ['an unknown kind', { ...flag, kind: 'paint' }],
    ['no kind', { message: 'notice', at: 1 }],
    ['no message', { ...flag, message: undefined }],
    ['an empty message', { ...flag, message: '' }],
    ['a message of 201 letters', { ...flag, message: 'm'.repeat(201) }],
    ['no time', { ...flag, at: undefined }],
    ['a time that is a text', { ...flag, at: '1' }],
    ['an endless time', { ...flag, at: Infinity }],
    ['a flag without a region', { ...flag, region: undefined }],
    ['a flag in an unknown ink', { ...flag, ink: 'gold' }],
    ['a look at no source', { kind: 'look', message: 'notice', at: 1 }],
    ['a look at an unknown source', { kind: 'look', message: 'notice', source: 'oracle', at: 1 }],
    ['an unflag without a region', { ...flag, kind: 'unflag', region: 4 }],
    ['an unknown verdict', { ...judge, verdict: 'spam' }],
    ['a confidence below one half', { ...judge, confidence: 0.49 }],
    ['a confidence above one', { ...judge, confidence: 1.01 }],
    ['a confidence that is no number', { ...judge, confidence: '0.7' }],
    ['a confidence that is not a number', { ...judge, confidence: Number.NaN }],
    ['no action', act],
    ['an action that is a text', { ...act, action: 'report' }],
    ['an action of nothing', { ...act, action: null }],
    ['an unknown action', { ...act, action: { kind: 'forward' } }],
    ['a check with nobody', { ...act, action: { kind: 'verify' } }],
  ])('drops %s and keeps the rest', (_, broken) => {
    expect(movesFrom([flag, broken, judge])).toEqual([flag, judge]);
  });

  it('accepts an id of 200 letters', () => {
    const long = { ...flag, message: 'm'.repeat(200) };
    expect(movesFrom([long])).toEqual([long]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), (value) => {
        expect(movesFrom(value)?.length).toBeLessThanOrEqual(value.length);
      }),
    );
  });
});
