import { expect, it } from 'vitest';
import type { PackFile } from '../../../../../src/core/lint/rule.ts';
import { aMessage, aScenario, both } from '../../../../fixtures/builders.ts';
import { remarksOn } from '../../../../fixtures/lint.ts';

const shows = aScenario({
  messages: [aMessage({ body: [{ kind: 'image', id: 'mark', asset: 'mark.svg', alt: both('花森') }] })],
});
const remarks = (files: Readonly<Record<string, PackFile>>) =>
  remarksOn('asset-missing', [shows], { files: new Map(Object.entries(files)) });

it('reports a shown picture that is missing, or only a link', () => {
  const place = ['a-morning.json messages/0/body/0/asset'];
  expect(remarks({})).toEqual(place);
  expect(remarks({ 'mark.svg': 'other', 'assets/Mark.svg': 'other' })).toEqual(place);
  expect(remarks({ 'assets/mark.svg': 'other' })).toEqual(place);
  expect(remarks({ 'assets/mark.svg': 'link' })).toEqual(place);
  expect(remarks({ assets: 'link' })).toEqual(place);
});

it('accepts a picture that exists, and one that cannot be looked up', () => {
  expect(remarks({ 'assets/mark.svg': { start: [], text: '' } })).toEqual([]);
  expect(remarksOn('asset-missing', [shows])).toEqual([]);
});
