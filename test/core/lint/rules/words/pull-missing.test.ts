import { expect, it } from 'vitest';
import { aLegitimateMessage, aMessage } from '../../../../fixtures/builders.ts';
import { remarksOnMessages } from '../../../../fixtures/lint.ts';

const pull = {
  ja: '締め日には、だれでも早く片づけたくなります。',
  en: 'On closing day everybody wants it done.',
};

it('requires a lure to say why people follow it', () => {
  expect(remarksOnMessages('pull-missing', aMessage())).toEqual(['messages/0/solution']);
});

it('accepts a lure that says so', () => {
  expect(remarksOnMessages('pull-missing', aMessage({ pull }))).toEqual([]);
});

it('ignores genuine mail', () => {
  expect(remarksOnMessages('pull-missing', aLegitimateMessage())).toEqual([]);
});
