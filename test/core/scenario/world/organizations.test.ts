import { describe, expect, it } from 'vitest';
import { claimedFirst } from '../../../../src/core/scenario/world/organizations.ts';

const contacts = [
  { name: { ja: '社内CSIRT（鈴木）', en: 'CSIRT (Suzuki)' } },
  { name: { ja: 'カモメ便', en: 'Kamome Parcel' } },
  { name: { ja: 'たすき労務 サポート窓口', en: 'Tasuki HR support' } },
];

const namesFor = (ja: string, en: string): readonly string[] =>
  claimedFirst({ ja, en }, contacts).map(({ name }) => name.en);

describe('the contacts by what a sender calls itself', () => {
  it('begin with the one whose name it contains, in either language', () => {
    expect(namesFor('カモメ便 お客様センター', 'Customer Centre')[0]).toBe('Kamome Parcel');
    expect(namesFor('配達', 'KAMOME  PARCEL Customer Centre')[0]).toBe('Kamome Parcel');
  });

  it('begin with another department of the same company', () => {
    expect(namesFor('たすき労務', 'Tasuki HR')).toEqual([
      'Tasuki HR support',
      'CSIRT (Suzuki)',
      'Kamome Parcel',
    ]);
  });

  it.each(['山田 葵', '', '（'])('keep their order for a sender who is none of them: %j', (name) => {
    expect(claimedFirst({ ja: name, en: name }, contacts)).toEqual(contacts);
  });
});
