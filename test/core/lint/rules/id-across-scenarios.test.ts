import { expect, it } from 'vitest';
import { aLegitimateMessage, aMessage, aScenario } from '../../../fixtures/builders.ts';
import { remarksOn } from '../../../fixtures/lint.ts';

const first = aScenario({ id: 'first', messages: [aMessage({ id: 'notice' })] });

it('reports a message with the id of one in another scenario', () => {
  const second = aScenario({ id: 'second', messages: [aLegitimateMessage({ id: 'notice' })] });
  expect(remarksOn('id-across-scenarios', [first, second])).toEqual(['second.json messages/0/id']);
});

it('accepts a pack in which every message has its own id', () => {
  const second = aScenario({ id: 'second', messages: [aLegitimateMessage({ id: 'receipt' })] });
  expect(remarksOn('id-across-scenarios', [first, second])).toEqual([]);
});
