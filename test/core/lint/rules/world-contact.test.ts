import { expect, it } from 'vitest';
import type { Scenario } from '../../../../src/core/scenario/schema.ts';
import { aScenario, both } from '../../../fixtures/builders.ts';
import { aWorld, remarksOn } from '../../../fixtures/lint.ts';

const name = { ja: 'カモメ便 お客さま窓口', en: 'Kamome Parcel, customer desk' };
const remarks = (contact: Partial<Scenario['directory'][number]>, world = aWorld()) =>
  remarksOn(
    'world-contact',
    [aScenario({ directory: [{ id: 'kamome', name, role: both('宅配便'), ...contact }] })],
    { world },
  );

it('wants an organization of the world to stand in the directory under its own domain', () => {
  expect(remarks({ address: 'desk@kamome-help.example', site: 'https://www.kamome.example.net/' })).toEqual([
    'a-morning.json directory/0/address',
    'a-morning.json directory/0/site',
  ]);
});

it('is content with its domains, with what lies below them, and with strangers', () => {
  expect(remarks({ address: 'desk@kamome.example', site: 'https://app.kamome.example/' })).toEqual([]);
  expect(remarks({ name: both('花森ウェブメール'), address: 'support@example1.co.jp' })).toEqual([]);
});

it('asks nothing of packs that stand in no world', () => {
  const directory = [{ id: 'kamome', name, role: both('宅配便'), address: 'desk@kamome-help.example' }];
  expect(remarksOn('world-contact', [aScenario({ directory })])).toEqual([]);
});
