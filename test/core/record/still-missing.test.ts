import { describe, expect, it } from 'vitest';
import { progressOf } from '../../../src/core/record/progress.ts';
import { stillMissing } from '../../../src/core/record/still-missing.ts';
import { aRecord, verdicts } from './builders.ts';

const after = (...counts: Parameters<typeof verdicts>) =>
  stillMissing(progressOf([aRecord({ messages: verdicts(...counts) })]));

describe('what is missing before measures can be shown', () => {
  it('is everything before the first message', () => {
    expect(stillMissing(progressOf([]))).toEqual({ forSkill: 16, forConfidence: 30 });
  });

  it('counts each kind by itself: more lures do not replace genuine mail', () => {
    expect(after(10, 12, 0, 3)).toEqual({ forSkill: 5, forConfidence: 15 });
  });

  it('is nothing once both are there', () => {
    expect(after(10, 15, 0, 15)).toEqual({ forSkill: 0, forConfidence: 0 });
  });
});
