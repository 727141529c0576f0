import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unfoldForPrint } from '../../src/ui/print.ts';

beforeEach(() => {
  for (const open of [false, true, false]) {
    const fold = document.createElement('details');
    fold.open = open;
    document.body.append(fold);
  }
});
afterEach(() => document.body.replaceChildren());

const folds = (): readonly boolean[] => [...document.querySelectorAll('details')].map(({ open }) => open);

describe('folded content', () => {
  it('is unfolded for printing, and only that is folded again', () => {
    unfoldForPrint(window);
    dispatchEvent(new Event('beforeprint'));
    expect(folds()).toEqual([true, true, true]);
    dispatchEvent(new Event('afterprint'));
    expect(folds()).toEqual([false, true, false]);
  });
});
