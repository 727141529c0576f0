import { expect, it } from 'vitest';
import type { ActionKind } from '../../../../src/core/scenario/format/vocabulary.ts';
import { aLegitimateMessage, aMessage, both } from '../../../fixtures/builders.ts';
import { remarksOnMessages } from '../../../fixtures/lint.ts';

const withBest = <Solved extends { readonly solution: object }>(message: Solved, action: ActionKind) => ({
  ...message,
  solution: { ...message.solution, best: { action, reason: both('理由') } },
});

it.each(['keep', 'follow', 'verifyWithin'] as const)(
  'reports a lure for which it is best to %s',
  (action) => {
    expect(remarksOnMessages('best-scores-badly', withBest(aMessage(), action))).toEqual([
      'messages/0/solution/best/action',
    ]);
  },
);

it('accepts what is right for each kind', () => {
  expect(remarksOnMessages('best-scores-badly', withBest(aMessage(), 'report'))).toEqual([]);
  expect(remarksOnMessages('best-scores-badly', withBest(aLegitimateMessage(), 'keep'))).toEqual([]);
});
