import { describe, expect, it } from 'vitest';
import { nextInbox } from '../../../src/app/pages/next-inbox.ts';
import { both } from '../../fixtures/builders.ts';

const packs = [
  { id: 'first-day', scenarios: [{ id: 'first-five', title: both('はじめての5通') }] },
  { id: 'empty', scenarios: [] },
  {
    id: 'office',
    scenarios: [
      { id: 'paying-day', title: both('支払日') },
      { id: 'audit', title: both('監査') },
    ],
  },
].map((pack) => ({
  title: both('パック'),
  description: both('説明'),
  lessons: [],
  ...pack,
  scenarios: pack.scenarios.map((one) => ({ ...one, messages: 5 })),
}));

const after = (pack: string, scenario: string) => nextInbox({ format: 1, packs }, { pack, scenario });

describe('the inbox after this one', () => {
  it('is the next of the same pack', () => {
    expect(after('office', 'paying-day')).toEqual({
      title: both('監査'),
      route: { screen: 'play', pack: 'office', scenario: 'audit' },
    });
  });

  it('is the first of the next pack that has one', () => {
    expect(after('first-day', 'first-five')?.route).toEqual({
      screen: 'play',
      pack: 'office',
      scenario: 'paying-day',
    });
  });

  it.each([
    ['office', 'audit'],
    ['office', 'first-five'],
    ['gone', 'paying-day'],
  ])('is none after the last, and none after one that is not in the list: %s, %s', (pack, scenario) => {
    expect(after(pack, scenario)).toBeUndefined();
  });
});
