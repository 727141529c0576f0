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

describe('what is folded away', () => {
  it('is unfolded while the page is printed, and only what was folded is folded again', () => {
    unfoldForPrint(window);
    dispatchEvent(new Event('beforeprint'));
    expect(folds()).toEqual([true, true, true]);
    dispatchEvent(new Event('afterprint'));
    expect(folds()).toEqual([false, true, false]);
  });
});
