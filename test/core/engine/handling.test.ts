import { describe, expect, it } from 'vitest';
import { defaultPoints, handling } from '../../../src/core/engine/handling.ts';
import { actionKinds } from '../../../src/core/scenario/format/vocabulary.ts';
import { aLegitimateSolution, aPhishSolution, both } from './builders.ts';

describe('handling', () => {
  it('pays for each action at a lure by the default table', () => {
    const solution = aPhishSolution();
    const points = actionKinds.map((action) => [action, handling(solution, action, defaultPoints)]);
    expect(Object.fromEntries(points)).toEqual({
      report: 1,
      verify: 0.85,
      delete: 0.5,
      keep: 0.3,
      reply: 0.1,
      verifyWithin: 0.1,
      follow: 0,
    });
  });

  it('pays for each action at genuine mail by the default table', () => {
    const solution = aLegitimateSolution();
    const points = actionKinds.map((action) => [action, handling(solution, action, defaultPoints)]);
    expect(Object.fromEntries(points)).toEqual({
      keep: 1,
      follow: 1,
      verify: 0.85,
      reply: 0.8,
      verifyWithin: 0.6,
      report: 0.4,
      delete: 0.3,
    });
  });

  it("puts the message's own points before the pack's", () => {
    const pack = { ...defaultPoints, phish: { ...defaultPoints.phish, delete: 0.7, keep: 0.2 } };
    const solution = aPhishSolution({ points: { keep: 0 } });
    expect(handling(solution, 'delete', pack)).toBe(0.7);
    expect(handling(solution, 'keep', pack)).toBe(0);
  });

  it('pays the best action in full, whatever the tables say', () => {
    const best = { action: 'verify', reason: both('Ask first') } as const;
    const solution = aLegitimateSolution({ best, points: { verify: 0.5 } });
    expect(handling(solution, 'verify', defaultPoints)).toBe(1);
  });
});
