import { expect, it } from 'vitest';
import { aMessage, both } from '../../../fixtures/builders.ts';
import { remarksOnMessages } from '../../../fixtures/lint.ts';

const lureOf = (weight: 'decisive' | 'strong') =>
  aMessage({ facts: [{ id: 'odd-link', weight, title: both('リンク先が違う') }] });

it('requires a decisive fact', () => {
  expect(remarksOnMessages('no-decisive-fact', lureOf('strong'))).toEqual(['messages/0/solution/facts']);
});

it('accepts a lure with one', () => {
  expect(remarksOnMessages('no-decisive-fact', lureOf('decisive'))).toEqual([]);
});
