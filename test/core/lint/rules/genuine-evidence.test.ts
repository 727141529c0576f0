import { expect, it } from 'vitest';
import { aDecoy, aLegitimateMessage, aMessage, aReassurance } from '../../../fixtures/builders.ts';
import { remarksOnMessages } from '../../../fixtures/lint.ts';

const two = [aReassurance(), aReassurance({ id: 'signed', anchor: { field: 'dkim' } })];

it('requires two reassurances and a decoy in a genuine message', () => {
  expect(remarksOnMessages('genuine-evidence', aLegitimateMessage())).toEqual([
    'messages/0/solution/reassurances',
    'messages/0/solution/decoys',
  ]);
});

it('accepts a genuine message that has them, and any lure', () => {
  const complete = aLegitimateMessage({ reassurances: two, decoys: [aDecoy()] });
  expect(remarksOnMessages('genuine-evidence', complete, aMessage())).toEqual([]);
});
