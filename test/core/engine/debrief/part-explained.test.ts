import { describe, expect, it } from 'vitest';
import { assess } from '../../../../src/core/engine/assess.ts';
import { partExplained } from '../../../../src/core/engine/debrief/part-explained.ts';
import { layOut } from '../../../../src/core/scenario/layout/regions.ts';
import { placedSolution } from '../../../../src/core/engine/placed-solution.ts';
import { loadPack } from '../../../../src/core/lint/load.ts';
import { readFileSync } from 'node:fs';

const content = `${import.meta.dirname}/../../../content/`;
const { scenarios } = await loadPack(
  (path) => Promise.resolve(readFileSync(content + path, 'utf8')),
  'first-day',
);

describe('a part that a player asks about', () => {
  it('is never called harmless where it belongs to a clue, in any message of the first day', () => {
    const wrong = scenarios
      .flatMap(({ messages }) => messages)
      .flatMap((message) => {
        const { findings } = assess(message, {
          flags: new Map(),
          verdict: 'phish',
          confidence: 0.75,
          action: { kind: 'report' },
          submitted: true,
        });
        const innocent = new Set(placedSolution(message).innocent.map(({ key }) => key));
        return layOut(message)
          .regions.map(({ key }) => key)
          .filter((key) => !innocent.has(key))
          .filter((key) => {
            const told = partExplained(message, findings, key);
            return told !== 'nothing' && told.subject.kind === 'general';
          });
      });
    expect(wrong).toEqual([]);
  });
});
