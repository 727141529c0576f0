import { expect, it } from 'vitest';
import { aScenario } from '../../../../fixtures/builders.ts';
import { remarksOn } from '../../../../fixtures/lint.ts';

const logos = new Map([['kamome', '<svg>gull</svg>']]);
const remarks = (name: string, text: string) =>
  remarksOn('world-logo', [aScenario()], { logos, pictures: new Map([[name, text]]) });

it('reports a changed copy of a logo', () => {
  expect(remarks('logo-kamome.svg', '<svg>crow</svg>')).toEqual(['assets/logo-kamome.svg']);
});

it('accepts an exact copy, and a picture with another name', () => {
  expect(remarks('logo-kamome.svg', '<svg>gull</svg>')).toEqual([]);
  expect(remarks('kamome-forged.svg', '<svg>crow</svg>')).toEqual([]);
});
