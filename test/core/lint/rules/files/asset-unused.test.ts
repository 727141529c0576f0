import { expect, it } from 'vitest';
import { aMessage, aScenario, both } from '../../../../fixtures/builders.ts';
import { remarksOn } from '../../../../fixtures/lint.ts';

const shows = aScenario({
  messages: [
    aMessage({ body: [{ kind: 'image', id: 'mark', asset: 'mark.svg', alt: both('花森ウェブメール') }] }),
  ],
});
const pictures = (...names: readonly string[]) => ({
  pictures: new Map(names.map((name) => [name, '<svg/>'])),
});

it('reports a picture that is never shown', () => {
  expect(remarksOn('asset-unused', [shows], pictures('mark.svg', 'old.svg'))).toEqual(['assets/old.svg']);
});

it('accepts a pack in which every picture is shown, or whose folder cannot be read', () => {
  expect(remarksOn('asset-unused', [shows], pictures('mark.svg'))).toEqual([]);
  expect(remarksOn('asset-unused', [shows])).toEqual([]);
});
