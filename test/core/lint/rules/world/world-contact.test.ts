import { expect, it } from 'vitest';
import type { Scenario } from '../../../../../src/core/scenario/format/scenario.ts';
import { aScenario, both } from '../../../../fixtures/builders.ts';
import { anOrganization, aWorld, remarksOn } from '../../../../fixtures/lint.ts';

const name = { ja: 'カモメ便 お客さま窓口', en: 'Kamome Parcel, customer desk' };
const remarks = (contact: Partial<Scenario['directory'][number]>, world = aWorld()) =>
  remarksOn(
    'world-contact',
    [aScenario({ directory: [{ id: 'kamome', name, role: both('宅配便'), ...contact }] })],
    { world },
  );

it('requires the domain of the world for an organization in the directory', () => {
  expect(remarks({ address: 'desk@kamome-help.example', site: 'https://www.kamome.example.net/' })).toEqual([
    'a-morning.json directory/0/address',
    'a-morning.json directory/0/site',
  ]);
});

it('accepts its domains, their sub-domains, and unknown domains', () => {
  expect(remarks({ address: 'desk@kamome.example', site: 'https://app.kamome.example/' })).toEqual([]);
  expect(remarks({ name: both('花森ウェブメール'), address: 'support@example1.co.jp' })).toEqual([]);
});

it('ignores packs without a world', () => {
  const directory = [{ id: 'kamome', name, role: both('宅配便'), address: 'desk@kamome-help.example' }];
  expect(remarksOn('world-contact', [aScenario({ directory })])).toEqual([]);
});

it('requires the telephone number of the world, for organizations and colleagues', () => {
  const world = aWorld({
    organizations: [anOrganization({ phone: '03-0000-0201' })],
    company: {
      ...aWorld().company,
      people: [
        {
          id: 'ito',
          name: both('伊藤 恵'),
          role: both('経理'),
          address: 'ito@example5.co.jp',
          phone: '03-0000-0031',
        },
      ],
    },
  });
  expect(remarks({ phone: '03-0000-0202' }, world)).toEqual(['a-morning.json directory/0/phone']);
  expect(remarks({ phone: '03-0000-0201' }, world)).toEqual([]);
  const colleague = { name: both('伊藤'), address: 'ito@example5.co.jp' };
  expect(remarks({ ...colleague, phone: '03-0000-0099' }, world)).toEqual([
    'a-morning.json directory/0/phone',
  ]);
  expect(remarks({ ...colleague, phone: '03-0000-0031' }, world)).toEqual([]);
});
