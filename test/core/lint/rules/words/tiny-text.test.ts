import { describe, expect, it } from 'vitest';
import { aMessage } from '../../../../fixtures/builders.ts';
import { remarksOnMessages } from '../../../../fixtures/lint.ts';

const ofSize = (size: number) => {
  const words = [{ text: 'small print', size }];
  return aMessage({ body: [{ kind: 'text', text: { ja: words, en: words } }] });
};

describe('tiny-text', () => {
  it('names text below 10 pixels in each language', () => {
    expect(remarksOnMessages('tiny-text', ofSize(9))).toHaveLength(2);
    expect(remarksOnMessages('tiny-text', ofSize(10))).toEqual([]);
  });
});
