import { describe, expect, it } from 'vitest';
import { nudgeOf } from '../../../src/core/record/nudge.ts';

const march = Date.UTC(2026, 2, 10);

describe('the nudge to refresh', () => {
  it.each([
    [Date.UTC(2026, 2, 11), 'none'],
    [Date.UTC(2026, 7, 8), 'none'],
    [Date.UTC(2026, 7, 11), 'fading'],
    [Date.UTC(2026, 8, 7), 'fading'],
    [Date.UTC(2026, 8, 12), 'faded'],
    [Date.UTC(2030, 0, 1), 'faded'],
    // The clock was put back.
    [Date.UTC(2020, 0, 1), 'none'],
  ] as const)('at %o is %s after a round on 10 March 2026', (now, nudge) => {
    expect(nudgeOf(march, now)).toBe(nudge);
  });

  it('waits for a first round', () => {
    expect(nudgeOf(undefined, march)).toBe('none');
  });
});
